/** Opens a .zip that nobody vouches for: names and sizes first, then only the parts asked for, bounded and checked. */
import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

export interface ZipEntry {
  readonly name: string
  /** Bytes once inflated, as the archive says; inflating stops there. */
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly crc: number
  readonly header: number
}

const MAX_ENTRIES = 10_000
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const WIDE = 0xffff_ffff
const MAX_COMMENT = 0xffff
const ENCRYPTED = 1

/** The archive's table of contents, by name. Nothing is inflated. Throws `Unreadable`. */
export const listEntries = (bytes: Uint8Array): Map<string, ZipEntry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw new Unreadable('too-large')
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Unreadable('damaged')
    const { entry, next } = readCentral(bytes, view, at, end)
    // Two parts of one name: readers would disagree which one is meant.
    if (entries.has(entry.name)) throw new Unreadable('damaged', entry.name)
    entries.set(entry.name, entry)
    at = next
  }
  return entries
}

const findEnd = (view: DataView): number => {
  const least = Math.max(0, view.byteLength - 22 - MAX_COMMENT)
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at
  throw new Unreadable('damaged')
}

const readCentral = (bytes: Uint8Array, view: DataView, at: number, end: number): { entry: ZipEntry; next: number } => {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > end) throw new Unreadable('damaged')
  // Names are only compared with the ones we look for, never used as paths.
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
  if (view.getUint16(at + 8, true) & ENCRYPTED) throw new Unreadable('password-protected')
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [size, packed, header] = wideSizes(view, at + 46 + nameLength, extraLength, sizes) as [number, number, number]
  const entry = {
    name,
    size,
    packed,
    header,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
  }
  return { entry, next }
}

/** Some writers put 64-bit sizes behind even a small part. */
const wideSizes = (view: DataView, from: number, length: number, sizes: readonly number[]): number[] => {
  if (!sizes.includes(WIDE)) return [...sizes]
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    return sizes.map((size) => {
      if (size !== WIDE) return size
      if (field + 8 > from + length) throw new Unreadable('damaged')
      field += 8
      return Number(view.getBigUint64(field - 8, true))
    })
  }
  throw new Unreadable('damaged')
}

/** Bounds for the parts that are inflated together, in bytes. */
export interface Budget {
  left: number
}

/** Beyond this, with more than a megabyte to come out, a part was made to burst. Deflate reaches 1,032 at most. */
const MAX_RATIO = 250
const RATIO_MATTERS_FROM = 1_000_000

/** One part's bytes, its length and checksum verified. Throws `Unreadable`; takes the size off the budget first. */
export const inflateEntry = (bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array => {
  const { name, size, packed, header, method, crc } = entry
  if (size > budget.left || (size > RATIO_MATTERS_FROM && size > packed * MAX_RATIO))
    throw new Unreadable('too-large', name)
  budget.left -= size
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL) throw new Unreadable('damaged', name)
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (from + packed > bytes.length) throw new Unreadable('damaged', name)
  const content = unpack(bytes.subarray(from, from + packed), method, size, name)
  if (content.length !== size || crc32(content) !== crc) throw new Unreadable('damaged', name)
  return content
}

const unpack = (packed: Uint8Array, method: number, size: number, name: string): Uint8Array => {
  if (method === 0) return packed
  if (method !== 8) throw new Unreadable('damaged', name)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new Unreadable('damaged', name)
  }
}
