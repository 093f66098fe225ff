/** The schema of a project file: forward-only migrations, the numbered .sql files, in order. */
import Database from 'better-sqlite3'
import { basename } from 'node:path'
import { AppError } from '../contract/failure.ts'
import { dropJournal, installJournal } from './journal-triggers.ts'
import { APPLICATION_ID } from './schema.ts'

export interface Schema {
  /** The version that is written. */
  readonly version: number
  /** Brings a file from version `from` (0: empty) to `to`, with the journal's triggers renewed, in one transaction. */
  readonly migrate: (db: Database.Database, from: number, to?: number) => void
  /** What a file of a version holds, as `objectsOf` answers it. */
  readonly objects: (version: number) => readonly string[]
}

/** `migrations[n]` is the SQL that makes version n + 1 out of version n. */
export const createSchema = (migrations: readonly string[]): Schema => {
  const known = new Map<number, readonly string[]>()
  const migrate: Schema['migrate'] = (db, from, to = migrations.length) => {
    // A table that is made anew must not take along, on its way out, the rows that refer to it.
    db.pragma('foreign_keys = OFF')
    try {
      db.transaction(() => {
        dropJournal(db)
        for (const sql of migrations.slice(from, to)) db.exec(sql)
        db.pragma(`application_id = ${APPLICATION_ID}`)
        db.pragma(`user_version = ${to}`)
        installJournal(db, to)
        const [orphan] = db.pragma('foreign_key_check') as { table: string; parent: string }[]
        const detail = orphan && `${orphan.table} without ${orphan.parent}`
        if (detail) throw new AppError({ code: 'corrupt', file: basename(db.name), detail, copy: null })
      }).exclusive()
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
  const objects = (version: number) => {
    const found = known.get(version)
    if (found) return found
    const db = new Database(':memory:')
    migrate(db, 0, version)
    const made = objectsOf(db)
    db.close()
    known.set(version, made)
    return made
  }
  return { version: migrations.length, migrate, objects }
}

/** Every table, index, trigger and view with its SQL, but for the tables in which SQLite keeps its own statistics. */
export const objectsOf = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
       WHERE type <> 'table' OR name NOT IN ('sqlite_stat1', 'sqlite_stat4') ORDER BY 1`,
    )
    .pluck()
    .all()

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })
export const ourMigrations: readonly string[] = Object.entries(files)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([, sql]) => sql)

export const ourSchema = createSchema(ourMigrations)
/** The schema version that this program writes. */
export const SCHEMA_VERSION = ourSchema.version
