/** What SQLite or the file system refuses, as a failure with a name. */
import { basename } from 'node:path'
import { AppError } from '../contract/failure.ts'

/** The code of an error of SQLite, such as SQLITE_FULL; empty for any other error. */
export const sqliteCode = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') ? code : ''
}

/** The failure that an error on the project file at `path` means to people; an error of ours as it is. */
export const explainFile = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const file = basename(path)
  // Where the disk is full, the shared memory beside a write-ahead log cannot grow either.
  if (['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'].includes(code))
    return new AppError({ code: 'disk-full' })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError({ code: 'corrupt', file, detail: code, copy: null })
  if (/^SQLITE_(?:READONLY|CANTOPEN|PERM)|^E(?:ACCES|PERM|ROFS)$/u.test(code))
    return new AppError({ code: 'read-only', file })
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError({ code: 'file-missing', file })
  if (code.startsWith('SQLITE_BUSY')) return new AppError({ code: 'locked', file, holder: null })
  return error
}
