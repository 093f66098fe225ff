/** What a file is by its bytes; its name decides only between kinds of text, and names the document. */
import type { Preview } from '../../../contract/imports.ts'
import { Unreadable } from './unreadable.ts'

/** A document is named after its file, without folder and extension. */
export const documentName = (fileName: string): string => {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  return (
    base
      .replace(/(?<=.)\.[^.\s]{1,12}$/u, '')
      .trim()
      .slice(0, 300)
      .toWellFormed() || base
  )
}

/** Throws `Unreadable`: empty, binary, password-protected, damaged, unknown-format. */
export const formatOf = (bytes: Uint8Array, fileName: string): Preview['format'] => {
  if (bytes.length === 0) throw new Unreadable('empty')
  const extension = /\.([^./\\]{1,12})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  // A .docx that lost its name is still one.
  if (startsWith(bytes, 0, 'PK\x03\x04')) return 'docx'
  if (startsWith(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    throw new Unreadable(holdsEncryptedPackage(bytes) ? 'password-protected' : 'unknown-format')
  if (binaries.some(([at, signature]) => startsWith(bytes, at, signature))) throw new Unreadable('binary')
  if (startsWith(bytes, 0, '{\\rtf')) throw new Unreadable('unknown-format')
  if (extension === 'docx') throw new Unreadable('damaged')
  if (extension === 'md' || extension === 'markdown') return 'md'
  if (extension === 'txt' || extension === 'text' || extension === '') return 'txt'
  throw new Unreadable('unknown-format')
}

const startsWith = (bytes: Uint8Array, at: number, signature: string): boolean =>
  bytes.length >= at + signature.length &&
  Array.from(signature).every((unit, index) => bytes[at + index] === unit.charCodeAt(0))

/** PDF, pictures, sound, film, other archives, SQLite. */
const binaries: readonly (readonly [number, string])[] = [
  [0, '%PDF-'],
  [0, '\x89PNG'],
  [0, 'GIF8'],
  [0, '\xff\xd8\xff'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'RIFF'],
  [0, 'OggS'],
  [0, 'fLaC'],
  [0, 'ID3'],
  [4, 'ftyp'],
  [0, '\x1aE\xdf\xa3'],
  [0, '\x1f\x8b'],
  [0, '7z\xbc\xaf'],
  [0, 'Rar!'],
  [0, 'SQLite format 3\0'],
]

/** Word puts an encrypted .docx as a stream of this name into an old container. */
const holdsEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
