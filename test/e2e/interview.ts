/** One interview in a project, and hands on its text: what the specs of reading, coding and noting begin with. */
import type { Locator, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Code } from '../../contract/codes.ts'
import { expect, type App } from './app.ts'

const LINES = [
  'I: When you picture yourself there, what is the first thing you see?',
  'R07: I see the street where my brother was stopped. I cannot sleep the night after someone calls from home. [sighs] People say the war is over.',
  'I: And if the place were safe?',
  'R07: Then still it is not going back. The house is sold. Zoë moved to Nairobi.',
  'I: You were held for eight months.',
  'R07: At first I wrote letters. After some time you stop.',
]
export const TEXT = LINES.join('\n')

const at = (words: string, within = TEXT) => {
  const start = within.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

/** A project with one interview in it, opened. Answers the document's id and a function that codes words of it. */
export const openInterview = async (app: App, text = TEXT) => {
  await app.newProject('Return')
  const documentId = await importText(app, 'R07, second interview', text)
  await app.page.getByRole('option', { name: 'R07, second interview' }).dblclick()
  await expect(textOf(app.page)).toBeVisible()
  const codes = new Map<string, Code>()
  const code = async (name: string, words: string) => {
    const { id } = codes.get(name) ?? (await app.client.codes.create({ parentId: null, name, color: codes.size }))
    codes.set(name, { ...(codes.get(name) as Code), id })
    const { coding } = await app.client.codings.apply({ documentId, codeId: id, ...at(words, text) })
    return coding.id
  }
  return { documentId, code }
}

export const importText = async ({ client, files }: App, name: string, text: string) => {
  const path = join(files, `${name}.txt`)
  writeFileSync(path, text)
  const { speakers, language } = await client.imports.preview({ job: 'p', file: { name, path }, encoding: null })
  const { documents } = await client.imports.run({
    job: 'i',
    files: [{ file: { name, path }, name, language, encoding: null, speakers, by: [], about: [] }],
  })
  return documents[0]?.documentId ?? 0
}

export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of R07, second interview' })
/** What is painted in a highlight of the page, span by span. */
export const painted = (page: Page, highlight: string) =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(name) ?? [])].map((span) => {
        const range = new Range()
        range.setStart(span.startContainer, span.startOffset)
        range.setEnd(span.endContainer, span.endOffset)
        return range.toString()
      }),
    highlight,
  )
export const selection = async (page: Page) => (await painted(page, 'reader-selection')).join('')

/** Sets the caret in the text with the mouse, before a word. */
export const clickOn = async (page: Page, words: string, options: { clickCount?: number } = {}) => {
  const { x, y } = await placeOf(page, words)
  await page.mouse.click(x + 2, y, options)
}
export const placeOf = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('[data-reader]') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const offset = node.nodeValue?.indexOf(wanted) ?? -1
      if (offset < 0) continue
      const range = new Range()
      range.setStart(node, offset)
      range.setEnd(node, offset + wanted.length)
      const [first] = range.getClientRects()
      if (first) return { x: first.left, y: first.top + first.height / 2, right: first.right }
    }
    throw new Error(`not on the page: ${wanted}`)
  }, words)

/** Selects words of one line with the mouse. */
export const select = async (page: Page, words: string) => {
  const { x, y, right } = await placeOf(page, words)
  await page.mouse.move(x + 1, y)
  await page.mouse.down()
  await page.mouse.move(right - 1, y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => selection(page)).toBe(words)
}
