/** Reading .docx files that a word processor or a library made, and archives that somebody made to do harm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError, type Failure } from '../../../contract/failure.ts'
import { readDocument, type ReadDocument } from '../../../main/formats/import/read.ts'
import { guessBy, guessSpeakers } from '../../../main/formats/import/speakers.ts'

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures/documents', name))
const readFixture = (name: string) => readDocument(fixture(name), name)
const marked = ({ text, marks }: ReadDocument, wanted: string) =>
  marks.flatMap(({ start, end, kind }) => (kind === wanted ? text.slice(start, end) : []))
const turnsOf = ({ text, turns }: ReadDocument) =>
  turns.map(({ start, end, label }) => `${label}|${text.slice(start, end)}`)
const wordsOf = ({ text, wordStarts }: ReadDocument) =>
  [...wordStarts].map((start) => /^[\p{L}\p{M}\p{N}’'.,-]*[\p{L}\p{N}]/u.exec(text.slice(start))?.[0])
const refusal = async (bytes: Uint8Array, name = 'a.docx'): Promise<Extract<Failure, { code: 'unreadable-file' }>> => {
  const error = await readDocument(bytes, name).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError) || error.failure.code !== 'unreadable-file') throw error ?? new Error('was read')
  return error.failure
}

describe('an interview with corrections', () => {
  test('is read as its author sees it when all changes are accepted', async () => {
    const document = await readFixture('gesprek-r07.docx')
    expect(document.text).toBe(
      [
        'Gesprek met R07',
        'Datum\t5 maart 2024',
        'Plaats\tTer Apel',
        'Interviewer\tAnna de Vries',
        '',
        'I: Waarom bent u toen vertrokken?',
        'R07: [zucht] Het was niet veilig. Ik was altijd bang.',
        'Mijn broer zei: ga nu.',
        'En ik ging.',
        'I: Wat nam u mee?',
        'R07: Drie dingen:',
        'een foto',
        'mijn diploma',
        'de sleutel van het huis',
        '',
        'Terugkeer',
        'I: Zou u terug willen?',
        'R07: Terug is voor mij opnieuw weggaan. Café ’t Hoekje is weg, iedereen is weg.',
      ].join('\n'),
    )
    expect([document.format, document.encoding, document.encodingCertain, document.language]).toEqual([
      'docx',
      null,
      true,
      'nl',
    ])
  })

  test('says what it leaves out', async () => {
    expect((await readFixture('gesprek-r07.docx')).leftOut).toEqual({
      insertions: 1,
      deletions: 1,
      comments: 2,
      footnotes: 1,
      images: 1,
      headers: 2,
    })
  })

  test('has its turns, headings and emphasis', async () => {
    const document = await readFixture('gesprek-r07.docx')
    expect(document.turns.map(({ label }) => label)).toEqual(['I', 'R07', 'I', 'R07', 'I', 'R07'])
    expect(turnsOf(document)[3]).toBe('R07|R07: Drie dingen:\neen foto\nmijn diploma\nde sleutel van het huis')
    expect(marked(document, 'heading')).toEqual(['Gesprek met R07', 'Terugkeer'])
    expect(marked(document, 'bold')).toEqual(['I:', 'R07:', 'I:', 'R07:', 'I:', 'R07:'])
    expect(marked(document, 'italic')).toEqual(['altijd'])
    expect(wordsOf(document).slice(-14).join(' ')).toBe(
      'Terug is voor mij opnieuw weggaan Café t Hoekje is weg iedereen is weg',
    )
  })
})

describe('tables', () => {
  test('with columns for time, speaker and text are turns in the standard form', async () => {
    const document = await readFixture('focusgroep-tabel.docx')
    expect(turnsOf(document)).toEqual([
      'Moderator|[00:00:05] Moderator: Welkom. Wie wil beginnen?',
      'Samira|[00:00:12] Samira: Ik. Ik woon hier negen jaar.\n[stilte] En nog steeds wacht ik.\n[00:00:40] Je leeft in een koffer.',
      'Yusuf|[00:00:52] Yusuf: Bij mij is het anders: mijn kinderen gaan naar school.',
      'Moderator|[00:01:20] Moderator: Anders hoe?',
      'Yusuf|[00:01:23] Yusuf: Zij blijven. Dus ik blijf.',
    ])
    expect(marked(document, 'heading')).toEqual(['Focusgroep Zwolle', 'Tijd\tSpreker\tTekst'])
    expect(marked(document, 'time')).toHaveLength(6)
    expect(guessSpeakers(document, 'g').map(({ label, role, respondent }) => [label, role, respondent])).toEqual([
      ['Moderator', 'interviewer', null],
      ['Samira', 'respondent', 'Samira'],
      ['Yusuf', 'respondent', 'Yusuf'],
    ])
  })

  test('with two columns and no heading row too; the interpreter speaks for the only respondent', async () => {
    const document = await readFixture('two-columns.docx')
    expect(document.text).toBe(
      'Interviewer: What would you return to?\nRespondent: To nothing. (laughs) To my mother’s kitchen, maybe.\n' +
        'Interviewer: And if you stay?\nInterpreter: He says: if I stay, I wait.',
    )
    expect(guessSpeakers(document, 'Case 5').map(({ role, respondent, words }) => [role, respondent, words])).toEqual([
      ['interviewer', null, 9],
      ['respondent', 'Case 5', 7],
      ['interpreter', 'Case 5', 7],
    ])
  })
})

describe('files of LibreOffice', () => {
  test('bold names on their own lines, tracked changes, a note, a comment and a text box', async () => {
    const document = await readFixture('interview-21-libreoffice.docx')
    expect(turnsOf(document)).toEqual([
      'Interviewer|Interviewer\nTell me about the day you left.',
      'Nadia|Nadia\nIt was a Tuesday. I remember only the bus.\nMy aunt said: do not look back.\nSo I looked.',
      'Interviewer|Interviewer\nAnd now?\nPhone rings\nAbout work.\nAbout your health.',
      'Nadia|Nadia\nNow I teach other people the words. [laughs] All the words I did not have.',
    ])
    expect(document.leftOut).toEqual({ insertions: 1, deletions: 1, comments: 1, footnotes: 1, images: 0, headers: 0 })
    expect(document.language).toBe('en')
  })

  test('with a password, of old Word and of OpenDocument are refused', async () => {
    expect(await refusal(fixture('gesprek-met-wachtwoord.docx'))).toMatchObject({ reason: 'password-protected' })
    expect(await refusal(fixture('gesprek-oud.doc'), 'gesprek-oud.doc')).toMatchObject({ reason: 'unknown-format' })
    expect(await refusal(fixture('gesprek-oud.doc'), 'gesprek-oud.docx')).toMatchObject({ reason: 'unknown-format' })
    expect(await refusal(fixture('gesprek.odt'), 'gesprek.odt')).toMatchObject({ reason: 'unknown-format' })
  })
})

test('a .docx is known by what it holds', async () => {
  const document = await readDocument(fixture('two-columns.docx'), 'two-columns.txt', { encoding: 'windows-1252' })
  expect([document.format, document.encoding]).toEqual(['docx', null])
})

describe('text files', () => {
  test.each([
    ['interview-12.txt', 'utf-8', true, 'en', ['Interviewer', 'R12', 'Interviewer', 'R12']],
    ['gesprek-tolk-windows.txt', 'windows-1252', false, 'nl', ['I', 'T', 'R', 'T', 'I', 'T']],
    ['notulen-utf16.txt', 'utf-16le', true, 'nl', ['Anna', 'Mehmet', 'Anna', 'Mehmet']],
    ['gesprek-04.md', 'utf-8', true, 'nl', ['Interviewer', 'Leila', 'Interviewer', 'Leila']],
    ['verhaal-zonder-sprekers.txt', 'utf-8', true, 'nl', []],
  ])('%s', async (name, encoding, certain, language, labels) => {
    const document = await readFixture(name)
    expect([document.encoding, document.encodingCertain, document.language]).toEqual([encoding, certain, language])
    expect(document.turns.map(({ label }) => label)).toEqual(labels)
    expect(document.text).not.toMatch(/[\r\ufeff\ufffd]/)
    expect(guessBy(document, 'n')).toEqual(labels.length === 0 ? ['n'] : [])
  })

  test('the words of an interpreter are the only respondent’s', async () => {
    const speakers = guessSpeakers(await readFixture('gesprek-tolk-windows.txt'), 'Gesprek')
    expect(speakers.find(({ label }) => label === 'T')).toMatchObject({
      role: 'interpreter',
      respondent: 'Gesprek',
      turns: 3,
    })
    expect(speakers.find(({ label }) => label === 'R')).toMatchObject({
      role: 'respondent',
      words: 0,
      sample: '[onverstaanbaar]',
    })
  })
})

/** A .docx whose parts are changed. */
const changed = (change: (parts: Record<string, Uint8Array>) => Zippable | void, name = 'gesprek-r07.docx') => {
  const parts = unzipSync(fixture(name))
  return zipSync(change(parts) ?? parts)
}
const withBody = (body: string) =>
  changed((parts) => {
    const main = strFromU8(parts['word/document.xml'] as Uint8Array)
    parts['word/document.xml'] = strToU8(main.replace(/<w:body>.*<\/w:body>/s, `<w:body>${body}</w:body>`))
  })
