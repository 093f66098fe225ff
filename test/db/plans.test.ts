import type { Database, Statement } from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createAttribution } from '../../db/attribution.ts'
import { createCodingIndex } from '../../db/coding-index.ts'
import { createDatabase } from '../../db/open.ts'
import { analysisQueries } from '../../db/queries/analysis.ts'

const open = (): Database => {
  const db = createDatabase(':memory:')
  onTestFinished(() => {
    db.close()
  })
  return db
}
/** The steps of a plan; sub-selects included. */
const planOf = (db: Database, { source }: { readonly source: string }): string[] => {
  const values = [...source.matchAll(/\?/gu)].map(() => '[]')
  const named = Object.fromEntries([...source.matchAll(/@(\w+)/gu)].map(([, name]) => [name, 0]))
  const explain = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
  return explain.all(...values, ...(Object.keys(named).length > 0 ? [named] : [])).map(({ detail }) => detail)
}
const plansOf = (db: Database, statements: Record<string, Statement>) =>
  Object.fromEntries(Object.entries(statements).map(([name, statement]) => [name, planOf(db, statement).join('; ')]))

describe('plans of counting', () => {
  test('the packed codings are read as they lie; excerpts, texts and values by key; no statement walks over codings', () => {
    const db = open()
    const listed = (number: number) => `LIST SUBQUERY ${number}; SCAN json_each VIRTUAL TABLE INDEX 1:`
    expect(plansOf(db, analysisQueries(db) as unknown as Record<string, Statement>)).toEqual({
      entries: 'SCAN coding_index',
      entriesOf: `SEARCH coding_index USING INTEGER PRIMARY KEY (rowid=?); ${listed(1)}`,
      codes: 'SCAN code; USE TEMP B-TREE FOR ORDER BY',
      respondents: 'SCAN respondent',
      documents: 'SCAN document',
      belongings: 'COMPOUND QUERY; LEFT-MOST SUBQUERY; SCAN document_respondent; UNION ALL; SCAN speaker',
      attributes: 'SCAN attribute; USE TEMP B-TREE FOR ORDER BY',
      values: `SEARCH attribute_value USING INDEX sqlite_autoindex_attribute_value_3 (attribute_id=?); ${listed(1)}`,
      states: 'SCAN document_state',
      excerpts: `SEARCH coding USING INTEGER PRIMARY KEY (rowid=?); ${listed(2)}; CORRELATED SCALAR SUBQUERY 1; SEARCH memo USING COVERING INDEX memo_by_coding (coding_id=?)`,
      text: 'SEARCH document USING INTEGER PRIMARY KEY (rowid=?); SEARCH document_text USING INTEGER PRIMARY KEY (rowid=?)',
      turnEnds: 'SEARCH turn USING PRIMARY KEY (text_id=?)',
      paragraphs: 'SEARCH paragraph USING PRIMARY KEY (text_id=?)',
      coders: 'SCAN coder',
    })
  })
})

describe('plans of a coding', () => {
  test('what follows from one coding is found by keys', () => {
    const db = open()
    const prepared: { readonly source: string }[] = []
    const recording = new Proxy(db, {
      get: (target, key) =>
        key === 'prepare'
          ? (source: string) => {
              prepared.push({ source })
              return target.prepare(source)
            }
          : (Reflect.get(target, key) as unknown),
    })
    createAttribution(recording)
    createCodingIndex(recording)
    const scans = prepared
      .filter(({ source }) => /^\s*SELECT/u.test(source))
      .flatMap((statement) => planOf(db, statement))
      .filter((step) => step.startsWith('SCAN') && !/json_each|\(subquery/u.test(step))
    // One row per table of the schema.
    expect(scans).toEqual(['SCAN journal_column'])
  })
})
