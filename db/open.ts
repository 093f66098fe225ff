/** The one door to a project file: untrusted until its header, version and schema have been checked. */
import Database from 'better-sqlite3'
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../contract/failure.ts'
import { migrate, SCHEMA_VERSION } from './migrate.ts'
import { APPLICATION_ID } from './schema.ts'

const HEADER = 100

/** Version of the project file, read without opening it as a database. Throws what is wrong with it. */
export const readVersion = (path: string): number => {
  const file = basename(path)
  const header = readHeader(path)
  const isSqlite = header.toString('latin1', 0, 16) === 'SQLite format 3\0'
  if (!isSqlite || header.readUInt32BE(68) !== APPLICATION_ID) throw new AppError({ code: 'not-verbatim', file })
  const version = header.readUInt32BE(60)
  if (version > SCHEMA_VERSION) throw new AppError({ code: 'newer-version', file, version, ours: SCHEMA_VERSION })
  // A file that was cut off; with a write-ahead log beside it, the rest may still be in the log.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const complete = statSync(path).size >= header.readUInt32BE(28) * pageSize
  if (version < 1 || (!complete && !existsSync(`${path}-wal`)))
    throw new AppError({ code: 'corrupt', file, detail: 'length', copy: null })
  return version
}

/** Makes a new, empty project file; it must not exist. */
export const createDatabase = (path: string): Database.Database => {
  if (path !== ':memory:' && existsSync(path)) throw new AppError({ code: 'file-exists', file: basename(path) })
  const db = connect(path)
  migrate(db, 0)
  return db
}

/** Opens a checked project file for writing. `beforeMigration` is called when its schema is older than this program's. */
export const openDatabase = (path: string, beforeMigration: (version: number) => void): Database.Database => {
  const version = readVersion(path)
  const db = connect(path)
  try {
    checkStructure(db, path)
    if (version < SCHEMA_VERSION) {
      beforeMigration(version)
      migrate(db, version)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A second connection that can only read; sees what was committed when each of its statements or transactions begins. */
export const openReadOnly = (path: string): Database.Database => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.pragma('trusted_schema = OFF')
  db.pragma('query_only = ON')
  return db
}

/** Ends all use: the journal is folded in, and one closed file remains. */
export const closeDatabase = (db: Database.Database): void => {
  if (!db.open) return
  db.pragma('optimize')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('journal_mode = DELETE')
  db.close()
}

/** Damage that a full check finds; null when there is none. Slow on a large project: run it on a connection of its own. */
export const findDamage = (db: Database.Database): string | null => {
  const found = db.pragma('quick_check(1)', { simple: true }) as string
  return found === 'ok' ? null : found
}

const connect = (path: string): Database.Database => {
  const db = new Database(path)
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 2000')
  return db
}

/** Settings that change the file come only after it has been found to be ours. */
export const beginWriting = (db: Database.Database): void => {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
}

const readHeader = (path: string): Buffer => {
  const file = basename(path)
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new AppError({ code: 'file-missing', file })
    throw new AppError({ code: 'unreadable-file', file, reason: 'no-permission', place: '' })
  }
  try {
    const header = Buffer.alloc(HEADER)
    const isFile = fstatSync(descriptor).isFile()
    if (!isFile || readSync(descriptor, header, 0, HEADER, 0) < HEADER)
      throw new AppError({ code: 'not-verbatim', file })
    return header
  } finally {
    closeSync(descriptor)
  }
}

/** The schema must be exactly what the migrations make: a foreign trigger or view could act on our writes. */
const checkStructure = (db: Database.Database, path: string): void => {
  const corrupt = (detail: string) => new AppError({ code: 'corrupt', file: basename(path), detail, copy: null })
  let found: string[]
  try {
    found = schemaOf(db)
  } catch {
    throw corrupt('schema')
  }
  const version = db.pragma('user_version', { simple: true }) as number
  const expected = expectedSchema(version)
  const strange = found.find((sql) => !expected.includes(sql)) ?? expected.find((sql) => !found.includes(sql))
  if (strange !== undefined) throw corrupt(strange.slice(0, 80))
}

const schemaOf = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1`,
    )
    .pluck()
    .all()

const expectedByVersion = new Map<number, string[]>()
const expectedSchema = (version: number): string[] => {
  const known = expectedByVersion.get(version)
  if (known) return known
  const db = new Database(':memory:')
  migrate(db, 0, version)
  const schema = schemaOf(db)
  db.close()
  expectedByVersion.set(version, schema)
  return schema
}
