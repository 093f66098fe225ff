import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { contentsOf } from '../support/bytes.ts'
import { startHostChild } from '../support/host-child.ts'
import { addDocument, openTestHost, openTestProject, temporaryFolder } from '../support/host.ts'

/** A closed project with a code and codings in it, alone in its folder, and a host without a project. */
const setup = async () => {
  const made = await openTestProject()
  const documentId = addDocument(
    made.project,
    'R07',
    `I: And then?\nR07: ${'Then still it is not going back. '.repeat(400)}`,
  )
  const { id: codeId } = await made.client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  for (let start = 20; start < 4000; start += 100)
    await made.client.codings.apply({ documentId, codeId, start, end: start + 40, apart: true })
  await made.client.projects.close({})
  const folder = temporaryFolder()
  const path = join(folder, 'study.verbatim')
  copyFileSync(made.path, path)
  return { ...openTestHost(), folder, path, documentId }
}
type Setup = Awaited<ReturnType<typeof setup>>

/** Opening is refused with `failure`, nothing in the folder has changed, and the host works on. */
const expectRefused = async ({ client, folder, path }: Setup, failure: object, place = path) => {
  const before = contentsOf(folder)
  await expect(client.projects.open({ path: place })).rejects.toMatchObject({ failure })
  expect(contentsOf(folder)).toEqual(before)
  expect(await client.projects.current({})).toBeNull()
}
const inDatabase = (path: string, sql: string) => {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}
const overwrite = (path: string, position: number, bytes: Buffer) => {
  const whole = readFileSync(path)
  bytes.copy(whole, position)
  writeFileSync(path, whole)
}
const garbage = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 131 + 7) % 251))

test('a file that is there and is no project is not touched', async () => {
  const opened = await setup()
  const at = (name: string) => join(opened.folder, name)
  writeFileSync(at('empty.verbatim'), '')
  writeFileSync(at('words.verbatim'), 'SQLite format 3 is what this is not')
  writeFileSync(at('long.verbatim'), garbage(100_000))
  inDatabase(at('other.verbatim'), 'CREATE TABLE notes (id INTEGER); PRAGMA user_version = 1')
  mkdirSync(at('folder.verbatim'))
  execFileSync('mkfifo', [at('pipe')])
  for (const name of ['empty', 'words', 'long', 'other', 'folder']) {
    const file = `${name}.verbatim`
    await expectRefused(opened, { code: 'not-verbatim', file }, at(file))
  }
  await expect(opened.client.projects.open({ path: at('pipe') })).rejects.toMatchObject({
    failure: { code: 'not-verbatim' },
  })
  symlinkSync(at('nowhere'), at('link.verbatim'))
  for (const name of ['nowhere.verbatim', 'link.verbatim', 'words.verbatim/below', 'x'.repeat(300)])
    await expect(opened.client.projects.open({ path: at(name) })).rejects.toMatchObject({
      failure: { code: 'file-missing' },
    })
})

