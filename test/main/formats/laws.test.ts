/** What holds for every text and every file: positions that fit, failures that have a name, time that grows with size. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { MarkKind } from '../../../contract/documents.ts'
import { AppError } from '../../../contract/failure.ts'
import { canonicalText, clean } from '../../../main/formats/import/canonical.ts'
import { markdownStyles } from '../../../main/formats/import/markdown.ts'
import { readDocument, type ReadDocument } from '../../../main/formats/import/read.ts'
import { RichText } from '../../../main/formats/import/rich-text.ts'
import { segment, type Mark } from '../../../main/formats/import/segment.ts'
import { guessSpeakers } from '../../../main/formats/import/speakers.ts'
import { wordStarts } from '../../../main/formats/import/words.ts'

const pieces = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'I:',
      'R07:',
      'Tolk:',
      'Anna:',
      '[Anna]',
      'Anna',
      'Q.',
      'A.',
      '12 ',
      '**',
      '*',
      '_',
      '# ',
      '> ',
      '- ',
      '\t',
      ' ',
      ' ',
      '\n',
      '\n',
      '\n',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '[00:12]',
      '00:12:31',
      '#00:01:02-3#',
      '(0:12)',
      '[lacht]',
      '(zucht)',
      '((x))',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '{pause}',
      ':',
      '://',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('waarom', 'omdat het moest', 'Let op', "it's", '3,5', 'één', 'سلام', '漢字', 'हिन्दी'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u0301',
      '\u200d',
      '\ufe0f',
      '👩‍👧',
      '🇳',
      '👍🏽',
      '\u0600',
      'ᄀ',
      'ᅡ',
      '\u0e33',
      '\u0bbe',
      '\u00a0',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => canonicalText(parts.join('')))
const kinds: readonly MarkKind[] = ['bold', 'italic', 'heading']
const stylesOf = (text: string, seeds: readonly (readonly [number, number, number])[]): Mark[] =>
  seeds.flatMap(([a, b, kind]) => {
    const [start, end] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y) as [number, number]
    return start < end ? { start, end, kind: kinds[kind % 3] as MarkKind } : []
  })
const seeds = fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(2)), { maxLength: 5 })

const boundariesOf = (text: string): Set<number> =>
  new Set([...[...new Intl.Segmenter('en').segment(text)].map(({ index }) => index), text.length])
const quiet = ['label', 'time', 'convention']

const expectSound = (
  text: string,
  { paragraphs, turns, marks }: ReturnType<typeof segment>,
  words: ArrayLike<number>,
) => {
  const boundaries = boundariesOf(text)
  expect(paragraphs).toEqual([0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)])
  let before = 0
  for (const { start, end, label } of turns) {
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeGreaterThan(start)
    expect(paragraphs).toContain(start)
    expect(text[end] ?? '\n').toBe('\n')
    expect(label.trim()).toBe(label)
    expect(label).not.toBe('')
    before = end
  }
  expect(before).toBeLessThanOrEqual(text.length)
  let last = 0
  let quietUntil = 0
  for (const { start, end, kind } of marks) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(start, end)).not.toContain('\n')
    expect([boundaries.has(start), boundaries.has(end)]).toEqual([true, true])
    last = start
    if (!quiet.includes(kind)) continue
    expect(start).toBeGreaterThanOrEqual(quietUntil)
    quietUntil = end
  }
  let previous = -1
  const silent = marks.filter(({ kind }) => quiet.includes(kind))
  for (const word of Array.from(words)) {
    expect(word).toBeGreaterThan(previous)
    expect(silent.some(({ start, end }) => word >= start && word < end)).toBe(false)
    previous = word
  }
  expect(previous).toBeLessThan(text.length)
}

describe('for every text', () => {
  test('paragraphs, turns, marks and words lie in it, in order, on whole characters', () => {
    fc.assert(
      fc.property(texts, seeds, fc.boolean(), (text, styleSeeds, markdown) => {
        const styles = markdown ? markdownStyles(text) : stylesOf(text, styleSeeds)
        const found = segment(text, { styles, markdown })
        expectSound(text, found, wordStarts(text, found.marks, 'nl'))
        const speech = { text, turns: found.turns, marks: found.marks, wordStarts: wordStarts(text, found.marks, 'nl') }
        const speakers = guessSpeakers(speech, 'Naam')
        expect(speakers.reduce((sum, { turns }) => sum + turns, 0)).toBe(found.turns.length)
        expect(speakers.reduce((sum, { words }) => sum + words, 0)).toBeLessThanOrEqual(speech.wordStarts.length)
      }),
      { numRuns: 4000 },
    )
  })

  test('the canonical text is its own canonical text, well-formed, in NFC, with LF only', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
        (raw) => {
          const text = canonicalText(raw)
          expect(canonicalText(text)).toBe(text)
          expect(text.isWellFormed()).toBe(true)
          expect(text.normalize('NFC')).toBe(text)
          expect(text).not.toMatch(/[\r\v\f\0\ufeff\u2028\u2029]/)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('rich lines become the canonical text of their pieces, with marks in it', () => {
    const line = fc.record({
      pieces: fc.array(fc.record({ text: pieces, bold: fc.boolean(), italic: fc.boolean() }), { maxLength: 6 }),
      heading: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const rich = new RichText()
        for (const one of lines) rich.add(one)
        const { text, styles } = rich.take()
        // Each piece is cleaned by itself, as no word processor divides a surrogate pair or CRLF over two of them.
        const joined = lines.map(({ pieces: all }) => all.map((piece) => clean(piece.text)).join('')).join('\n')
        expect(text).toBe(canonicalText(joined))
        expectSound(text, segment(text, { styles }), [])
        if (lines.every(({ pieces: all }) => all.every(({ bold }) => bold)))
          for (const match of text.matchAll(/[a-z]/g))
            expect(
              styles.some((mark) => mark.kind === 'bold' && mark.start <= match.index && match.index < mark.end),
            ).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('a text comes back from every encoding that is marked, and from UTF-8 unmarked', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts.filter((text) => text !== ''),
        async (text) => {
          const little = Buffer.from(`\ufeff${text}`, 'utf16le')
          for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), little, Buffer.from(little).swap16()])
            expect((await readDocument(bytes, 'a.txt')).text).toBe(text)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** What reading answers: a document, or a failure with a name. Anything else breaks the test. */
