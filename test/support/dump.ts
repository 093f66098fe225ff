/** All that a project says, table by table: for comparing before and after. */
import type { Database } from 'better-sqlite3'
import { journaledTables } from '../../db/schema.ts'

export const derivedTables = ['coding_respondent', 'coding_index']

/** Journaled and derived tables with all their rows, in the order of their keys. */
export const dump = (db: Database): Record<string, unknown[]> =>
  Object.fromEntries(
    [...journaledTables, ...derivedTables].map((table) => [
      table,
      db
        .prepare(`SELECT * FROM ${table}`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  )

/** The same, with the journal itself. */
export const dumpWithJournal = (db: Database): Record<string, unknown[]> => ({
  ...dump(db),
  ...Object.fromEntries(
    ['changeset', 'change', 'document_text', 'open_changeset'].map((table) => [
      table,
      db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all(),
    ]),
  ),
})
