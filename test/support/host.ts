/** A real host with a real project file in a folder of its own, and a client that speaks to it as a window does. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Event } from '../../contract/event.ts'
import { createClient } from '../../contract/wire.ts'
import { createHost, type HostOptions } from '../../main/host/host.ts'
import type { Context } from '../../main/host/project.ts'

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A host without a project. Values are cloned both ways, as they are between processes. */
export const openTestHost = (folder = temporaryFolder(), options: Partial<HostOptions> = {}) => {
  const events: Event[] = []
  const logged: string[] = []
  const host = createHost({
    application: 'window',
    folder: join(folder, 'settings'),
    deliver: (event) => events.push(event),
    log: (line) => logged.push(line),
    ...options,
  })
  onTestFinished(() => {
    host.close()
  })
  const clientOf = (context: Context) =>
    createClient(
      async (request) =>
        JSON.parse(JSON.stringify(await host.dispatch(JSON.parse(JSON.stringify(request)), context))) as unknown,
    )
  return { host, events, logged, folder, client: clientOf({ session: 'test' }), clientOf }
}

/** A host with a new project open. */
export const openTestProject = async () => {
  const opened = openTestHost()
  const path = join(opened.folder, 'study.verbatim')
  await opened.client.projects.create({ path, name: 'Study' })
  const project = opened.host.current()
  if (!project) throw new Error('no project is open')
  return { ...opened, path, project }
}

/** Puts a text into the project without a file: one turn per line "Label: words"; labels starting with I are interviewers'. */
export const addDocument = (
  project: NonNullable<Awaited<ReturnType<typeof openTestProject>>['project']>,
  name: string,
  text: string,
) => {
  const { db, record } = project
  const starts: number[] = []
  const wordStarts: number[] = []
  const labels: string[] = []
  let position = 0
  for (const line of text.split('\n')) {
    starts.push(position)
    const label = /^(\w+): /u.exec(line)?.[1] ?? ''
    labels.push(label)
    const from = label === '' ? 0 : label.length + 2
    for (const { segment, index, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(
      line.slice(from),
    ))
      if (isWordLike && segment !== '') wordStarts.push(position + from + index)
    position += line.length + 1
  }
  const lines = text.split('\n')
  return record({ session: 'test' }, { command: 'imports.run', input: null, name }, () => {
    const now = new Date().toISOString()
    const textId = Number(
      db
        .prepare('INSERT INTO document_text (uid, hash, text, words, word_starts) VALUES (?, ?, ?, ?, ?)')
        .run(
          crypto.randomUUID(),
          crypto.randomUUID(),
          text,
          wordStarts.length,
          Buffer.from(Int32Array.from(wordStarts).buffer),
        ).lastInsertRowid,
    )
    const documentId = Number(
      db
        .prepare('INSERT INTO document (uid, name, format, language, text_id, created_at) VALUES (?, ?, ?, ?, ?, ?)')
        .run(crypto.randomUUID(), name, 'txt', 'en', textId, now).lastInsertRowid,
    )
    const speakers = new Map<string, number>()
    for (const label of new Set(labels.filter((found) => found !== ''))) {
      const isInterviewer = label.startsWith('I')
      const known = db.prepare<[string], number>('SELECT id FROM respondent WHERE name = ?').pluck().get(label)
      const respondentId = isInterviewer
        ? null
        : (known ??
          Number(
            db
              .prepare('INSERT INTO respondent (uid, name, created_at) VALUES (?, ?, ?)')
              .run(crypto.randomUUID(), label, now).lastInsertRowid,
          ))
      speakers.set(
        label,
        Number(
          db
            .prepare('INSERT INTO speaker (uid, document_id, label, role, respondent_id) VALUES (?, ?, ?, ?, ?)')
            .run(crypto.randomUUID(), documentId, label, isInterviewer ? 'interviewer' : 'respondent', respondentId)
            .lastInsertRowid,
        ),
      )
    }
    for (const [index, start] of starts.entries()) {
      db.prepare('INSERT INTO paragraph (text_id, start) VALUES (?, ?)').run(textId, start)
      const label = labels[index]
      if (!label) continue
      db.prepare(`INSERT INTO mark (text_id, start, "end", kind) VALUES (?, ?, ?, 'label')`).run(
        textId,
        start,
        start + label.length + 1,
      )
      db.prepare('INSERT INTO turn (text_id, number, start, "end", label) VALUES (?, ?, ?, ?, ?)').run(
        textId,
        index + 1,
        start,
        start + (lines[index]?.length ?? 0),
        label,
      )
    }
    return documentId
  })
}