const outcome = async (bytes: Uint8Array, name: string): Promise<ReadDocument | null> => {
  try {
    return await readDocument(bytes, name)
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'unreadable-file') return null
    throw error
  }
}

describe('reading never breaks', () => {
  const beginnings = [
    '',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\xff\xfe',
    '\xfe\xff',
    '\xef\xbb\xbf',
    'I: ja\n',
  ]

  test('on random bytes', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.docx', 'a', 'a.pdf'),
        async (beginning, bytes, name) => {
          const document = await outcome(Buffer.concat([Buffer.from(beginning, 'latin1'), bytes]), name)
          if (document) expectSound(document.text, document, document.wordStarts)
        },
      ),
      { numRuns: 3000 },
    )
  })

  const fixtures = ['gesprek-r07.docx', 'focusgroep-tabel.docx', 'interview-21-libreoffice.docx'].map((name) =>
    Uint8Array.from(readFileSync(join(import.meta.dirname, '../../fixtures/documents', name))),
  )
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.uint8Array({ maxLength: 12 })), {
    minLength: 1,
    maxLength: 3,
  })
  const edited = (bytes: Uint8Array, changes: readonly (readonly [number, number, Uint8Array])[]) =>
    changes.reduce<Uint8Array>((result, [place, cut, put]) => {
      const at = place % (result.length + 1)
      return Buffer.concat([result.subarray(0, at), put, result.subarray(at + cut)])
    }, bytes)

  test('on .docx files with changed bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fixtures), edits, async (bytes, changes) => {
        const document = await outcome(edited(bytes, changes), 'a.docx')
        expect(document === null || document.text !== '').toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('on .docx files with changed XML', async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures.map((bytes) => unzipSync(bytes))),
        fc.constantFrom(
          'word/document.xml',
          'word/document.xml',
          'word/styles.xml',
          'word/numbering.xml',
          'word/_rels/document.xml.rels',
          '_rels/.rels',
          '[Content_Types].xml',
          'word/comments.xml',
        ),
        fc.nat(),
        fc.constantFrom('cut', 'double', 'swap', 'bytes'),
        edits,
        async (parts, part, seed, how, changes) => {
          const xml = Buffer.from(parts[part] ?? new Uint8Array()).toString()
          const tags = [...xml.matchAll(/<(\w+:\w+)(?:\s[^>]*)?\/>|<(\w+:t)[^>]*>[^<]*<\/\2>|<(\w+:p)[ >].*?<\/\3>/gs)]
          const tag = tags[seed % Math.max(1, tags.length)]
          const other = tags[(seed * 7 + 3) % Math.max(1, tags.length)]
          const replacement = how === 'cut' ? '' : how === 'double' ? (tag?.[0] ?? '').repeat(2) : (other?.[0] ?? '')
          const changed =
            how === 'bytes' || !tag
              ? edited(parts[part] ?? new Uint8Array(), changes)
              : Buffer.from(xml.slice(0, tag.index) + replacement + xml.slice(tag.index + tag[0].length))
          const document = await outcome(zipSync({ ...parts, [part]: changed }, { level: 0 }), 'a.docx')
          if (!document) return
          read++
          expectSound(document.text, document, document.wordStarts)
        },
      ),
      { numRuns: 500 },
    )
    // Many of the changes leave a document that can be read.
    expect(read).toBeGreaterThan(100)
  })
})

