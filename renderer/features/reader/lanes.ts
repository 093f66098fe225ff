/** Packs codings into lanes of the margin, in text space, so that lanes stand still while one scrolls. */
import type { CodingIndex } from './codingIndex.ts'
import { paragraphAt } from './paragraphs.ts'

/** Characters of one line, roughly: two codings nearer than this may meet on a line and must not share a lane. */
const LINE = 84

export interface Lanes {
  /** Lane of each row, from 0. */
  readonly lane: Uint16Array
  readonly count: number
}

/** The lowest lane that is free, row by row; `paragraphStarts` because a new paragraph is always a new line. */
export const packLanes = (index: CodingIndex, paragraphStarts: ArrayLike<number>): Lanes => {
  const lane = new Uint16Array(index.size)
  const lastEnd: number[] = []
  const lastParagraph: number[] = []
  for (let row = 0; row < index.size; row++) {
    const start = index.start[row] as number
    const end = index.end[row] as number
    const paragraph = paragraphAt(paragraphStarts, start)
    let free = 0
    while (free < lastEnd.length) {
      const before = lastEnd[free] as number
      if (before <= start && (start - before >= LINE || (lastParagraph[free] as number) < paragraph)) break
      free++
    }
    lane[row] = free
    lastEnd[free] = end
    lastParagraph[free] = paragraphAt(paragraphStarts, Math.max(start, end - 1))
  }
  return { lane, count: lastEnd.length }
}
