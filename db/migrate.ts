/** Forward-only migrations: the numbered .sql files, in order, in one transaction. */
import type { Database } from 'better-sqlite3'
import { dropJournal, installJournal } from './journal-triggers.ts'
import { APPLICATION_ID } from './schema.ts'

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })
const migrations = Object.entries(files)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([, sql]) => sql)

/** The schema version that this program writes. */
export const SCHEMA_VERSION = migrations.length

/** Brings a project file from `version` (0: empty) to `target`, with the journal's triggers renewed. */
export const migrate = (db: Database, version: number, target = SCHEMA_VERSION): void => {
  db.transaction(() => {
    dropJournal(db)
    for (const sql of migrations.slice(version, target)) db.exec(sql)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${target}`)
    installJournal(db, target)
  }).exclusive()
}
