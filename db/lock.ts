/** One writer per project file: an operating-system lock on a small file beside it, which the system frees when its holder dies. */
import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, statSync, truncateSync, unlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError, Holder } from '../contract/failure.ts'
import { sqliteCode } from './failure.ts'

/** Who holds the file; `endpoint` is where it answers peers (main/host/peers.ts), empty where it does not. No secrets: colleagues can read it. */
export const LockHolder = Holder.extend({ pid: z.int(), endpoint: z.string() })
export type LockHolder = z.infer<typeof LockHolder>

export interface Lock {
  readonly release: () => void
}

/** How long another process may take to come or go before it counts as the holder, in milliseconds. */
const PATIENCE = 400
/** How long others may come and go one after another. */
const PATIENCE_WITH_MANY = 3000
const lockFileOf = (path: string) => `${path}-lock`

/** Somebody has the file, or had it when the computer failed. */
export const hasLockFile = (path: string): boolean => existsSync(lockFileOf(path))

/**
 * Takes the lock of the project file at `path` (a real path; it need not exist yet). Throws `locked` with its holder,
 * or `read-only` or `disk-full` where no file can be made beside it.
 *
 * The lock is an open BEGIN IMMEDIATE on the lock file: readable for all, writable for one. The file goes with its
 * holder, so whoever took the lock of a file that was deleted meanwhile tries again.
 */
export const takeLock = (path: string, holder: LockHolder): Lock => {
  const end = Date.now() + PATIENCE_WITH_MANY
  do {
    const lock = tryLock(path, holder)
    if (lock) return lock
  } while (Date.now() < end)
  throw new AppError({ code: 'locked', file: basename(path), holder: null })
}

/** Who has the lock, or had it when it died; null when there is no telling. */
export const readHolder = (path: string): LockHolder | null => {
  const file = lockFileOf(path)
  if (identityOf(file) === null) return null
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE })
    try {
      return readRow(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

const tryLock = (path: string, holder: LockHolder): Lock | null => {
  const file = lockFileOf(path)
  const made = makeFile(file, path)
  const identity = identityOf(file)
  const db = connect(file, path)
  try {
    // A journal beside it would be taken for that of the file which another process has made under the same name since.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN IMMEDIATE')
    db.exec('CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL)')
    db.prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT DO UPDATE SET json = excluded.json').run(
      JSON.stringify(holder),
    )
    db.exec('COMMIT')
    db.exec('BEGIN IMMEDIATE')
    if (identity !== null && identity === identityOf(file)) return { release: () => release(db, file) }
  } catch (error) {
    const isBusy = sqliteCode(error).startsWith('SQLITE_BUSY')
    const found = isBusy ? readRow(db) : null
    db.close()
    if (found) throw new AppError({ code: 'locked', file: basename(path), holder: Holder.parse(found) })
    // Whoever has it has not said so yet, or has gone.
    if (isBusy) return null
    if (made) remove(file)
    throwUnlessStale(error, path)
    empty(file)
    return null
  }
  db.close()
  return null
}

const throwUnlessStale = (error: unknown, path: string) => {
  const code = sqliteCode(error)
  const file = basename(path)
  if (code === 'SQLITE_FULL') throw new AppError({ code: 'disk-full' })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM')
    throw new AppError({ code: 'read-only', file })
  throw error
}

/** Where the system lets an open file be deleted, it is deleted while the lock is held; elsewhere at once after. */
const release = (db: Database.Database, file: string) => {
  if (!db.open) return
  remove(file)
  db.close()
  if (process.platform === 'win32') remove(file)
}

/** Not a lock file, or cut off when the power failed. It stays the same file, on which a holder keeps its lock all the same. */
const empty = (file: string) => {
  try {
    truncateSync(file)
  } catch {
    // Gone, or not ours to write: the next attempt tells.
  }
}

const remove = (file: string) => {
  try {
    unlinkSync(file)
  } catch {
    // Somebody else has it open, or it is gone: a stale lock file does no harm.
  }
}

/** Whoever may write the project may lock it. Never opens a file that is there: closing it would drop this process's locks on it. */
const makeFile = (file: string, path: string): boolean => {
  const mode = ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o666) | 0o600
  try {
    closeSync(openSync(file, 'wx', mode))
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppError({ code: 'disk-full' })
    if (code === 'ENOENT') throw new AppError({ code: 'file-missing', file: basename(path) })
    throw new AppError({ code: 'read-only', file: basename(path) })
  }
}

const connect = (file: string, path: string): Database.Database => {
  try {
    return new Database(file, { timeout: PATIENCE })
  } catch (error) {
    throw sqliteCode(error) === '' ? error : new AppError({ code: 'read-only', file: basename(path) })
  }
}

/** Which file a path leads to; a new file has another identity even where the system uses its number again. */
const identityOf = (file: string): string | null => {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev} ${stat.ino} ${stat.birthtimeNs}` : null
}

const readRow = (db: Database.Database): LockHolder | null => {
  try {
    const json = db.prepare<[], string>('SELECT json FROM holder').pluck().get()
    return json === undefined ? null : LockHolder.parse(JSON.parse(json))
  } catch {
    return null
  }
}
