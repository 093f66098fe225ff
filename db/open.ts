/** The one door to a project file: untrusted until its header, version and schema have been checked. */
import type { Database } from 'better-sqlite3'
import { existsSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../contract/failure.ts'
import { connect, openReadOnly } from './connect.ts'
import { explainFile } from './failure.ts'
import { readVersion } from './header.ts'
import { objectsOf, ourSchema, type Schema } from './migrate.ts'

/** Makes a new, empty project file; it must not exist. On failure there is none. */
export const createDatabase = (path: string): Database => {
  if (path !== ':memory:' && existsSync(path)) throw new AppError({ code: 'file-exists', file: basename(path) })
  try {
    const db = connect(path)
    ourSchema.migrate(db, 0)
    return db
  } catch (error) {
    for (const end of ['', '-journal']) rmSync(path + end, { force: true })
    throw explainFile(error, path)
  }
}

/**
 * Opens a project file for writing; not a byte of a file that is refused changes. `beforeMigration` is called when its
 * schema is older than this program's. Throws what is wrong with the file.
 */
export const openDatabase = (
  path: string,
  beforeMigration: (db: Database, version: number) => void,
  schema: Schema = ourSchema,
): Database => {
  readVersion(path, schema.version)
  const hasJournal = isNotEmpty(`${path}-journal`)
  // A journal is left when a migration was cut short: SQLite must put it back before anything can be read.
  if (!hasJournal) inspect(path, schema)
  let db: Database | null = null
  try {
    db = connect(path)
    // Where the file may not be written to, SQLite opens it for reading without a word.
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    if (hasJournal) checkStructure(db, path, schema)
    const version = versionOf(db)
    if (version < schema.version) {
      beforeMigration(db, version)
      schema.migrate(db, version)
    }
    return db
  } catch (error) {
    db?.close()
    throw explainFile(error, path)
  }
}

/** Checks a project file without changing it; it must not be open elsewhere. Throws what is wrong with it. */
export const inspect = (path: string, schema: Schema = ourSchema): void => {
  readVersion(path, schema.version)
  // Reading a file that is in write-ahead mode makes files beside it, and a reader does not take them away.
  const made = [`${path}-shm`, `${path}-wal`].filter((file) => !existsSync(file))
  let db: Database | null = null
  try {
    db = openReadOnly(path)
    checkStructure(db, path, schema)
    checkTables(db)
  } catch (error) {
    throw explainFile(error, path)
  } finally {
    db?.close()
    for (const file of made) rmSync(file, { force: true })
  }
}

/**
 * Settings that change the file come only after it has been found to be ours. A script, which is alone with the file for
 * a moment, goes without the write-ahead log, so that it does not change a byte when it only reads.
 */
export const beginWriting = (db: Database, isScript = false): void => {
  if (!isScript) db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
}

/** Ends all use: the journal is folded in, and one closed file remains. Where that cannot be, nothing is lost either. */
export const closeDatabase = (db: Database): void => {
  if (!db.open) return
  try {
    if (db.pragma('journal_mode', { simple: true }) === 'wal') {
      db.pragma('optimize')
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.pragma('journal_mode = DELETE')
    }
  } catch {
    // No room, or somebody still reads: what is committed stays in the log, and the next opening folds it in.
  } finally {
    db.close()
  }
}

/**
 * Reads the beginning of every table: damage there must be found before anything is written. SQLite throws it. The lines
 * of the journal are left to the full check: the work itself can be whole without them.
 */
const checkTables = (db: Database): void => {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'change'`)
    .pluck()
    .all()
  for (const table of tables) db.prepare(`SELECT * FROM "${table}" LIMIT 1`).raw().get()
}

const isNotEmpty = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
const versionOf = (db: Database) => db.pragma('user_version', { simple: true }) as number

/** The schema must be exactly what the migrations make: a foreign trigger or view could act on our writes. */
const checkStructure = (db: Database, path: string, schema: Schema): void => {
  const file = basename(path)
  const version = versionOf(db)
  if (version > schema.version) throw new AppError({ code: 'newer-version', file, version, ours: schema.version })
  const found = objectsOf(db)
  const expected = version < 1 ? [] : schema.objects(version)
  const strange = found.find((sql) => !expected.includes(sql)) ?? expected.find((sql) => !found.includes(sql))
  if (strange !== undefined)
    throw new AppError({ code: 'corrupt', file, detail: `schema: ${strange.slice(0, 80)}`, copy: null })
}
