/** The full check of a project file: it finds each kind of fault that is put into one, and nothing in a sound one. */
import Database from 'better-sqlite3'
import { copyFileSync, openSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findFaults } from '../../main/services/faults.ts'
import { contentsOf } from '../support/bytes.ts'
import { openTestHost, openTestProject, temporaryFolder } from '../support/host.ts'

/** The sample, closed; it has speakers, interpreters, codings of two coders and documents about somebody. */
const sample = async () => {
  const { client, host } = openTestHost()
  const { path } = await client.projects.openSample({ language: 'en' })
  host.close()
  const place = join(temporaryFolder(), 'study.verbatim')
  copyFileSync(path, place)
  return place
}
/** Writes past the journal, as damage does. */
const damage = (path: string, sql: string) => {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
}

test('a sound project has none, and looking changes nothing', async () => {
  const path = await sample()
  const before = contentsOf(join(path, '..'))
  expect(findFaults(path)).toEqual([])
  expect(contentsOf(join(path, '..'))).toEqual(before)
})

test.each([
  [
    'codings that lie on other words than they were made on',
    `UPDATE coding SET quote_hash = 'other' WHERE id IN (1, 2)`,
    [{ kind: 'quote', codings: 2 }],
  ],
  ['a text that was changed', `UPDATE document_text SET text = text || '.' WHERE id = 1`, [{ kind: 'text' }]],
  [
    'a coding of nobody',
    `UPDATE coding SET coder_id = 99 WHERE id = 1`,
    [
      { kind: 'reference', table: 'coding', parent: 'coder', rows: 1 },
      { kind: 'derived', table: 'coding_index', rows: 1 },
    ],
  ],
  [
    'somebody for whom a coding does not count',
    `UPDATE coding_respondent SET words = words + 1 WHERE coding_id = 1`,
    [{ kind: 'derived', table: 'coding_respondent', rows: 1 }],
  ],
  [
    'an index that was not kept',
    `DELETE FROM coding_index WHERE document_id = 1`,
    [{ kind: 'derived', table: 'coding_index', rows: 1 }],
  ],
])('finds %s', async (_, sql, expected) => {
  const path = await sample()
  damage(path, sql)
  const found = findFaults(path)
  expect(found).toMatchObject(expected)
  expect(found).toHaveLength(expected.length)
})

test('finds pages that are damaged, and says no more then', async () => {
  const path = await sample()
  const descriptor = openSync(path, 'r+')
  writeSync(descriptor, Buffer.alloc(4096 * 3, 0xa5), 0, 4096 * 3, 4096 * 40)
  closeSync(descriptor)
  const found = findFaults(path)
  expect(found.length).toBeGreaterThan(0)
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['structure']))
})

test('is answered while the project is worked on', async () => {
  const { client } = await openTestProject()
  await client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  expect(await client.projects.check({})).toEqual([])
})
