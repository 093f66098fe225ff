/** The turns of a document as units to select and to walk: what is said in each, without label and time stamp. */
import type { DocumentText, SpeakerRole } from '../../../contract/documents.ts'
import { indexAt, type Span } from '../../../contract/span.ts'
import { sortedMarks } from './paragraphs.ts'

export interface Turn extends Span {
  /** From 1, as shown beside the text. */
  readonly number: number
  /** What is said: without the label and time stamp at its head, and without white space around it. */
  readonly spoken: Span
  /** Null where nobody is known. */
  readonly role: SpeakerRole | null
}

/** The turns in order; in a document without turns every paragraph that holds something is one. */
export const readTurns = (document: DocumentText): Turn[] => {
  const { text, paragraphs, turns, speakers } = document
  const roles = new Map(speakers.map(({ id, role }) => [id, role]))
  const heads = sortedMarks(document).filter(({ kind }) => kind === 'label' || kind === 'time')
  const headStarts = heads.map(({ start }) => start)
  const make = (start: number, end: number, number: number, role: SpeakerRole | null): Turn => ({
    start,
    end,
    number,
    role,
    spoken: spokenSpan(text, start, end, (offset) => heads[indexAt(headStarts, offset)]?.end ?? 0),
  })
  if (turns.start.length > 0)
    return turns.start.map((start, index) =>
      make(start, turns.end[index] ?? start, index + 1, roles.get(turns.speakerId[index] ?? 0) ?? null),
    )
  return paragraphs
    .map((start, index) => ({ start, end: (paragraphs[index + 1] ?? text.length + 1) - 1 }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map(({ start, end }, index) => make(start, end, index + 1, null))
}

/** The turn that holds `offset`, else the last one before it; undefined before the first. */
export const turnAt = (turns: readonly Turn[], offset: number): Turn | undefined => {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle] as Turn).start <= offset) low = middle + 1
    else high = middle
  }
  return turns[low - 1]
}

/** Skips what `headEnd` says is a label or time stamp at the head, and the colon that may follow it. */
const spokenSpan = (text: string, from: number, to: number, headEnd: (offset: number) => number): Span => {
  let start = from
  let afterHead = false
  for (;;) {
    while (start < to && isBetween(text.charAt(start), afterHead)) start++
    const end = headEnd(start)
    if (end <= start || start >= to) break
    start = Math.min(end, to)
    afterHead = true
  }
  let end = to
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  return { start, end }
}

const isBetween = (character: string, afterHead: boolean) => /\s/u.test(character) || (afterHead && character === ':')
