/** Reading a file as a whole: what comes out of .txt and .md, in every encoding, and what is refused. */
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../contract/failure.ts'
import type { Encoding } from '../../../contract/imports.ts'
import { MAX_FILE_BYTES } from '../../../contract/imports.ts'
import { documentName } from '../../../main/formats/import/container.ts'
import { readDocument } from '../../../main/formats/import/read.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian = false) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  return bytes
}
const read = (bytes: Uint8Array, name = 'interview.txt', encoding: Encoding | null = null) =>
  readDocument(bytes, name, { encoding })
const refusal = async (bytes: Uint8Array, name = 'interview.txt') => {
  const error = await read(bytes, name).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  const { failure } = error as AppError
  if (failure.code !== 'unreadable-file') throw error
  expect(failure.file).toBe(name)
  return failure.reason
}

describe('encodings', () => {
  const text = 'I: Hoe gaat het, café “Überhaupt”?\nR: Goed, één keer. €5.'

  test.each([
    ['UTF-8', utf8(text), 'utf-8', true],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), 'utf-8', true],
    ['UTF-16 LE with a mark', utf16(`\ufeff${text}`), 'utf-16le', true],
    ['UTF-16 BE with a mark', utf16(`\ufeff${text}`, true), 'utf-16be', true],
    ['UTF-16 LE', utf16(text), 'utf-16le', false],
    ['UTF-16 BE', utf16(text, true), 'utf-16be', false],
    [
      'Windows-1252',
      Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('€', '\x80'), 'latin1'),
      'windows-1252',
      false,
    ],
  ])('%s is recognised', async (_, bytes, encoding, certain) => {
    const document = await read(bytes)
    expect(document.text).toBe(text)
    expect([document.encoding, document.encodingCertain]).toEqual([encoding, certain])
  })

  test('UTF-16 without a mark in a script of two bytes', async () => {
    const dari = 'س: چرا رفتید؟\nج: چون امن نبود و ما مجبور شدیم.'
    expect((await read(utf16(dari))).text).toBe(dari)
    expect((await read(utf16(dari, true))).text).toBe(dari)
  })

  test('Windows-1252 has all its signs', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 32 || byte === 127 ? 32 : byte))
    const document = await read(bytes, 'a.txt', 'windows-1252')
    expect(document.text.trim()).toBe(new TextDecoder('windows-1252').decode(bytes).trim())
    expect(document.text).toContain('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ')
  })

  test('one encoding can be forced', async () => {
    expect((await read(utf8('één'), 'a.txt', 'windows-1252')).text).toBe('Ã©Ã©n')
  })

  test('a few broken bytes do not make a UTF-8 file another one', async () => {
    const document = await read(Buffer.concat([utf8('één café déjà '.repeat(20)), Buffer.from([0xe9]), utf8(' klaar')]))
    expect(document.encoding).toBe('utf-8')
    expect(document.encodingCertain).toBe(false)
    expect(document.text.endsWith('\ufffd klaar')).toBe(true)
  })
})

describe('the canonical text', () => {
  test('line ends of all kinds are one LF; NUL, controls, marks and lone surrogates go; tabs stay', async () => {
    const { text } = await read(utf16('\ufeffa\r\nb\rc\u2028d\u2029e\u0085f\vg\fh\0i\ufeffj\tk\u0007l\ud800m'))
    // A lone surrogate in a file is decoded to U+FFFD, which shows that something was there.
    expect(text).toBe('a\nb\nc\nd\ne\nf\ng\nhij\tkl\ufffdm')
  })

  test('is in NFC, without blank lines around it', async () => {
    const { text, paragraphs } = await read(utf8('\n \n  cafe\u0301\n\neen\n\n'))
    expect(text).toBe('  café\n\neen')
    expect(paragraphs).toEqual([0, 7, 8])
  })

  test('the hash is that of the text, not of the file', async () => {
    const one = await read(utf8('ja\r\nnee\r\n'))
    const other = await read(utf16('\ufeffja\nnee'))
    expect(one.hash).toBe(other.hash)
    expect(one.hash).toBe('cea8daaba9520dd1d759e51f2d7a2edd6cfdca1b1335e119368ee538bf44f18f')
  })
})

describe('what is refused', () => {
  const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')
  const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])

  test.each([
    ['nothing', Buffer.alloc(0), 'a.txt', 'empty'],
    ['only a byte order mark', Buffer.from([0xef, 0xbb, 0xbf]), 'a.txt', 'empty'],
    ['only spaces', utf8(' \n\t\n '), 'a.txt', 'no-text'],
    ['a PDF called .txt', pdf, 'a.txt', 'binary'],
    ['a picture called .docx', png, 'a.docx', 'binary'],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 'a.txt', 'binary'],
    ['an old .doc', ole, 'a.doc', 'unknown-format'],
    ['a .docx with a password', locked, 'a.docx', 'password-protected'],
    ['text called .docx', utf8('hallo'), 'a.docx', 'damaged'],
    ['the beginning of a .docx', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), 'a.docx', 'damaged'],
    ['rich text', utf8('{\\rtf1 hallo}'), 'a.rtf', 'unknown-format'],
    ['a web page', utf8('<p>hallo</p>'), 'a.html', 'unknown-format'],
    ['fifty megabytes', new Uint8Array(MAX_FILE_BYTES), 'a.txt', 'too-large'],
  ])('%s', async (_, bytes, name, reason) => {
    expect(await refusal(bytes, name)).toBe(reason)
  })
})

test('a document is named after its file', () => {
  expect(documentName('/tmp/R07 eerste gesprek.docx')).toBe('R07 eerste gesprek')
  expect(documentName('C:\\data\\gesprek.v2.txt')).toBe('gesprek.v2')
  expect(documentName('.txt')).toBe('.txt')
})
