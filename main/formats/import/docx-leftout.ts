/** Counts what a .docx holds and the text that we read from it does not. */
import type { Preview } from '../../../contract/imports.ts'
import { walkXml, type DocxParts } from './docx-parts.ts'

export type LeftOut = Preview['leftOut']

export const nothingLeftOut: LeftOut = { insertions: 0, deletions: 0, comments: 0, footnotes: 0, images: 0, headers: 0 }

/**
 * Tracked changes are read as accepted (insertions in, deletions out) and both counted, a moved passage as one of
 * each; comments, foot- and endnotes, pictures and charts, headers and footers are counted and left out. Walks every part, so that it also
 * is the check that all of them are well-formed.
 */
export const countLeftOut = ({ parts, main }: DocxParts): LeftOut => {
  const count = { ...nothingLeftOut }
  for (const [name, xml] of parts) {
    if (name === main) countInMain(xml, name, count)
    else if (/\/(?:header|footer)\d*\.xml$/.test(name)) count.headers += hasWords(xml, name) ? 1 : 0
    else
      walkXml(xml, name, {
        open: (tag) => {
          if (tag === 'comment') count.comments++
        },
      })
  }
  return count
}

/** Word keeps headers and footers that are empty or hold a page number only. */
const hasWords = (xml: string, name: string): boolean => {
  let inText = false
  let found = false
  walkXml(xml, name, {
    open: (tag) => {
      inText = tag === 't'
    },
    close: () => {
      inText = false
    },
    text: (text) => {
      found ||= inText && /\p{L}/u.test(text)
    },
  })
  return found
}

type Change = 'insertions' | 'deletions'
const changes: Readonly<Record<string, Change>> = {
  ins: 'insertions',
  moveTo: 'insertions',
  del: 'deletions',
  moveFrom: 'deletions',
}
const notes = new Set(['footnoteReference', 'endnoteReference'])
const pictures = new Set(['pic', 'chart', 'relIds', 'imagedata'])

const countInMain = (xml: string, name: string, count: { -readonly [K in keyof LeftOut]: number }): void => {
  const open = new Map<string, number>()
  const within = (...tags: string[]) => tags.some((tag) => (open.get(tag) ?? 0) > 0)
  /** A paragraph mark that was inserted or deleted counts only where nothing else of the paragraph was. */
  let marked = new Set<Change>()
  let changed = new Set<Change>()
  walkXml(xml, name, {
    open: (tag) => {
      const change = changes[tag]
      if (change && within('rPr')) marked.add(change)
      else if (change) {
        count[change]++
        changed.add(change)
      }
      if (tag === 'p') [marked, changed] = [new Set(), new Set()]
      if (notes.has(tag) && !within('del', 'moveFrom')) count.footnotes++
      // Word writes a picture twice, the second time as a fallback for old readers.
      if (pictures.has(tag) && !within('del', 'moveFrom', 'Fallback')) count.images++
      open.set(tag, (open.get(tag) ?? 0) + 1)
    },
    close: (tag) => {
      open.set(tag, (open.get(tag) ?? 0) - 1)
      if (tag === 'p') for (const change of marked) if (!changed.has(change)) count[change]++
    },
  })
}
