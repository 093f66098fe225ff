/** In which encoding a text file is written, and its text. */
import type { Encoding } from '../../../contract/imports.ts'
import { Unreadable } from './unreadable.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** False where another reading of the bytes is thinkable, so that the preview should ask. */
  readonly certain: boolean
}

/** Decodes in `forced`, or in the encoding that the bytes show. Throws `Unreadable` binary for what is no text. */
export const decodeText = (bytes: Uint8Array, forced: Encoding | null): Decoded => {
  const decoded = forced
    ? { text: decode(bytes, forced), encoding: forced, certain: true }
    : (byMark(bytes) ?? byContent(bytes))
  if (looksBinary(decoded.text)) throw new Unreadable('binary')
  return decoded
}

const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes)

/** What Windows-1252 has at 0x80 to 0x9f; the five places it leaves empty stay controls. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand: the TextDecoder of several versions of Node takes Windows-1252 for Latin-1. */
const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => windows[character.charCodeAt(0) - 0x80] as string)

const byMark = (bytes: Uint8Array): Decoded | null => {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return certainly(bytes, 'utf-8')
  if (first === 0xff && second === 0xfe) return certainly(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return certainly(bytes, 'utf-16be')
  return null
}

const certainly = (bytes: Uint8Array, encoding: Encoding): Decoded => ({
  text: decode(bytes, encoding),
  encoding,
  certain: true,
})

const byContent = (bytes: Uint8Array): Decoded => {
  const wide = wideEncoding(bytes)
  if (wide) return { text: decode(bytes, wide), encoding: wide, certain: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', certain: true }
  } catch {
    const encoding = mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'
    return { text: decode(bytes, encoding), encoding, certain: false }
  }
}

/**
 * UTF-16 without a mark: in any script it has spaces and line ends, whose zero bytes all stand on one side. No text in
 * a one-byte encoding or UTF-8 has such zeros.
 */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const pairs = Math.min(bytes.length, 65_536) >> 1
  let little = 0
  let big = 0
  let zeroFirst = 0
  let zeroSecond = 0
  for (let pair = 0; pair < pairs; pair++) {
    const first = bytes[pair * 2]
    const second = bytes[pair * 2 + 1]
    if (first === 0) zeroFirst++
    if (second === 0) zeroSecond++
    if (second === 0 && (first === 0x20 || first === 0x0a)) little++
    if (first === 0 && (second === 0x20 || second === 0x0a)) big++
  }
  const enough = Math.max(1, pairs / 50)
  if (little >= enough && zeroFirst <= zeroSecond / 20) return 'utf-16le'
  if (big >= enough && zeroSecond <= zeroFirst / 20) return 'utf-16be'
  return null
}

/** A long UTF-8 file with a few broken bytes is still UTF-8: read as Windows-1252 all its accents would go wrong. */
const mostlyUtf8 = (bytes: Uint8Array): boolean => {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte < 0x80) continue
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
    let following = 1
    while (following < length && ((bytes[at + following] ?? 0) & 0xc0) === 0x80) following++
    if (length > 1 && byte < 0xf5 && following === length) good++
    else bad++
    at += following - 1
  }
  return good > bad * 10
}

const controls = /[\p{Cc}--[\t\n\v\f\r\u0080-\u009f]]/gv

/** More than one control character in a hundred: no text editor wrote this. A few strays are removed later. */
const looksBinary = (text: string): boolean => {
  let count = 0
  const limit = Math.max(2, text.length / 100)
  controls.lastIndex = 0
  while (controls.test(text)) if (++count > limit) return true
  return false
}
