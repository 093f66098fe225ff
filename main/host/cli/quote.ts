/** Where a quote stands in a text. Pure; spans are UTF-16 units. */
import type { Span } from '../../../contract/span.ts'
import { shrinkToGraphemes } from '../../formats/import/graphemes.ts'

export interface FoundQuotes {
  /** Every place where exactly these characters stand, in order; they may overlap. */
  readonly exact: readonly Span[]
  /** Looked for only where there is no exact one: the same words with other spaces or line ends between them. */
  readonly loose: readonly Span[]
}

/** Texts are in NFC, but for those that another program made: a quote is taken as it is given, then in NFC. */
export const findQuote = (text: string, quote: string): FoundQuotes => {
  const given = quote.trim()
  for (const form of new Set([given, given.normalize('NFC')])) {
    const exact = wholeCharacters(text, everyPlace(text, form))
    if (exact.length > 0) return { exact, loose: [] }
  }
  return { exact: [], loose: wholeCharacters(text, loosely(text, given.normalize('NFC'))) }
}

const everyPlace = (text: string, quote: string): Span[] => {
  const found: Span[] = []
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
    found.push({ start, end: start + quote.length })
  return found
}

const loosely = (text: string, quote: string): Span[] => {
  const { flat, places } = flatten(text)
  return everyPlace(flat, flatten(quote).flat).map(({ start, end }) => ({
    start: places[start] ?? 0,
    end: (places[end - 1] ?? 0) + 1,
  }))
}

/** The text with one space for every run of spaces and line ends, and where each of its units stands in the text. */
const flatten = (text: string): { flat: string; places: readonly number[] } => {
  const places: number[] = []
  for (const { 0: run, index } of text.matchAll(/\s+|\S+/gu))
    for (let unit = 0; unit < (isSpace(run) ? 1 : run.length); unit++) places.push(index + unit)
  return { flat: text.replace(/\s+/gu, ' '), places }
}
const isSpace = (run: string) => /^\s/u.test(run)

/** A place that begins or ends inside a character, such as an emoji with a skin colour, does not hold these words. */
const wholeCharacters = (text: string, spans: readonly Span[]): Span[] => {
  const whole = new Set(shrinkToGraphemes(text, spans).map(({ start, end }) => `${start} ${end}`))
  return spans.filter(({ start, end }) => whole.has(`${start} ${end}`))
}
