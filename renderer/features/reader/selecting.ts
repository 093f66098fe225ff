/** Selecting by sentence and by turn, and moving the ends of a span by words: pure steps from one span to the next. */
import type { Language } from '../../../contract/documents.ts'
import { hull, type Span } from '../../../contract/span.ts'
import {
  nextWordEnd,
  nextWordStart,
  paragraphAround,
  previousWordEnd,
  previousWordStart,
  sentencesIn,
} from './boundaries.ts'
import { turnAt, type Turn } from './turns.ts'

export interface Text {
  readonly text: string
  readonly language: Language
  readonly turns: readonly Turn[]
}
export type Direction = 'forward' | 'backward'

/** The sentences that a span (or caret) touches; when it is whole sentences already, one more in `direction`. */
export const growBySentence = (text: Text, span: Span, direction: Direction): Span | null =>
  grow(span, sentencesNear(text, span), (edge) => sentenceBeside(text, edge, direction))

/** What is said in the turns that a span (or caret) touches; when it is whole turns already, one more. */
export const growByTurn = ({ turns }: Text, span: Span, direction: Direction): Span | null => {
  const spoken = turns.filter((turn) => turn.spoken.end > turn.spoken.start)
  const from = turnAt(spoken, span.start) ?? spoken[0]
  const to = turnAt(spoken, Math.max(span.start, span.end - 1)) ?? from
  if (!from || !to) return null
  const touched = [from.spoken, to.spoken]
  return grow(span, touched, () =>
    direction === 'forward' ? spoken[spoken.indexOf(to) + 1]?.spoken : spoken[spoken.indexOf(from) - 1]?.spoken,
  )
}

/** One end of a span moved by a word; null when there is no word left or the span would be empty. */
export const moveEnd = (
  { text, language }: Text,
  span: Span,
  end: 'start' | 'end',
  direction: Direction,
): Span | null => {
  const place = span[end]
  const step = {
    start: { forward: nextWordStart, backward: previousWordStart },
    end: { forward: nextWordEnd, backward: previousWordEnd },
  }[end][direction]
  const moved = step(text, place, language)
  if (moved === null) return null
  const next = end === 'start' ? { start: moved, end: span.end } : { start: span.start, end: moved }
  return next.start < next.end ? next : null
}

const grow = (span: Span, touched: readonly Span[], beside: (edge: Span) => Span | undefined): Span | null => {
  const first = touched[0]
  if (!first) {
    const next = beside(span)
    return next ? (span.end > span.start ? hull(span, next) : next) : null
  }
  const whole = hull(first, touched.at(-1) ?? first)
  if (span.end === span.start) return whole
  const grown = hull(whole, span)
  if (grown.start < span.start || grown.end > span.end) return grown
  const next = beside(whole)
  return next ? hull(grown, next) : grown
}

/** The sentences of what is said in the paragraph around `offset`. */
const sentencesAround = ({ text, language, turns }: Text, offset: number): Span[] => {
  const paragraph = paragraphAround(text, offset)
  const turn = turnAt(turns, paragraph.end)
  const said = turn && turn.end > paragraph.start ? turn.spoken : paragraph
  const start = Math.max(paragraph.start, said.start)
  const end = Math.min(paragraph.end, said.end)
  return end > start ? sentencesIn(text, { start, end }, language) : []
}

const sentencesNear = (text: Text, span: Span): Span[] => {
  const ends = [span.start, Math.max(span.start, span.end - 1)].map((offset) => {
    const around = sentencesAround(text, offset)
    // Between two sentences, and on a label, the sentence that follows is meant.
    return around.find(({ end }) => offset < end) ?? around.at(-1)
  })
  return ends.filter((sentence) => sentence !== undefined)
}

const sentenceBeside = (text: Text, edge: Span, direction: Direction): Span | undefined => {
  let place = direction === 'forward' ? edge.end : edge.start - 1
  while (place >= 0 && place <= text.text.length) {
    const around = sentencesAround(text, place)
    const found =
      direction === 'forward'
        ? around.find(({ start }) => start >= edge.end)
        : around.findLast(({ end }) => end <= edge.start)
    if (found) return found
    const paragraph = paragraphAround(text.text, place)
    place = direction === 'forward' ? paragraph.end + 1 : paragraph.start - 1
  }
  return undefined
}
