import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAttribution } from '../../db/attribution.ts'
import { findDamage, openReadOnly } from '../../db/connect.ts'
import { createJournal } from '../../db/journal.ts'
import { createSchema, ourMigrations, SCHEMA_VERSION } from '../../db/migrate.ts'
import { closeDatabase, inspect, openDatabase } from '../../db/open.ts'
import { journaledTables } from '../../db/schema.ts'
import { copiesFolder, listCopies } from '../../main/host/copies.ts'
import { copyBeforeMigration } from '../../main/host/copying.ts'
import { startChild } from '../support/child.ts'
import { derivedTables, dump } from '../support/dump.ts'
import { openTestHost, openTestProject, temporaryFolder } from '../support/host.ts'
import { workOn } from '../support/typical-work.ts'

const fixtures = join(import.meta.dirname, '../fixtures/projects')
const migrations = join(import.meta.dirname, '../../db/migrations')
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1)
interface Fixture {
  readonly migration: string
  readonly hash: string
  readonly rows: Record<string, string[]>
}

describe.each(versions)('schema version %i', (version) => {
  const fixture = JSON.parse(readFileSync(join(fixtures, `v${version}.json`), 'utf8')) as Fixture
  const copy = () => {
    const path = join(temporaryFolder(), 'study.verbatim')
    copyFileSync(join(fixtures, `v${version}.verbatim`), path)
    return path
  }

  test('has a migration that never changes, and a file of its own', () => {
    expect(readdirSync(migrations).toSorted()[version - 1]).toBe(fixture.migration)
    // Before its release: `node test/support/child-runner.ts make-fixture`. After it: write another migration.
    expect(sha256(join(migrations, fixture.migration))).toBe(fixture.hash)
    expect(readFileSync(join(fixtures, `v${version}.verbatim`)).readUInt32BE(60)).toBe(version)
  })

  test('opens with all its rows, in every table, and its last step can be taken back', async () => {
    const path = copy()
    const db = openReadOnly(path)
    expect(dump(db)).toEqual(fixture.rows)
    db.close()
    for (const table of [...journaledTables, ...derivedTables])
      expect(fixture.rows[table]?.length, table).toBeGreaterThan(0)

    const { client, host } = openTestHost()
    await client.projects.open({ path })
    const project = host.current()
    expect(project && findDamage(project.db)).toBeNull()
    expect(await client.codes.list({})).toMatchObject([{ name: 'Fear' }, { name: 'Fear for safety', pin: 1 }])
    // Taken back by the installation that took it.
    const journal = project && createJournal(project.db, SCHEMA_VERSION, createAttribution(project.db).derive)
    const [last] = await client.history.list({ object: { entity: 'code', id: 2 }, limit: 1 })
    const owner = project?.db
      .prepare<[number], { coderUid: string; installation: string }>(
        'SELECT coder_uid AS coderUid, installation FROM changeset WHERE id = ?',
      )
      .get(last?.id ?? 0)
    journal?.undo({ coderUid: owner?.coderUid ?? null, installation: owner?.installation ?? '', at: '2026-03-03' })
    expect((await client.codes.list({}))[1]).toMatchObject({ name: 'Safety fear' })
  })
})

/** What a later version may do to the tables: a new column, a renamed one, a table made anew, a new table. */
const NEXT = `
  ALTER TABLE code ADD COLUMN weight INTEGER NOT NULL DEFAULT 7;
  ALTER TABLE memo RENAME COLUMN body TO words;
  CREATE TABLE coder_new (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    initials TEXT NOT NULL, color INTEGER NOT NULL, created_at TEXT NOT NULL, email TEXT) STRICT;
  INSERT INTO coder_new SELECT *, NULL FROM coder;
  DROP TABLE coder;
  ALTER TABLE coder_new RENAME TO coder;
  CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
`
const nextSchema = createSchema([...ourMigrations, NEXT])