describe('time grows with size and no faster', () => {
  const hostile: Record<string, string> = {
    'line ends': '\n',
    brackets: '[',
    'nested brackets': '[(<{*',
    'conventions that never close': '(lacht ',
    labels: 'I: ja\n',
    names: 'Anna Maria de Vries van Dam ',
    'names on lines': 'Anna Maria\n',
    'different labels': 'Anna@: ja\n',
    times: '00:12:31 ',
    colons: 'a:',
    asterisks: '*',
    emphasis: '*a* __b__ ',
    backquotes: '`a``',
    spaces: ' ',
    'tabs and line ends': '\t\n',
    'carriage returns': '\r',
    'combining accents': 'a\u0301\u0302',
    flags: '🇳🇱',
    Arabic: 'سلام [خنده] ',
    digits: '12 ',
    'number signs': '#00:',
    hashes: '# ',
  }

  test('a hundred interviews of ten thousand words take a fraction of a second each', async () => {
    const sentence =
      'Het was toen niet veilig, zei mijn broer; wij gingen (zucht) met z’n vijven, é, 10.000 stappen ver. '
    const bytes = Buffer.from(`I: Waarom ging u?\r\nR07: [00:12] ${sentence.repeat(7)}\r\n\r\n`.repeat(80))
    const began = process.cpuUsage()
    let words = 0
    for (let file = 0; file < 100; file++) words += (await readDocument(bytes, 'a.txt')).wordStarts.length
    const { user, system } = process.cpuUsage(began)
    expect(words).toBeGreaterThan(900_000)
    // A quarter of a second measured; the whole import of a thousand may take 20.
    expect((user + system) / 1e6).toBeLessThan(1.5)
  })

  const markdown = new Set(['asterisks', 'emphasis', 'backquotes', 'hashes', 'brackets'])

  test.each(Object.entries(hostile))('five megabytes of %s', { timeout: 120_000 }, async (what, unit) => {
    let index = 0
    const text = `x${unit.repeat(5_000_000 / unit.length)}x`.replaceAll('@', () => String(index++))
    const began = process.cpuUsage()
    await outcome(Buffer.from(text), markdown.has(what) ? 'a.md' : 'a.txt')
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(12)
  })
})
