/** Span arithmetic. A span is half-open, in UTF-16 units of a document's canonical text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Spans share at least one unit. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The smallest span that holds both. */
export const hull = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** First index in the ascending `sorted` whose value is not below `value`. */
export const lowerBound = (sorted: ArrayLike<number>, value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the ascending `positions` lie in the span. */
export const countIn = (positions: ArrayLike<number>, { start, end }: Span): number =>
  lowerBound(positions, end) - lowerBound(positions, start)

/** Index of the last ascending start that is not above `position`; -1 before the first. */
export const indexAt = (starts: ArrayLike<number>, position: number): number => lowerBound(starts, position + 1) - 1

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Counts the Unicode code points before a UTF-16 offset of a text (the border: REFI, CSV, command line). */
export const codePointCounter = (text: string): ((offset: number) => number) => {
  const pairs: number[] = []
  for (let index = 1; index < text.length; index++)
    if (isLowSurrogate(text.charCodeAt(index)) && isHighSurrogate(text.charCodeAt(index - 1))) pairs.push(index)
  return (offset) => offset - lowerBound(pairs, offset)
}
