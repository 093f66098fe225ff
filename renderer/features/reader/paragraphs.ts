/** Where each paragraph lies in the canonical text, of which turn it is, and the pieces that are drawn differently. */
import type { DocumentText, MarkKind } from '../../../contract/documents.ts'
import { indexAt, lowerBound, type Span } from '../../../contract/span.ts'

/** A run of one paragraph that is drawn one way; `kinds` is empty for plain text. */
export interface Piece extends Span {
  readonly kinds: readonly MarkKind[]
}

export interface Paragraph extends Span {
  /** Number of the turn it belongs to (in a document without turns, of the paragraph), 0 for none. */
  readonly turn: number
  /** The turn begins here, so its number stands beside it. */
  readonly first: boolean
  /** An interviewer speaks. */
  readonly quiet: boolean
  /** In order, without gaps; empty for an empty paragraph. */
  readonly pieces: readonly Piece[]
}

/** The paragraphs of a document, in order; the LF between two belongs to neither. */
export const readParagraphs = (document: DocumentText): Paragraph[] => {
  const { text, paragraphs, turns, speakers } = document
  const quietSpeakers = new Set(speakers.filter(({ role }) => role === 'interviewer').map(({ id }) => id))
  const marks = sortedMarks(document)
  let nextMark = 0
  let lastTurn = 0
  let counted = 0
  return paragraphs.map((start, number) => {
    const next = paragraphs[number + 1]
    const end = next === undefined ? text.length : next - 1
    const turnIndex = turnIndexOf(turns, start, end)
    // Where nobody speaks, paragraphs that hold something are counted like turns.
    if (turns.start.length === 0 && text.slice(start, end).trim() !== '') counted++
    const turn = turns.start.length > 0 ? turnIndex + 1 : counted
    const first = turn > 0 && turn !== lastTurn
    if (turn > 0) lastTurn = turn
    while (nextMark < marks.length && (marks[nextMark] as Mark).end <= start) nextMark++
    const own: Mark[] = []
    for (let index = nextMark; index < marks.length && (marks[index] as Mark).start < end; index++)
      own.push(marks[index] as Mark)
    const quiet = turnIndex >= 0 && quietSpeakers.has(turns.speakerId[turnIndex] ?? 0)
    return { start, end, turn, first, quiet, pieces: cutPieces(start, end, own) }
  })
}

/** Index of the paragraph that holds `offset`; the LF after a paragraph counts with it. */
export const paragraphAt = (starts: ArrayLike<number>, offset: number): number => Math.max(0, indexAt(starts, offset))

interface Mark extends Span {
  readonly kind: MarkKind
}

/** Marks that cover something, ascending. */
export const sortedMarks = ({ marks }: DocumentText): Mark[] =>
  marks.start
    .map((start, index) => ({ start, end: marks.end[index] ?? start, kind: marks.kind[index] ?? 'convention' }))
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)

/** The turn that a paragraph lies in: the one open at its start, or the first that begins inside it. */
const turnIndexOf = (turns: DocumentText['turns'], start: number, end: number): number => {
  const open = indexAt(turns.start, start)
  if (open >= 0 && start < Math.max(turns.end[open] ?? 0, (turns.start[open] ?? 0) + 1)) return open
  const next = lowerBound(turns.start, start)
  return next < turns.start.length && (turns.start[next] as number) < end ? next : -1
}

const cutPieces = (start: number, end: number, marks: readonly Mark[]): Piece[] => {
  if (end <= start) return []
  if (marks.length === 0) return [{ start, end, kinds: [] }]
  const cuts = new Set([start, end])
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start)
    if (mark.end > start && mark.end < end) cuts.add(mark.end)
  }
  const at = [...cuts].toSorted((a, b) => a - b)
  return at.slice(1).map((to, index) => {
    const from = at[index] as number
    const kinds = new Set(marks.filter((mark) => mark.start < to && mark.end > from).map(({ kind }) => kind))
    return { start: from, end: to, kinds: [...kinds] }
  })
}
