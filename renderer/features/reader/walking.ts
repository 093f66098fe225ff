/** Walking through a document: the next coding, and the next turn of a respondent that nobody has coded or read. */
import { overlap } from '../../../contract/span.ts'
import { type CodingIndex, codingsIn, rowOf, spanAt } from './codingIndex.ts'
import type { Turn } from './turns.ts'

/** Row of the coding after (or before) the one with id `from`, or else after the offset; -1 past the ends. */
export const codingBeside = (
  index: CodingIndex,
  from: { readonly id: number | null; readonly offset: number },
  direction: 'forward' | 'backward',
): number => {
  const row = from.id === null ? -1 : rowOf(index, from.id)
  if (row >= 0) {
    const next = direction === 'forward' ? row + 1 : row - 1
    return next < index.size ? next : -1
  }
  return direction === 'forward'
    ? index.start.findIndex((start) => start >= from.offset)
    : index.start.findLastIndex((start) => start < from.offset)
}

/**
 * The first turn after number `after` (then from the beginning again) that a respondent speaks, or an interpreter for
 * one, and that has neither a coding by `coderId` nor the mark "read"; null when there is none left.
 */
export const nextUncodedTurn = (
  turns: readonly Turn[],
  index: CodingIndex,
  { after, read, coderId }: { readonly after: number; readonly read: ReadonlySet<number>; readonly coderId: number },
): Turn | null => {
  const nobodyKnown = turns.every(({ role }) => role === null)
  const wanted = (turn: Turn) =>
    (nobodyKnown || turn.role === 'respondent' || turn.role === 'interpreter') &&
    turn.spoken.end > turn.spoken.start &&
    !read.has(turn.number) &&
    !codingsIn(index, turn.spoken).some(
      (row) => index.coderId[row] === coderId && overlap(spanAt(index, row), turn.spoken),
    )
  return (
    turns.find((turn) => turn.number > after && wanted(turn)) ??
    turns.find((turn) => turn.number <= after && wanted(turn)) ??
    null
  )
}
