/** Turns overlapping codings into disjoint stretches of at most two layers, which stay legible at any depth. */
import type { Span } from '../../../contract/span.ts'
import { type CodingIndex, lengthAt } from './codingIndex.ts'

export interface Stretch extends Span {
  readonly color: number
}

/** Both ascending and disjoint; neighbours of one colour are one stretch. */
export interface Layers {
  /** The colour of the shortest coding there. */
  readonly background: readonly Stretch[]
  /** The colour of the next shortest whose colour differs. */
  readonly underline: readonly Stretch[]
}

/** `rows` ascending, as `codingsIn` answers them; what lies outside `window` is cut off. */
export const sweep = (
  index: CodingIndex,
  rows: readonly number[],
  colorOf: (row: number) => number,
  window: Span,
): Layers => {
  const background: Mutable[] = []
  const underline: Mutable[] = []
  const open: number[] = []
  const shorter = (a: number, b: number) =>
    lengthAt(index, a) - lengthAt(index, b) || (index.id[a] as number) - (index.id[b] as number)
  let at = window.start
  for (const { place, row, opens } of edges(index, rows, window)) {
    if (place > at && open.length > 0) {
      const top = colorOf(open[0] as number)
      extend(background, at, place, top)
      const below = open.find((other) => colorOf(other) !== top)
      if (below !== undefined) extend(underline, at, place, colorOf(below))
    }
    at = place
    if (opens) {
      const before = open.findIndex((other) => shorter(row, other) < 0)
      open.splice(before < 0 ? open.length : before, 0, row)
    } else open.splice(open.indexOf(row), 1)
  }
  return { background, underline }
}

interface Mutable {
  start: number
  end: number
  color: number
}

const edges = (index: CodingIndex, rows: readonly number[], window: Span) => {
  const found: { place: number; row: number; opens: boolean }[] = []
  for (const row of rows) {
    const start = Math.max(window.start, index.start[row] as number)
    const end = Math.min(window.end, index.end[row] as number)
    if (end > start) found.push({ place: start, row, opens: true }, { place: end, row, opens: false })
  }
  return found.toSorted((a, b) => a.place - b.place)
}

const extend = (stretches: Mutable[], start: number, end: number, color: number) => {
  const last = stretches.at(-1)
  if (last && last.end === start && last.color === color) last.end = end
  else stretches.push({ start, end, color })
}
