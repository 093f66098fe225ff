/** Where words, sentences and grapheme clusters begin and end, by the rules of the document's language. */
import type { Language } from '../../../contract/documents.ts'
import type { Span } from '../../../contract/span.ts'

type Unit = 'grapheme' | 'word' | 'sentence'
const segmenters = new Map<string, Intl.Segmenter>()

const segmenterFor = (language: Language, granularity: Unit): Intl.Segmenter => {
  const key = `${language} ${granularity}`
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity })
  segmenters.set(key, known)
  return known
}

/** The whole words that a span touches, without white space around them; null when it holds nothing else. */
export const snapToWords = (text: string, span: Span, language: Language): Span | null => {
  const held = trimmed(text, span)
  if (held.start === held.end) return null
  const first = segmentAt(text, held.start, language, 'word')
  const last = segmentAt(text, held.end - 1, language, 'word')
  return snapToGraphemes(
    text,
    { start: first.wordLike ? first.start : held.start, end: last.wordLike ? last.end : held.end },
    language,
  )
}

/** The smallest span around `span` that cuts no grapheme cluster (an emoji, a letter with its accent). */
export const snapToGraphemes = (text: string, { start, end }: Span, language: Language): Span => ({
  start: start < text.length ? segmentAt(text, start, language, 'grapheme').start : start,
  end: end > start ? segmentAt(text, end - 1, language, 'grapheme').end : end,
})

/** The word at `offset`, or the one that ends there; null where there is none. */
export const wordAt = (text: string, offset: number, language: Language): Span | null => {
  for (const place of [offset, offset - 1]) {
    if (place < 0 || place >= text.length) continue
    const { start, end, wordLike } = segmentAt(text, place, language, 'word')
    if (wordLike) return { start, end }
  }
  return null
}

/** The start of the first word after `offset`; null when none follows. */
export const nextWordStart = (text: string, offset: number, language: Language): number | null => {
  for (const paragraph of paragraphsFrom(text, offset, 1))
    for (const { index, segment, isWordLike } of words(text, paragraph, language))
      if (isWordLike && index > offset && segment.length > 0) return index
  return null
}

/** The end of the first word that ends after `offset`; null when none follows. */
export const nextWordEnd = (text: string, offset: number, language: Language): number | null => {
  for (const paragraph of paragraphsFrom(text, offset, 1))
    for (const { index, segment, isWordLike } of words(text, paragraph, language))
      if (isWordLike && index + segment.length > offset) return index + segment.length
  return null
}

/** The start of the last word that starts before `offset`; null when there is none. */
export const previousWordStart = (text: string, offset: number, language: Language): number | null => {
  for (const paragraph of paragraphsFrom(text, offset, -1)) {
    const found = words(text, paragraph, language).findLast(({ index, isWordLike }) => isWordLike && index < offset)
    if (found) return found.index
  }
  return null
}

/** The end of the last word that ends before `offset`; null when there is none. */
export const previousWordEnd = (text: string, offset: number, language: Language): number | null => {
  for (const paragraph of paragraphsFrom(text, offset, -1)) {
    const found = words(text, paragraph, language).findLast(
      ({ index, segment, isWordLike }) => isWordLike && index + segment.length < offset,
    )
    if (found) return found.index + found.segment.length
  }
  return null
}

/** The sentences of a span that does not cross a paragraph, without white space around them. */
export const sentencesIn = (text: string, span: Span, language: Language): Span[] =>
  [...segmenterFor(language, 'sentence').segment(text.slice(span.start, span.end))]
    .map(({ index, segment }) => trimmed(text, { start: span.start + index, end: span.start + index + segment.length }))
    .filter(({ start, end }) => end > start)

/** The paragraph around `offset`, without its LF. */
export const paragraphAround = (text: string, offset: number): Span => {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, end: end < 0 ? text.length : end }
}

/** A span without the white space at its ends; empty at its start when it holds nothing else. */
export const trimmed = (text: string, span: Span): Span => {
  let { start, end } = span
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return { start, end }
}

const isSpace = (text: string, at: number) => /\s/u.test(text.charAt(at))

const segmentAt = (text: string, offset: number, language: Language, unit: Unit) => {
  const paragraph = paragraphAround(text, offset)
  // The LF between two paragraphs is a segment of its own.
  if (offset >= paragraph.end) return { start: offset, end: offset + 1, wordLike: false }
  const found = segmenterFor(language, unit)
    .segment(text.slice(paragraph.start, paragraph.end))
    .containing(offset - paragraph.start)
  const start = paragraph.start + (found?.index ?? 0)
  return { start, end: start + (found?.segment.length ?? 1), wordLike: found?.isWordLike === true }
}

const words = (text: string, paragraph: Span, language: Language) =>
  [...segmenterFor(language, 'word').segment(text.slice(paragraph.start, paragraph.end))].map(
    ({ index, segment, isWordLike }) => ({ index: paragraph.start + index, segment, isWordLike: isWordLike === true }),
  )

function* paragraphsFrom(text: string, offset: number, direction: 1 | -1): Generator<Span> {
  let paragraph = paragraphAround(text, Math.min(offset, text.length))
  for (;;) {
    yield paragraph
    const next = direction > 0 ? paragraph.end + 1 : paragraph.start - 1
    if (next < 0 || next > text.length) return
    paragraph = paragraphAround(text, next)
  }
}