const textOf = async (body: string) => (await readDocument(withBody(body), 'a.docx')).text
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('no word of a document is lost', () => {
  test.each([
    ['a carriage return', `<w:p>${run('a')}<w:r><w:cr/></w:r>${run('b')}</w:p>`, 'a\nb'],
    ['a simple field', `<w:p>${run('op ')}<w:fldSimple w:instr="DATE">${run('3 mei')}</w:fldSimple></w:p>`, 'op 3 mei'],
    [
      'a field of many parts',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTHOR</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Anna')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      'Anna',
    ],
    [
      'words from right to left',
      `<w:p><w:bdo w:val="rtl">${run('سلام')}</w:bdo><w:dir w:val="rtl">${run(' چای')}</w:dir></w:p>`,
      'سلام چای',
    ],
    [
      'a smart tag and a control',
      `<w:p><w:smartTag>${run('a')}</w:smartTag><w:sdt><w:sdtContent>${run('b')}</w:sdtContent></w:sdt></w:p>`,
      'ab',
    ],
    [
      'a moved passage',
      `<w:p><w:moveTo w:id="1">${run('hier')}</w:moveTo><w:moveFrom w:id="2">${run('daar')}</w:moveFrom></w:p>`,
      'hier',
    ],
    [
      'a deleted paragraph mark',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('een ')}</w:p><w:p>${run('twee')}</w:p>`,
      'een twee',
    ],
    [
      'hyphens and tabs',
      `<w:p>${run('a')}<w:r><w:noBreakHyphen/><w:tab/><w:softHyphen/></w:r>${run('b')}</w:p>`,
      'a\u2011\t\u00adb',
    ],
    ['a line end in the XML', `<w:p>${run('a\nb')}</w:p>`, 'a b'],
    [
      'a table in a table',
      `<w:tbl><w:tr><w:tc><w:p>${run('a')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
      'a\nb',
    ],
    [
      'a whole conversation in one cell',
      `<w:tbl><w:tr><w:tc><w:p>${run('I: ja?')}</w:p><w:p>${run('R: nee')}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
      'I: ja?\nR: nee',
    ],
  ])('%s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text)
  })

  test('accents that are apart come together, and bold stays on its letters', async () => {
    const document = await readDocument(
      withBody(
        `<w:p>${run('cafe\u0301 ')}${run('re\u0301e\u0301l', '<w:b/>')}${run('\u0301 e\u0301')}${run('e\u0301n', '<w:i/>')}</w:p>`,
      ),
      'a.docx',
    )
    expect(document.text).toBe('café rééĺ één')
    expect(marked(document, 'bold')).toEqual(['réé'])
    expect(marked(document, 'italic')).toEqual(['én'])
  })

  test('comments and footnotes that mention nothing are nothing; a document without words has no text', async () => {
    expect(await refusal(withBody('<w:p/><w:p><w:r><w:tab/></w:r></w:p>'))).toMatchObject({ reason: 'no-text' })
  })

  test('a paragraph mark alone that was changed counts once', async () => {
    const { leftOut } = await readDocument(
      withBody(
        `<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:ins w:id="2">${run('a')}</w:ins></w:p>` +
          `<w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr>${run('b')}</w:p>`,
      ),
      'a.docx',
    )
    expect(leftOut).toMatchObject({ insertions: 2, deletions: 0 })
  })

  test('in strict Office Open XML and with other prefixes', async () => {
    const strict = changed((parts) => {
      for (const [name, bytes] of Object.entries(parts))
        if (/\.(?:xml|rels)$/.test(name))
          parts[name] = strToU8(
            strFromU8(bytes)
              .replaceAll(
                'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
                'http://purl.oclc.org/ooxml/wordprocessingml/main',
              )
              .replaceAll(
                'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
                'http://purl.oclc.org/ooxml/officeDocument/relationships',
              ),
          )
      parts['word/document.xml'] = strToU8(
        strFromU8(parts['word/document.xml'] as Uint8Array)
          .replace(/(<\/?)w:/g, '$1ns0:')
          .replace('xmlns:w=', 'xmlns:ns0='),
      )
    }, 'two-columns.docx')
    expect((await readDocument(strict, 'a.docx')).text).toContain('Interpreter: He says')
  })
})

/** One byte of the part's packed content is another one. */
const withByteChanged = (bytes: Uint8Array, part: string): Uint8Array => {
  const at = Buffer.from(bytes).indexOf(part) + part.length + 200
  return bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte))
}

describe('archives that nobody should trust', () => {
  test.each([
    ['cut short', fixture('gesprek-r07.docx').slice(0, 9000), 'damaged', ''],
    [
      'a byte changed inside a part',
      withByteChanged(fixture('gesprek-r07.docx'), 'word/document.xml'),
      'damaged',
      'word/document.xml',
    ],
    [
      'no main part',
      changed((parts) => {
        delete parts['word/document.xml']
      }),
      'unknown-format',
      '',
    ],
    [
      'a spreadsheet',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
      'unknown-format',
      '',
    ],
    ['an empty archive', zipSync({ a: new Uint8Array() }), 'unknown-format', ''],
    [
      'a document type',
      changed((parts) => {
        parts['word/document.xml'] = strToU8(
          `<!DOCTYPE a [<!ENTITY b "c">]>${strFromU8(parts['word/document.xml'] as Uint8Array)}`,
        )
      }),
      'damaged',
      'word/document.xml',
    ],
    [
      'a document type in a part beside',
      changed((parts) => {
        parts['word/styles.xml'] = strToU8('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')
      }),
      'damaged',
      'word/styles.xml',
    ],
    ['an entity nobody declared', withBody(`<w:p>${run('&lol;')}</w:p>`), 'damaged', 'word/document.xml'],
    ['elements without an end', withBody('<w:p>'), 'damaged', 'word/document.xml'],
    [
      'elements nested without end',
      withBody('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)),
      'damaged',
      'word/document.xml',
    ],
    [
      'a part that bursts',
      changed((parts) => {
        parts['word/styles.xml'] = strToU8(' '.repeat(30_000_000))
      }),
      'too-large',
      'word/styles.xml',
    ],
    [
      'parts that are too much together',
      changed((parts) => ({ ...parts, 'word/header7.xml': [strToU8('x'.repeat(90_000_000)), { level: 0 }] })),
      'too-large',
      '',
    ],
    ['more elements than anybody writes', withBody('<w:p/>'.repeat(1_000_001)), 'too-large', 'word/document.xml'],
    [
      'two parts of one name',
      changed((parts) => ({ ...parts, 'word\\document.xml': strToU8('<a/>') })),
      'damaged',
      'word/document.xml',
    ],
  ] as const)('%s', async (_, bytes, reason, place) => {
    expect(await refusal(bytes as Uint8Array)).toMatchObject({ reason, place })
  })

  test('a size that lies is found out before the memory is gone', async () => {
    const bytes = changed((parts) => {
      parts['word/styles.xml'] = strToU8(' '.repeat(20_000_000))
    })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 30 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000)
        view.setUint32(at + 24, 5000, true)
    expect(await refusal(bytes)).toMatchObject({ reason: 'damaged', place: 'word/styles.xml' })
  })

  test('paths that climb out are only names; bombs among the media stay packed', async () => {
    const bytes = changed((parts) => ({
      ...parts,
      '../../evil.xml': strToU8('<!DOCTYPE a>'),
      'word/media/bomb.png': new Uint8Array(100_000_000),
    }))
    expect((await readDocument(bytes, 'a.docx')).text).toContain('Waarom bent u toen vertrokken?')
  })
})
