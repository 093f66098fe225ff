/** The query panel and excerpts: counted while coding, walked by keyboard, read, kept and saved. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './app.ts'

const first =
  'I: And at night?\nR07: I cannot sleep. I see the street. My brother was stopped there.\nI: And now?\nR07: I wait.'
const second = 'I: And you?\nR12: I see the street too, but I am not afraid of it.\nR07: He is not.'

/** Two interviews, two respondents of whom one is well, and a code with a subcode. */
const openStudy = async (app: App) => {
  const { client } = app
  await app.newProject('Study')
  const importText = async (name: string, text: string) => {
    const path = join(app.files, `${name}.txt`)
    writeFileSync(path, text)
    const { speakers, language } = await client.imports.preview({ job: 'p', file: { name, path }, encoding: null })
    const { documents } = await client.imports.run({
      job: 'i',
      files: [{ file: { name, path }, name, language, encoding: null, speakers, by: [], about: [] }],
    })
    return documents[0]?.documentId ?? 0
  }
  const texts = new Map([
    [await importText('First talk', first), first],
    [await importText('Second talk', second), second],
  ])
  const [one = 0, two = 0] = texts.keys()
  const health = await client.attributes.create({
    owner: 'respondent',
    name: 'Health',
    type: 'choice',
    choices: ['good'],
  })
  const people = await client.respondents.list({})
  const well = people.find(({ name }) => name === 'R12')
  await client.attributes.set({
    cells: [{ attributeId: health.id, ownerId: well?.id ?? 0, value: { kind: 'value', value: 'good' } }],
  })
  const fear = await client.codes.create({ parentId: null, name: 'Fear', color: 0 })
  const safety = await client.codes.create({ parentId: fear.id, name: 'Safety fear', color: 0 })
  const code = async (documentId: number, codeId: number, words: string) => {
    const start = texts.get(documentId)?.indexOf(words) ?? -1
    const { coding } = await client.codings.apply({ documentId, codeId, start, end: start + words.length })
    return coding.id
  }
  return { one, two, fear, safety, code }
}

