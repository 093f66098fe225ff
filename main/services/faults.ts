/** The full check of a project file: its structure, what points where, what is derived, and the words under the codings. */
import type { Database } from 'better-sqlite3'
import type { Fault } from '../../contract/projects.ts'
import { createAttribution } from '../../db/attribution.ts'
import { openReadOnly } from '../../db/connect.ts'
import { sqliteCode } from '../../db/failure.ts'
import { textHash } from '../formats/import/canonical.ts'
import { quoteHash } from './quotes.ts'

const DERIVED = ['coding_respondent', 'coding_index'] as const
const MOST_DETAILS = 20

/** Reads the file at `path` through a connection of its own and changes nothing in it. */
export const findFaults = (path: string): Fault[] => {
  const db = openReadOnly(path)
  try {
    // What is rebuilt beside the file has no keys in it.
    db.pragma('foreign_keys = OFF')
    return db
      .transaction(() => {
        const structure = structureFaults(db)
        // In a file that is damaged, nothing else that is found says anything.
        return structure.length > 0
          ? structure
          : [...referenceFaults(db), ...textFaults(db), ...quoteFaults(db), ...derivedFaults(db)]
      })
      .deferred()
  } catch (error) {
    // Damage can be such that not even the check gets through it.
    if (!(error instanceof Error) || !sqliteCode(error).startsWith('SQLITE_CORRUPT')) throw error
    return [{ kind: 'structure', detail: error.message }]
  } finally {
    db.close()
  }
}

const structureFaults = (db: Database): Fault[] => {
  const found = db.pragma(`integrity_check(${MOST_DETAILS})`) as { integrity_check: string }[]
  return found
    .map(({ integrity_check: detail }) => detail)
    .filter((detail) => detail !== 'ok')
    .map((detail) => ({ kind: 'structure', detail }))
}

const referenceFaults = (db: Database): Fault[] => {
  const found = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  return [...Map.groupBy(found, ({ table, parent }) => `${table} ${parent}`).values()].flatMap(([first, ...others]) =>
    first ? [{ kind: 'reference', table: first.table, parent: first.parent, rows: others.length + 1 }] : [],
  )
}

const textFaults = (db: Database): Fault[] =>
  eachDocument(db, (document, text, hash) => (textHash(text) === hash ? [] : [{ kind: 'text', document }]))

const quoteFaults = (db: Database): Fault[] => {
  const codings = db.prepare<[number], { start: number; end: number; hash: string }>(
    'SELECT start, "end", quote_hash AS hash FROM coding WHERE document_id = ?',
  )
  return eachDocument(db, (document, text, _hash, id) => {
    const wrong = codings
      .all(id)
      .filter(({ start, end, hash }) => end > text.length || quoteHash(text.slice(start, end)) !== hash)
    return wrong.length === 0 ? [] : [{ kind: 'quote', document, codings: wrong.length }]
  })
}

/** One document's text at a time: all of them may be more than fits. */
const eachDocument = (
  db: Database,
  look: (name: string, text: string, hash: string, id: number) => readonly Fault[],
): Fault[] => {
  const faults: Fault[] = []
  const documents = db.prepare<[], { id: number; name: string; text: string; hash: string }>(
    'SELECT document.id, name, text, hash FROM document JOIN document_text ON document_text.id = text_id ORDER BY document.id',
  )
  for (const { id, name, text, hash } of documents.iterate()) faults.push(...look(name, text, hash, id))
  return faults
}

/**
 * Rebuilds the derived tables as temporary tables, which hide the file's own from the code that fills them, and
 * compares the two.
 */
const derivedFaults = (db: Database): Fault[] => {
  const definition = db.prepare<[string], string>('SELECT sql FROM main.sqlite_schema WHERE name = ?').pluck()
  for (const table of DERIVED) db.exec((definition.get(table) ?? '').replace('CREATE TABLE', 'CREATE TEMP TABLE'))
  createAttribution(db).rebuild()
  return DERIVED.flatMap((table): Fault[] => {
    const [stored, rebuilt] = [`SELECT * FROM main.${table}`, `SELECT * FROM temp.${table}`]
    const count = (rowsOf: string) => db.prepare<[], number>(`SELECT count(*) FROM (${rowsOf})`).pluck().get() ?? 0
    const rows = Math.max(count(`${stored} EXCEPT ${rebuilt}`), count(`${rebuilt} EXCEPT ${stored}`))
    return rows === 0 ? [] : [{ kind: 'derived', table, rows }]
  })
}
