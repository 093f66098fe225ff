/** Keeps the ends of marks off the inside of a character: a letter with its accents, an emoji, a surrogate pair. */
import type { Span } from '../../../contract/span.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Below this no unit joins another one, so that every position is a boundary. (CR before LF is gone by then.) */
const FIRST_COMBINING = 0x300

/** The spans, shrunk to whole grapheme clusters; those that hold none are left out. In linear time. */
export const shrinkToGraphemes = <S extends Span>(text: string, spans: readonly S[]): S[] => {
  const doubtful = new Set<number>()
  for (const { start, end } of spans) for (const at of [start, end]) if (isDoubtful(text, at)) doubtful.add(at)
  if (doubtful.size === 0) return spans.filter(({ start, end }) => start < end)
  const clusters = clustersAround(
    text,
    [...doubtful].toSorted((a, b) => a - b),
  )
  return spans
    .map((span) => ({
      ...span,
      start: clusters.get(span.start)?.end ?? span.start,
      end: clusters.get(span.end)?.start ?? span.end,
    }))
    .filter(({ start, end }) => start < end)
}

const isDoubtful = (text: string, at: number): boolean =>
  at > 0 && at < text.length && (text.charCodeAt(at) >= FIRST_COMBINING || text.charCodeAt(at - 1) >= FIRST_COMBINING)

/** For each position inside a cluster, that cluster; positions on a boundary are missing. */
const clustersAround = (text: string, positions: readonly number[]): Map<number, Span> => {
  const clusters = new Map<number, Span>()
  for (let next = 0; next < positions.length;) {
    const first = positions[next] as number
    // A line feed parts clusters, so that a line is segmented alone as in its text.
    const from = text.lastIndexOf('\n', first - 1) + 1
    const lineEnd = text.indexOf('\n', first)
    const to = lineEnd < 0 ? text.length : lineEnd
    for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
      const start = from + index
      const end = start + segment.length
      while (next < positions.length && (positions[next] as number) <= start) next++
      for (; next < positions.length && (positions[next] as number) < end; next++)
        clusters.set(positions[next] as number, { start, end })
      if (next >= positions.length) break
    }
    while ((positions[next] ?? Infinity) <= to) next++
  }
  return clusters
}