describe('a file of an earlier version', () => {
  const setup = async () => {
    const { client, folder, path, host, project } = await openTestProject()
    await workOn(client, folder)
    const rows = dump(project.db)
    const { uid: installation } = project.installation
    const coderUid = project.coderUid(1)
    await client.projects.close({})
    host.close()
    return { path, rows, origin: { coderUid, installation, at: '2026-03-03T10:00:00.000Z' } }
  }
  const migrated = (path: string) => openDatabase(path, (db) => copyBeforeMigration(db, path), nextSchema)

  test('is copied, brought to this one with all that refers to what, and checked like any other', async () => {
    const { path, rows } = await setup()
    const before = sha256(path)
    const db = migrated(path)
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1)
    expect(findDamage(db)).toBeNull()
    expect(db.prepare('SELECT count(*) FROM coding').pluck().get()).toBe(rows['coding']?.length)
    expect(db.prepare('SELECT name, email FROM coder WHERE id = 2').get()).toEqual({ name: 'Ben', email: null })
    closeDatabase(db)
    expect(() => {
      inspect(path, nextSchema)
    }).not.toThrow()
    const [copy, ...others] = listCopies(path).filter(({ reason }) => reason === 'migration')
    expect(others).toEqual([])
    inspect(copy?.path ?? '')
    const old = openReadOnly(copy?.path ?? '')
    expect(dump(old)).toEqual(rows)
    old.close()
    expect(sha256(path)).not.toBe(before)
    // This version finds it too new, and leaves it alone.
    const after = sha256(path)
    expect(() => openDatabase(path, () => undefined)).toThrow('newer-version')
    expect(sha256(path)).toBe(after)
  })

  test('is left as it was when it cannot be copied, or when its migration fails', async () => {
    const { path } = await setup()
    const before = sha256(path)
    rmSync(copiesFolder(path), { recursive: true })
    writeFileSync(copiesFolder(path), 'not a folder')
    expect(() => migrated(path)).toThrow('read-only')
    expect(sha256(path)).toBe(before)
    rmSync(copiesFolder(path))
    const failing = createSchema([...ourMigrations, `${NEXT} INSERT INTO note VALUES (1, NULL);`])
    expect(() => openDatabase(path, () => undefined, failing)).toThrow('NOT NULL')
    const orphaning = createSchema([...ourMigrations, 'DELETE FROM coder WHERE id = 1'])
    expect(() => openDatabase(path, () => undefined, orphaning)).toThrow('corrupt')
    expect(existsSync(`${path}-journal`)).toBe(false)
    const db = openReadOnly(path)
    expect(findDamage(db)).toBeNull()
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    db.close()
    expect(sha256(path)).toBe(before)
  })

  test('that was being migrated when the process was killed is as it was', async () => {
    const { path, rows } = await setup()
    const child = startChild('migrate', path)
    expect(await child.next()).toBe('begun')
    const journal = () => statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0
    await expect.poll(journal, { timeout: 10_000 }).toBeGreaterThan(50_000)
    await child.kill('SIGKILL')
    expect(journal()).toBeGreaterThan(0)
    const db = openDatabase(path, () => undefined)
    expect(dump(db)).toEqual(rows)
    expect(findDamage(db)).toBeNull()
    db.close()
  })

  test('keeps its undo stack: old images are read as they were written, and what has changed too far says so', async () => {
    const { path, origin } = await setup()
    const db = migrated(path)
    const journal = createJournal(db, SCHEMA_VERSION + 1, createAttribution(db).derive)
    const names = () => db.prepare('SELECT name, weight FROM code ORDER BY id').raw().all()
    expect(names()).toEqual([
      ['Fear', 7],
      ['Fear for safety', 7],
    ])
    journal.undo(origin)
    expect(names()[1]).toEqual(['Safety fear', 7])
    journal.redo(origin)
    expect(names()[1]).toEqual(['Fear for safety', 7])

    // A step of the new version has used the new column of the row: the old image says nothing of it.
    journal.record(origin, { command: 'codes.weigh', input: null }, () => db.exec('UPDATE code SET weight = 9'))
    journal.skip(origin, 'undo')
    expect(() => journal.undo(origin)).toThrow('conflict')
    expect(names()[1]).toEqual(['Fear for safety', 9])

    const failures = new Set<string>()
    const codes = () => db.prepare<[], string>('SELECT name FROM code').pluck().all()
    for (let step = journal.next(origin).undo; step; step = journal.next(origin).undo)
      try {
        journal.undo(origin)
      } catch (error) {
        failures.add(`${step.command} ${error instanceof Error ? error.message : ''}`)
        journal.skip(origin, 'undo')
      }
    expect([...failures]).toEqual(expect.arrayContaining(['memos.create step-outdated', 'codes.create conflict']))
    expect(codes()).toEqual(['Fear', 'Fear for safety'])
    expect(db.prepare('SELECT count(*) FROM saved_query').pluck().get()).toBe(0)
    expect(findDamage(db)).toBeNull()
    db.close()
  })
})
