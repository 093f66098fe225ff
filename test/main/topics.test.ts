import Database from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../../contract/index.ts'
import type { Query, Topic } from '../../contract/method.ts'
import { openReadOnly } from '../../db/connect.ts'
import { topicByTable } from '../../db/schema.ts'
import { projectServices } from '../../main/host/features.ts'
import type { Ask } from '../../main/host/analysis-thread.ts'
import { createReading } from '../../main/host/reading.ts'
import { createAnalysis } from '../../main/services/analysis.ts'
import { addDocument, openTestProject } from '../support/host.ts'

/** Tables that no journal watches: what must have changed for them to change. */
const otherTables: Record<string, readonly Topic[]> = {
  document_text: ['document'],
  paragraph: ['document'],
  turn: ['document'],
  mark: ['document'],
  coding_respondent: ['coding', 'document'],
  coding_index: ['coding', 'document'],
  changeset: ['history'],
  change: ['history'],
  journal_column: ['history'],
}
/** Told by events row by row, so that it need not be asked again. */
const toldByRows = ['codings.inDocument']
/** What a method says it is not kept up to date with. */
const saidSo: Record<string, readonly string[]> = { 'documents.get': ['coding'] }
/** Who is at the keyboard decides what is mine, and no method is stale because of that but `coders.me`. */
const always = new Set(['coder', 'project', 'sqlite_schema'])

interface Run {
  readonly source: string
  readonly values: unknown[]
}
const runs: Run[] = []
// Every statement that runs in this process says so.
const statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as Record<
  string,
  (this: { source: string }, ...values: unknown[]) => unknown
>
for (const name of ['all', 'get', 'iterate'] as const) {
  const original = statement[name]
  if (!original) throw new Error(`no ${name}`)
  statement[name] = function (...values) {
    runs.push({ source: this.source, values })
    return original.apply(this, values)
  }
}

const tablesOf = (db: Database.Database, { source, values }: Run): string[] => {
  if (!/^\s*(?:SELECT|WITH)/iu.test(source)) return []
  const byPage = new Map(
    db
      .prepare<[], { rootpage: number; tbl_name: string }>('SELECT rootpage, tbl_name FROM sqlite_schema')
      .all()
      .map(({ rootpage, tbl_name }) => [rootpage, tbl_name]),
  )
  return db
    .prepare<unknown[], { opcode: string; p2: number; p3: number }>(`EXPLAIN ${source}`)
    .all(...values)
    .filter(({ opcode, p3 }) => (opcode === 'OpenRead' || opcode === 'ReopenIdx') && p3 === 0)
    .flatMap(({ p2 }) => byPage.get(p2) ?? [])
}

const setup = async () => {
  const opened = await openTestProject()
  const { client, project, path, folder } = opened
  const documentId = addDocument(project, 'Talk', 'I: When?\nR07: I see the street where my brother was stopped.')
  const code = await client.codes.create({ parentId: null, name: 'Fear', color: null })
  await client.codings.apply({ documentId, codeId: code.id, start: 14, end: 30 })
  await client.attributes.create({ owner: 'respondent', name: 'Health', type: 'text' })
  await client.memos.create({ target: { kind: 'code', codeId: code.id }, body: 'Why?' })
  await client.queries.save({ name: 'Kept', definition: {} })
  const reader = openReadOnly(path)
  const analysis = createAnalysis(reader)
  const ask = ((name: keyof typeof analysis, input: never) => Promise.resolve(analysis[name](input))) as Ask
  const reading = createReading(() => null)
  const table = join(folder, 'table.csv')
  writeFileSync(table, 'respondent,Health\nR07,good\n')
  const talk = join(folder, 'talk.txt')
  writeFileSync(talk, 'I: When?\nR: Now.\n')
  return { services: projectServices({ ...project, ask }, reading), db: project.db, reader, reading, table, talk }
}

describe('a method reads only tables that its topics speak of', () => {
  test('every query of an open project', async () => {
    const { services, db, reader, reading, table, talk } = await setup()
    const definition = { across: { kind: 'attribute', attributeId: 1 }, filter: { attributes: [] } }
    const cell = { across: { kind: 'respondents' }, column: { kind: 'respondent', id: 1 } }
    const inputs: Record<string, unknown> = {
      'attributes.values': { owner: 'respondent' },
      'attributes.previewTable': { owner: 'respondent', file: { name: 'table.csv', path: table } },
      'codes.counts': { documentId: null },
      'codes.removal': { ids: [1] },
      'codings.inDocument': { documentId: 1 },
      'documents.get': { id: 1 },
      'documents.removal': { ids: [1] },
      'exports.table': { definition, format: 'csv' },
      'exports.excerpts': { codeIds: [], cell },
      'exports.codebook': { format: 'csv' },
      'history.list': {},
      'imports.preview': { job: 'one', file: { name: 'talk.txt', path: talk }, encoding: null },
      'memos.about': { target: { kind: 'code', codeId: 1 } },
      'queries.frequencies': definition,
      'queries.respondentsOfCell': { definition, codeId: 1, column: null },
      'queries.excerpts': { codeIds: [1], cell },
      'respondents.get': { id: 1 },
      'respondents.removal': { ids: [1] },
    }
    const found: Record<string, string[]> = {}
    const read: Record<string, number> = {}
    const all = services as Record<string, Record<string, (input: unknown, context: unknown) => unknown> | undefined>
    for (const [feature, methods] of Object.entries(contract))
      for (const [method, spec] of Object.entries(methods)) {
        const answer = all[feature]?.[method]
        const name = `${feature}.${method}`
        if (spec.kind !== 'query' || !answer || toldByRows.includes(name)) continue
        const input = (spec as Query).input.parse(inputs[name] ?? {})
        runs.length = 0
        await answer(input, { session: 'test' })
        const executed = runs.splice(0)
        const tables = new Set(executed.flatMap((run) => [...tablesOf(db, run)]))
        read[name] = tables.size
        const topics = new Set<string>((spec as Query).reads)
        const isSpokenOf = (one: string) =>
          (otherTables[one] ?? [topicByTable[one as keyof typeof topicByTable]]).every((topic) => topics.has(topic))
        const silent = [...tables].filter((one) => !always.has(one) && !isSpokenOf(one) && !saidSo[name]?.includes(one))
        if (silent.length > 0) found[name] = silent
      }
    reader.close()
    reading.close()
    expect(found).toEqual({})
    // What was seen is what there is: none of these answers without reading.
    expect(
      Object.entries(read)
        .filter(([, count]) => count === 0)
        .map(([name]) => name),
    ).toEqual([])
    expect(Object.keys(read).length).toBeGreaterThan(20)
  })
})
