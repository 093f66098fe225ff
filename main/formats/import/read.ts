/** Interviews in: the bytes of a .txt, .md or .docx to a document's text, turns, marks and words. */
import type { Language } from '../../../contract/documents.ts'
import type { AppError } from '../../../contract/failure.ts'
import { MAX_FILE_BYTES, type Encoding, type Preview } from '../../../contract/imports.ts'
import { canonicalText, textHash } from './canonical.ts'
import { formatOf } from './container.ts'
import { nothingLeftOut, type LeftOut } from './docx-leftout.ts'
import { readDocx } from './docx.ts'
import { decodeText } from './encoding.ts'
import { guessLanguage } from './language.ts'
import { markdownStyles } from './markdown.ts'
import { segment, type Mark, type SegmentOptions } from './segment.ts'
import type { Turn } from './turns.ts'
import { Unreadable, unreadableFile } from './unreadable.ts'
import { wordStarts } from './words.ts'

export interface ReadDocument {
  readonly format: Preview['format']
  /** Null where the format settles it. */
  readonly encoding: Encoding | null
  readonly encodingCertain: boolean
  readonly language: Language
  /** Canonical: every position below is in its UTF-16 units. */
  readonly text: string
  /** SHA-256 of `text`, hexadecimal. */
  readonly hash: string
  readonly paragraphs: readonly number[]
  /** In order, disjoint; empty where nobody is set off as speaking. */
  readonly turns: readonly Turn[]
  readonly marks: readonly Mark[]
  /** Ascending; none inside a label, time or convention. */
  readonly wordStarts: Int32Array<ArrayBuffer>
  readonly leftOut: LeftOut
}

/** For callers who know the size before reading. Throws `AppError` unreadable-file, too-large. */
export const refuseBySize = (size: number, fileName: string): void => {
  if (size >= MAX_FILE_BYTES) throw unreadableFile(fileName, 'too-large')
}

/**
 * Reads one file. `encoding` forces one for .txt and .md; without it the bytes decide. Throws `AppError`
 * unreadable-file and nothing else.
 */
export const readDocument = async (
  bytes: Uint8Array,
  fileName: string,
  options: { encoding?: Encoding | null } = {},
): Promise<ReadDocument> => {
  refuseBySize(bytes.length, fileName)
  try {
    const format = formatOf(bytes, fileName)
    return format === 'docx' ? await fromDocx(bytes) : fromText(bytes, format, options.encoding ?? null)
  } catch (error) {
    throw asAppError(error, fileName)
  }
}

const asAppError = (error: unknown, fileName: string): AppError => {
  if (error instanceof Unreadable) return unreadableFile(fileName, error.reason, error.place)
  // A stack or memory that a hostile file used up, in a library below us.
  if (error instanceof RangeError) return unreadableFile(fileName, 'too-large')
  throw error
}

const fromText = (bytes: Uint8Array, format: 'txt' | 'md', forced: Encoding | null): ReadDocument => {
  const { text: raw, encoding, certain } = decodeText(bytes, forced)
  const text = canonicalText(raw)
  if (text === '') throw new Unreadable(raw.length === 0 ? 'empty' : 'no-text')
  const markdown = format === 'md'
  return finish(text, format, nothingLeftOut, {
    encoding,
    encodingCertain: certain,
    segment: markdown ? { styles: markdownStyles(text), markdown } : {},
  })
}

const fromDocx = async (bytes: Uint8Array): Promise<ReadDocument> => {
  const { text, styles, labels, leftOut } = await readDocx(bytes)
  if (text === '') throw new Unreadable('no-text')
  return finish(text, 'docx', leftOut, { encoding: null, encodingCertain: true, segment: { styles, labels } })
}

const finish = (
  text: string,
  format: Preview['format'],
  leftOut: LeftOut,
  rest: { encoding: Encoding | null; encodingCertain: boolean; segment: SegmentOptions },
): ReadDocument => {
  const { paragraphs, turns, marks } = segment(text, rest.segment)
  const language = guessLanguage(text)
  return {
    format,
    encoding: rest.encoding,
    encodingCertain: rest.encodingCertain,
    language,
    text,
    hash: textHash(text),
    paragraphs,
    turns,
    marks,
    wordStarts: wordStarts(text, marks, language),
    leftOut,
  }
}
