/** Reads excerpts from their documents: words, context, and where they stand. */
import type { Database } from 'better-sqlite3'
import { codePointCounter, indexAt, lowerBound } from '../../contract/span.ts'
import { analysisQueries, type ExcerptRow } from '../../db/queries/analysis.ts'

export interface Passage extends ExcerptRow {
  readonly text: string
  readonly before: string
  readonly after: string
  /** Number of the first turn (paragraph where there are no speakers). */
  readonly turn: number
  /** Start and end in Unicode code points, for what leaves the program. */
  readonly codePoints: { readonly start: number; readonly end: number }
}
interface OpenText {
  readonly text: string
  /** Of turns or, where there are none, starts of paragraphs. */
  readonly turnAt: (start: number) => number
  readonly codePointsBefore: (offset: number) => number
}
/** Excerpts come document by document within a respondent; a few texts at hand are enough. */
const KEPT_TEXTS = 20
/** SQLite takes an array of any length; this bounds the memory of a long list. */
const ROWS_AT_A_TIME = 1000

/** `context`: characters on either side, at most. Answers passages in the order of the ids. */
export const createPassages = (db: Database) => {
  const q = analysisQueries(db)
  const open = (documentId: number): OpenText => {
    const { id, text } = q.text.get(documentId) ?? { id: 0, text: '' }
    const ends = q.turnEnds.all(id)
    const paragraphs = ends.length > 0 ? [] : q.paragraphs.all(id)
    return {
      text,
      turnAt: (start) =>
        ends.length > 0 ? Math.min(lowerBound(ends, start + 1), ends.length - 1) + 1 : indexAt(paragraphs, start) + 1,
      codePointsBefore: codePointCounter(text),
    }
  }
  return function* read(codingIds: readonly number[], context: number): Generator<Passage> {
    const texts = new Map<number, OpenText>()
    const textOf = (documentId: number): OpenText => {
      const known = texts.get(documentId)
      if (known) return known
      if (texts.size >= KEPT_TEXTS) texts.clear()
      const opened = open(documentId)
      texts.set(documentId, opened)
      return opened
    }
    for (let from = 0; from < codingIds.length; from += ROWS_AT_A_TIME) {
      const ids = codingIds.slice(from, from + ROWS_AT_A_TIME)
      const rows = new Map(q.excerpts.all(JSON.stringify(ids)).map((row) => [row.id, row]))
      for (const id of ids) {
        const row = rows.get(id)
        if (row) yield passage(row, textOf(row.documentId), context)
      }
    }
  }
}

const passage = (row: ExcerptRow, { text, turnAt, codePointsBefore }: OpenText, context: number): Passage => ({
  ...row,
  text: text.slice(row.start, row.end),
  before: text.slice(wordAfter(text, Math.max(0, row.start - context), row.start), row.start),
  after: text.slice(row.end, wordBefore(text, Math.min(text.length, row.end + context), row.end)),
  turn: turnAt(row.start),
  codePoints: { start: codePointsBefore(row.start), end: codePointsBefore(row.end) },
})

/** Context is not cut off within a word: the first place from `offset` on where a word may begin, at most `limit`. */
const wordAfter = (text: string, offset: number, limit: number): number => {
  if (offset === 0) return 0
  let at = offset
  while (at < limit && !/\s/u.test(text.charAt(at - 1))) at++
  return at
}
const wordBefore = (text: string, offset: number, limit: number): number => {
  if (offset === text.length) return offset
  let at = offset
  while (at > limit && !/\s/u.test(text.charAt(at))) at--
  return at
}