test('a project of a newer version is not touched', async () => {
  const opened = await setup()
  inDatabase(opened.path, `PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
  await expectRefused(opened, {
    code: 'newer-version',
    file: 'study.verbatim',
    version: SCHEMA_VERSION + 1,
    ours: SCHEMA_VERSION,
  })
})

test.each([
  ['a version that never was', 'PRAGMA user_version = 0'],
  ['a foreign trigger', 'CREATE TRIGGER spy AFTER INSERT ON coding BEGIN DELETE FROM memo; END'],
  ['a foreign view', 'CREATE VIEW spy AS SELECT body FROM memo'],
  ['a foreign table', 'CREATE TABLE spy (id INTEGER)'],
  ['a changed trigger', 'DROP TRIGGER journal_coding_insert'],
  ['a missing table', 'DROP TABLE saved_query'],
  [
    'a trigger under a name that SQLite keeps to itself',
    `CREATE TRIGGER spy AFTER INSERT ON coding BEGIN DELETE FROM memo; END; PRAGMA writable_schema = ON;
     UPDATE sqlite_schema SET name = 'sqlite_stat1' WHERE name = 'spy'`,
  ],
])('a project with %s counts as damaged and is not touched', async (_, sql) => {
  const opened = await setup()
  const db = new Database(opened.path)
  db.unsafeMode()
  db.exec(sql)
  db.close()
  await expectRefused(opened, { code: 'corrupt', file: 'study.verbatim', copy: null })
})

test('a project that was cut off is not touched', async () => {
  const opened = await setup()
  for (const bytes of [60_000, 4096, 100]) {
    truncateSync(opened.path, bytes)
    await expectRefused(opened, { code: 'corrupt', file: 'study.verbatim', copy: null })
  }
  truncateSync(opened.path, 99)
  await expectRefused(opened, { code: 'not-verbatim', file: 'study.verbatim' })
})

test('garbled pages of the schema are found when it is opened, and the file is not touched', async () => {
  const opened = await setup()
  overwrite(opened.path, 100, garbage(3900))
  await expectRefused(opened, { code: 'corrupt', file: 'study.verbatim', copy: null })
})

test('the write-ahead log of a damaged project is left alone too', async () => {
  const opened = await setup()
  const db = new Database(opened.path)
  db.pragma('journal_mode = WAL')
  db.exec('CREATE VIEW spy AS SELECT body FROM memo')
  const crashed = { ...opened, folder: temporaryFolder() }
  for (const end of ['', '-wal']) copyFileSync(opened.path + end, join(crashed.folder, `crashed.verbatim${end}`))
  db.close()
  await expectRefused(crashed, { code: 'corrupt' }, join(crashed.folder, 'crashed.verbatim'))
})

test('a project that is in use elsewhere is not touched, and the answer says by whom', async () => {
  const opened = await setup()
  const other = openTestHost()
  await other.client.projects.open({ path: opened.path })
  const holder = { application: 'window' }
  await expectRefused(opened, { code: 'locked', file: 'study.verbatim', holder })
  // Under another name it is the same file.
  const link = join(temporaryFolder(), 'link.verbatim')
  symlinkSync(opened.path, link)
  await expectRefused(opened, { code: 'locked', file: 'study.verbatim', holder }, link)
  await other.client.projects.close({})
  expect(await opened.client.projects.open({ path: opened.path })).toMatchObject({ name: 'Study' })
})

test('a project with another program’s lock on it is refused', async () => {
  const opened = await setup()
  const db = new Database(opened.path)
  db.exec('BEGIN EXCLUSIVE')
  await expect(opened.client.projects.open({ path: opened.path })).rejects.toMatchObject({
    failure: { code: 'locked', holder: null },
  })
  db.close()
})

test('a file or a folder that may not be written to is not touched', async () => {
  const opened = await setup()
  // Rights do not bind an administrator: what is asked of the system must be asked by somebody to whom they do.
  const isAdministrator = process.getuid?.() === 0
  const nobody = 65_534
  const settings = temporaryFolder()
  const own = (path: string) => {
    if (isAdministrator) chownSync(path, nobody, nobody)
  }
  for (const path of [settings, opened.folder, opened.path]) own(path)
  const child = await startHostChild(settings, isAdministrator ? { user: String(nobody) } : {})
  const refused = async (failure: object) => {
    const before = contentsOf(opened.folder)
    await expect(child.client.projects.open({ path: opened.path })).rejects.toMatchObject({ failure })
    chmodSync(opened.folder, 0o755)
    expect(contentsOf(opened.folder)).toEqual(before)
  }
  chmodSync(opened.path, 0o444)
  await refused({ code: 'read-only', file: 'study.verbatim' })
  chmodSync(opened.path, 0o000)
  await refused({ code: 'unreadable-file', file: 'study.verbatim', reason: 'no-permission' })
  chmodSync(opened.path, 0o644)
  chmodSync(opened.folder, 0o555)
  await refused({ code: 'read-only', file: 'study.verbatim' })
  await expect(
    child.client.projects.create({ path: join(opened.folder, 'new.verbatim'), name: 'New' }),
  ).resolves.toBeTruthy()
  await child.client.projects.close({})
  chmodSync(opened.folder, 0o555)
  const refusedNew = child.client.projects.create({ path: join(opened.folder, 'newer.verbatim'), name: 'Newer' })
  await expect(refusedNew).rejects.toMatchObject({ failure: { code: 'read-only', file: 'newer.verbatim' } })
  chmodSync(opened.folder, 0o755)
  expect(await child.client.projects.open({ path: opened.path })).toMatchObject({ name: 'Study' })
})

test('a new project never takes the place of a file, and leaves nothing where it cannot be', async () => {
  const opened = await setup()
  const before = contentsOf(opened.folder)
  await expect(opened.client.projects.create({ path: opened.path, name: 'New' })).rejects.toMatchObject({
    failure: { code: 'file-exists', file: 'study.verbatim' },
  })
  const nowhere = join(opened.folder, 'nowhere', 'new.verbatim')
  await expect(opened.client.projects.create({ path: nowhere, name: 'New' })).rejects.toMatchObject({
    failure: { code: 'file-missing', file: 'new.verbatim' },
  })
  expect(contentsOf(opened.folder)).toEqual(before)
})
