/** The canonical text: what a document's positions count in, made once when a file comes in. */
import { createHash } from 'node:crypto'
import type { Span } from '../../../contract/span.ts'

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** What XML 1.0 cannot hold (so no export could), and the byte order mark. Tab and LF stay. */
const unwritable = /[\p{Cc}--[\t\n\u0080-\u009f]]|[\ufeff\ufffe\uffff]/gv
const loneSurrogates = /\p{Surrogate}/gu

/** Line ends made equal, and gone what nobody can see or write; the rest of the text is left alone. */
export const clean = (raw: string): string => {
  const text = raw.replace(lineEnds, '\n').replace(unwritable, '')
  return text.isWellFormed() ? text : text.replace(loneSurrogates, '')
}

/**
 * A fresh file's text: every line end is one LF (CR, CRLF, vertical tab, form feed, NEL, U+2028, U+2029), control
 * characters, byte order marks and lone surrogates are gone, the rest is in NFC. Blank lines around the whole are
 * dropped, so that the same words are the same document; tabs, spaces and blank lines inside stay.
 */
export const canonicalText = (raw: string): string => {
  const text = clean(raw).normalize('NFC')
  const { start, end } = withoutBlankEnds(text)
  return text.slice(start, end)
}

/** From the first line with a word or sign on it to the last such sign. */
export const withoutBlankEnds = (text: string): Span => {
  const first = text.search(/\S/)
  return first < 0 ? { start: 0, end: 0 } : { start: text.lastIndexOf('\n', first) + 1, end: text.trimEnd().length }
}

/** SHA-256 of the text in UTF-8, hexadecimal: two files with this in common are the same document. */
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Where each paragraph starts; one LF parts two paragraphs, an empty line is an empty paragraph. */
export const paragraphStarts = (text: string): number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