const cellAt = (page: Page, row: string, column: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('cell')
    .nth(column)

test('the panel is folded at first, counts while one codes, and says who is meant', async ({ app }) => {
  const { page } = app
  const { one, two, safety, code } = await openStudy(app)
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+A')
  await expect(page.getByText('Codes by Health')).toBeVisible()
  await expect(page.getByRole('columnheader')).toHaveText(['Code', 'goodn=1', 'Not knownn=1', 'Alln=2'])
  await expect(cellAt(page, 'Safety fear', 0)).toHaveText(/^0 of 1/u)
  await code(one, safety.id, 'I see the street')
  await code(two, safety.id, 'I see the street too')
  await expect(cellAt(page, 'Safety fear', 0)).toHaveText(/^1 of 1/u)
  // A branch holds its subcodes.
  await expect(cellAt(page, 'Fear', 2)).toHaveText(/^2 of 2/u)
  await code(one, safety.id, 'And at night?')
  await expect(page.getByRole('columnheader', { name: 'Not assigned' })).toBeVisible()
  await expect(cellAt(page, 'Safety fear', 2)).toHaveText(/^1/u)

  await cellAt(page, 'Safety fear', 1).getByRole('button').click()
  await expect(page.getByText('Safety fear, Not known: 1 of 1 respondent, 1 excerpt')).toBeVisible()
  await page.getByRole('button', { name: 'Who', exact: true }).click()
  await expect(page.getByText('In it: R07')).toBeVisible()
  await page.keyboard.press('Control+Shift+A')
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('the table is walked, sorted, opened and copied by keyboard alone', async ({ app }) => {
  const { page } = app
  const { one, two, fear, safety, code } = await openStudy(app)
  await code(one, safety.id, 'I see the street')
  await code(two, fear.id, 'I am not afraid')
  await code(two, fear.id, 'I see the street too')
  await page.keyboard.press('Alt+2')
  await page.getByRole('radio', { name: 'Codings' }).click()
  await expect(cellAt(page, 'Fear', 0)).toHaveText(/^2/u)
  await cellAt(page, 'Fear', 0).getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(cellAt(page, 'Safety fear', 1).getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Safety fear, Not known: 1 of 1 respondent, 1 excerpt')).toBeVisible()
  await page.keyboard.press('Control+ArrowUp')
  await expect(page.getByRole('columnheader', { name: 'Not known' }).getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Not known' })).toHaveAttribute('aria-sort', 'descending')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Not known' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Control+End')
  // The page may write to the clipboard and not read from it.
  await page.evaluate(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard)
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text
      return write(text)
    }
  })
  await page.keyboard.press('Control+c')
  await expect(page.getByText('Copied 2 rows and 2 columns.')).toBeVisible()
  const copied = await page.evaluate(() => document.body.dataset['copied'] ?? '')
  expect(copied.split('\n').slice(0, 3)).toEqual(['Code\tgood\tNot known\tAll', 'n\t1\t1\t2', 'Fear\t2\t1\t3'])
})

test('filters hold, a question is kept and asked again, and its keeping can be undone', async ({ app }) => {
  const { page, client } = app
  const { one, two, safety, code } = await openStudy(app)
  await code(one, safety.id, 'I see the street')
  await code(two, safety.id, 'I see the street too')
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: '+ filter' }).click()
  await page.getByRole('option', { name: 'Health' }).click()
  await page.getByRole('option', { name: 'good' }).click()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('columnheader')).toHaveText(['Code', 'goodn=1', 'Alln=1'])
  await page.getByRole('button', { name: 'Kept queries' }).click()
  await page.getByRole('menuitem', { name: 'Keep this query …' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Those who are well')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Those who are well' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter on Health' }).click()
  await expect(page.getByRole('columnheader')).toHaveText(['Code', 'goodn=1', 'Not knownn=1', 'Alln=2'])
  await page.getByRole('button', { name: 'Kept queries' }).click()
  await page.getByRole('menuitem', { name: 'Those who are well', exact: false }).first().click()
  await expect(page.getByRole('columnheader')).toHaveText(['Code', 'goodn=1', 'Alln=1'])
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Codes by Health' })).toBeVisible()
  expect(await client.queries.list({})).toEqual([])
})

test('the table goes out as spreadsheet and picture, in what is shown', async ({ app }) => {
  const { page } = app
  const { one, safety, code } = await openStudy(app)
  await code(one, safety.id, 'I see the street')
  await page.keyboard.press('Alt+2')
  const save = (entry: string) =>
    app.shell.receiveFile(async () => {
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
    })
  const sheet = readFileSync(await save('Spreadsheet (.xlsx) …'))
  expect(sheet.subarray(0, 2).toString()).toBe('PK')
  const table = readFileSync(await save('Picture (.svg) …'), 'utf8')
  expect(table).toContain('>Safety fear</text>')
  expect(table).toContain('>1 of 1</text>')
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bars' }).click()
  await expect(page.getByRole('img', { name: 'Codes by Health' })).toBeVisible()
  await app.picture('query-bars')
  const bars = readFileSync(await save('Picture (.png) …'))
  expect(bars.subarray(1, 4).toString()).toBe('PNG')
  // The size stands in the header: at least as wide as the bars, twice over.
  expect(bars.readUInt32BE(16)).toBeGreaterThanOrEqual(1520)
})

test('excerpts widen, lead to the text, take another code, and go, there where they are read', async ({ app }) => {
  const { page, client } = app
  const { one, two, fear, safety, code } = await openStudy(app)
  const coding = await code(one, safety.id, 'I see the street')
  await code(two, safety.id, 'I see the street too')
  await page.keyboard.press('Alt+2')
  await cellAt(page, 'Safety fear', 2).getByRole('button').click()
  await expect(page.getByRole('feed').getByRole('heading')).toHaveText(['R07', 'R12'])
  const passage = page.getByRole('article').first()
  const origin = passage.getByRole('button', { name: /First talk · turn 2/u })
  await origin.focus()
  await page.keyboard.press('w')
  await expect(passage).toContainText('And at night?')
  await page.keyboard.press('ArrowDown')
  await expect(
    page
      .getByRole('article')
      .nth(1)
      .getByRole('button', { name: /Second talk · turn 2/u }),
  ).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('r')
  await page.getByRole('combobox').fill('fear')
  await page.getByRole('option', { name: /^Fear/u }).click()
  await expect.poll(async () => (await client.codings.inDocument({ documentId: one })).codeId).toEqual([fear.id])
  await expect(page.getByRole('feed').getByRole('heading')).toHaveText(['R12'])
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /Second talk/u })
    .focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('No excerpts')).toBeVisible()
  await page.keyboard.press('Control+z')
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /Second talk/u })
    .press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text of Second talk' })).toBeVisible()
  expect(coding).toBeGreaterThan(0)
})
