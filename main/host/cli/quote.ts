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
  const words = quote.split(/\s+/u).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
  const pattern = new RegExp(words.join(String.raw`\s+`), 'gu')
  const found: Span[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    pattern.lastIndex = match.index + 1
  }
  return found
}

/** A place that begins or ends inside a character, such as an emoji with a skin colour, does not hold these words. */
const wholeCharacters = (text: string, spans: readonly Span[]): Span[] => {
  const whole = new Set(shrinkToGraphemes(text, spans).map(({ start, end }) => `${start} ${end}`))
  return spans.filter(({ start, end }) => whole.has(`${start} ${end}`))
}
