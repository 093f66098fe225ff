/** What SQLite refuses, as a failure with a name. */
import { basename } from 'node:path'
import { AppError } from '../contract/failure.ts'

/** The code of an error of SQLite, such as SQLITE_FULL; empty for any other error. */
export const sqliteCode = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') ? code : ''
}

/** The failure that an error of SQLite on the project file at `path` means to people; any other error as it is. */
export const explainSqlite = (error: unknown, path: string): unknown => {
  const code = sqliteCode(error)
  const file = basename(path)
  // Where the disk is full, the shared memory beside a write-ahead log cannot grow either.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new AppError({ code: 'disk-full' })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError({ code: 'corrupt', file, detail: code, copy: null })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM')
    return new AppError({ code: 'read-only', file })
  if (code.startsWith('SQLITE_BUSY')) return new AppError({ code: 'locked', file, holder: null })
  return error
}
