import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../contract/failure.ts'
import type { ImportFile, Preview } from '../../contract/imports.ts'
import { openTestProject } from '../support/host.ts'

type Opened = Awaited<ReturnType<typeof openTestProject>>

const fileIn = ({ folder }: Opened, name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name, path }
}
const preview = ({ client }: Opened, file: { name: string; path: string }) =>
  client.imports.preview({ job: file.path, file, encoding: null })
/** Everything as the preview guesses it. */
const confirmed = ({ file, name, language, speakers }: Preview): ImportFile => ({
  file,
  name,
  language,
  encoding: null,
  allowDuplicate: false,
  speakers: speakers.map(({ label, role, respondent }) => ({ label, role, respondent })),
  by: speakers.length === 0 ? [name] : [],
  about: [],
})
const importAll = async (opened: Opened, files: { name: string; path: string }[]) => {
  const previews = await Promise.all(files.map((file) => preview(opened, file)))
  return opened.client.imports.run({ job: 'run', files: previews.map(confirmed) })
}
const tables = ({ project }: Opened) =>
  Object.fromEntries(
    ['document_text', 'paragraph', 'turn', 'mark', 'document', 'speaker', 'turn_speaker', 'respondent'].map((table) => [
      table,
      project.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
    ]),
  )

const interview = `I: Wat zie je voor je?
R07: Ik zie de straat waar mijn broer werd aangehouden. [stilte] Ik slaap niet.
T: Hij zegt dat hij niet slaapt.
I: En dan?
R07: Dan is het nog steeds geen terugkeer.`

describe('imports.preview', () => {
  test('shows the guess about speakers, language and text, and changes nothing', async () => {
    const opened = await openTestProject()
    const file = fileIn(opened, 'Gesprek 7.txt', interview)
    const shown = await preview(opened, file)
    expect(shown).toMatchObject({
      file,
      name: 'Gesprek 7',
      format: 'txt',
      encoding: 'utf-8',
      encodingCertain: true,
      language: 'nl',
      turns: 5,
      duplicateOf: null,
      sample: interview,
      leftOut: { insertions: 0, deletions: 0, comments: 0, footnotes: 0, images: 0, headers: 0 },
    })
    expect(shown.speakers.map(({ label, role, respondent, turns }) => [label, role, respondent, turns])).toEqual([
      ['I', 'interviewer', null, 2],
      ['R07', 'respondent', 'R07', 2],
      ['T', 'interpreter', 'R07', 1],
    ])
    expect(shown.sampleTurns.label).toEqual(['I', 'R07', 'T', 'I', 'R07'])
    const marks = shown.sampleMarks.start.map((start, index) => interview.slice(start, shown.sampleMarks.end[index]))
    expect(marks).toEqual(expect.arrayContaining(['[stilte]']))
    expect(Object.values(tables(opened))).toEqual(Array(8).fill(0))
    expect((await opened.client.history.next({})).undo?.command).not.toBe('imports.run')
  })

  test.each([
    ['empty.txt', new Uint8Array(), 'empty'],
    ['blank.txt', ' \n\n ', 'no-text'],
    ['picture.txt', Uint8Array.from({ length: 3000 }, (_, index) => index % 7), 'binary'],
    ['letter.pages', 'words', 'unknown-format'],
    ['letter.docx', 'not a zip', 'damaged'],
  ])('%s is refused with its reason', async (name, content, reason) => {
    const opened = await openTestProject()
    await expect(preview(opened, fileIn(opened, name, content))).rejects.toMatchObject({
      failure: { code: 'unreadable-file', file: name, reason },
    })
  })

  test('a file that is not there, a folder, and an upload that nobody sent are refused', async () => {
    const opened = await openTestProject()
    mkdirSync(join(opened.folder, 'folder.txt'))
    for (const [path, reason] of [
      [join(opened.folder, 'gone.txt'), 'missing'],
      [join(opened.folder, 'folder.txt'), 'unknown-format'],
      ['upload:1', 'missing'],
      ['relative.txt', 'missing'],
    ])
      await expect(preview(opened, { name: 'a.txt', path: path ?? '' })).rejects.toMatchObject({
        failure: { code: 'unreadable-file', file: 'a.txt', reason },
      })
  })

  test('a file that is too large is refused by its size, before it is read', async () => {
    const opened = await openTestProject()
    const file = fileIn(opened, 'long.txt', '')
    // More than could be read at all, most of it a hole.
    truncateSync(file.path, 3_000_000_000)
    await expect(preview(opened, file)).rejects.toMatchObject({ failure: { reason: 'too-large' } })
    truncateSync(file.path, 50_000_000)
    await expect(preview(opened, file)).rejects.toMatchObject({ failure: { reason: 'too-large' } })
  })

  test('an encoding can be chosen', async () => {
    const opened = await openTestProject()
    const file = fileIn(opened, 'oud.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61, 0x61, 0x6e]))
    expect(await preview(opened, file)).toMatchObject({
      encoding: 'windows-1252',
      encodingCertain: false,
      sample: 'café aan',
    })
    const forced = await opened.client.imports.preview({ job: 'x', file, encoding: 'utf-8' })
    expect(forced).toMatchObject({ encoding: 'utf-8', sample: 'caf\ufffd aan' })
  })
})

describe('imports.run', () => {
  test('brings documents in as one step, with speakers, respondents and an interpreter for one of them', async () => {
    const opened = await openTestProject()
    const { client, events } = opened
    const files = [
      fileIn(opened, 'Gesprek 7.txt', interview),
      fileIn(opened, 'Brief.txt', 'Aan de gemeente.\nIk vraag u.'),
    ]
    const { documents, failed } = await importAll(opened, files)
    expect(failed).toEqual([])
    expect(documents.map(({ file }) => file)).toEqual(files.map(({ path }) => path))
    const list = await client.documents.list({})
    expect(list.map(({ name, turns, language, respondents }) => [name, turns, language, respondents])).toEqual([
      ['Brief', 0, 'nl', [{ id: 2, name: 'Brief', relation: 'by' }]],
      ['Gesprek 7', 5, 'nl', [{ id: 1, name: 'R07', relation: 'by' }]],
    ])
    const text = await client.documents.get({ id: documents[0]?.documentId ?? 0 })
    expect(text.text).toBe(interview)
    expect(text.speakers.map(({ label, role, respondentId }) => [label, role, respondentId])).toEqual([
      ['I', 'interviewer', null],
      ['R07', 'respondent', 1],
      ['T', 'interpreter', 1],
    ])
    const bySpeaker = new Map(text.speakers.map(({ id, label }) => [id, label]))
    expect(text.turns.speakerId.map((id) => bySpeaker.get(id))).toEqual(['I', 'R07', 'T', 'I', 'R07'])
    expect(events.filter(({ kind }) => kind === 'progress')).toContainEqual({
      kind: 'progress',
      job: 'run',
      done: 2,
      total: 2,
    })
    expect((await client.history.next({})).undo).toMatchObject({ command: 'imports.run', about: { count: 2 } })
    await client.history.undo({})
    expect(await client.documents.list({})).toEqual([])
    expect(await client.respondents.list({})).toEqual([])
    await client.history.redo({})
    expect((await client.documents.get({ id: documents[0]?.documentId ?? 0 })).turns.speakerId).toEqual(
      text.turns.speakerId,
    )
  })

  test('a coding in an interpreter’s turn counts for the respondent, in the interviewer’s for nobody', async () => {
    const opened = await openTestProject()
    const { client, project } = opened
    const { documents } = await importAll(opened, [fileIn(opened, 'Gesprek 7.txt', interview)])
    const documentId = documents[0]?.documentId ?? 0
    const code = await client.codes.create({ parentId: null, name: 'Slaap', color: null })
    for (const words of ['Hij zegt', 'En dan?']) {
      const start = interview.indexOf(words)
      await client.codings.apply({ documentId, codeId: code.id, start, end: start + words.length })
    }
    expect(
      project.db.prepare('SELECT respondent_id, role, words FROM coding_respondent ORDER BY coding_id').all(),
    ).toEqual([
      { respondent_id: 1, role: 'interpreter', words: 2 },
      { respondent_id: 0, role: 'interviewer', words: 2 },
    ])
  })

  test('one bad file never stops the others', async () => {
    const opened = await openTestProject()
    const good = fileIn(opened, 'good.txt', interview)
    const other = fileIn(opened, 'other.md', '# Notes\n\n**I:** And then?\n\n**R:** Nothing.\n')
    const previews = [await preview(opened, good), await preview(opened, other)]
    const bad = { ...confirmed(previews[0] as Preview), file: fileIn(opened, 'bad.docx', 'no') }
    const gone = {
      ...confirmed(previews[0] as Preview),
      file: { name: 'gone.txt', path: join(opened.folder, 'gone.txt') },
    }
    const { documents, failed } = await opened.client.imports.run({
      job: 'run',
      files: [bad, ...previews.map(confirmed), gone],
    })
    expect(documents.map(({ file }) => file)).toEqual([good.path, other.path])
    expect(failed.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual([
      { file: bad.file.path, failure: { code: 'unreadable-file', file: 'bad.docx', reason: 'damaged', place: '' } },
      { file: gone.file.path, failure: { code: 'unreadable-file', file: 'gone.txt', reason: 'missing', place: '' } },
    ])
  })

  test('the same text is refused once more, unless it is wanted; what was refused leaves no text behind', async () => {
    const opened = await openTestProject()
    const first = fileIn(opened, 'first.txt', interview)
    copyFileSync(first.path, join(opened.folder, 'second.txt'))
    const second = { name: 'second.txt', path: join(opened.folder, 'second.txt') }
    const together = await importAll(opened, [first, second])
    expect(together.documents).toHaveLength(1)
    expect(together.failed).toEqual([
      {
        file: second.path,
        failure: { code: 'unreadable-file', file: 'second.txt', reason: 'duplicate', place: 'first' },
      },
    ])
    expect(tables(opened)).toMatchObject({ document_text: 1, turn: 5 })
    const shown = await preview(opened, second)
    expect(shown.duplicateOf).toBe('first')
    const again = await opened.client.imports.run({
      job: 'again',
      files: [{ ...confirmed(shown), allowDuplicate: true }],
    })
    expect(again.documents).toHaveLength(1)
    expect(tables(opened)).toMatchObject({ document: 2, respondent: 1 })
  })

  test('respondents are found by name, whatever the case and spaces; nobody is made from a label alone', async () => {
    const opened = await openTestProject()
    const { client } = opened
    const { id } = await client.respondents.create({ name: 'R07' })
    const shown = await preview(opened, fileIn(opened, 'Amina Y.txt', interview))
    const file: ImportFile = {
      ...confirmed(shown),
      speakers: [{ label: 'r07', role: 'respondent', respondent: ' r07 ' }],
      about: ['Amina'],
    }
    await client.imports.run({ job: 'run', files: [file] })
    expect((await client.respondents.list({})).map(({ name }) => name)).toEqual(['Amina', 'R07'])
    const [document] = await client.documents.list({})
    expect(document?.respondents).toEqual([
      { id: id + 1, name: 'Amina', relation: 'about' },
      { id, name: 'R07', relation: 'by' },
    ])
    const { speakers } = await client.documents.get({ id: document?.id ?? 0 })
    expect(speakers.map(({ label, role, respondentId }) => [label, role, respondentId])).toEqual([
      ['I', 'other', null],
      ['R07', 'respondent', id],
      ['T', 'other', null],
    ])
  })

  test('Cancel leaves nothing behind, and the next import works', async () => {
    const opened = await openTestProject()
    const { client, host } = opened
    const files = Array.from({ length: 60 }, (_, index) =>
      fileIn(opened, `${index}.txt`, `I: Question ${index}?\nR${index}: ${'Words and words. '.repeat(3000)}`),
    )
    const previews = await Promise.all(files.map((file) => preview(opened, file)))
    const running = client.imports.run({ job: 'long', files: previews.map(confirmed) })
    const outcome = running.then(
      () => 'imported',
      (error: unknown) => (error instanceof AppError ? error.failure.code : error),
    )
    while (!opened.events.some((event) => event.kind === 'progress' && event.job === 'long' && event.done > 5))
      await new Promise((resolve) => {
        setTimeout(resolve, 1)
      })
    await client.imports.cancel({ job: 'long' })
    expect(await outcome).toBe('cancelled')
    expect(Object.values(tables(opened))).toEqual(Array(8).fill(0))
    expect(host.current()?.db.inTransaction).toBe(false)
    expect((await importAll(opened, files.slice(0, 3))).documents).toHaveLength(3)
  })

  test('texts that a broken-off import left are swept up by the next one, those of a removed document are not', async () => {
    const opened = await openTestProject()
    const { client, project } = opened
    const [file] = (await importAll(opened, [fileIn(opened, 'a.txt', interview)])).documents
    await client.history.undo({})
    project.db
      .prepare(
        `INSERT INTO document_text (uid, hash, text, words, word_starts) VALUES ('left', 'left', 'left', 0, x'')`,
      )
      .run()
    await importAll(opened, [fileIn(opened, 'b.txt', `${interview}\nI: Nog iets?`)])
    expect(project.db.prepare(`SELECT hash FROM document_text WHERE uid = 'left'`).all()).toEqual([])
    await client.history.undo({})
    expect(file?.documentId).toBeGreaterThan(0)
    expect(tables(opened)).toMatchObject({ document: 0, document_text: 2 })
  })
})
