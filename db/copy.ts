/** A whole copy of a project file as it is now: one closed file, there entirely or not at all. */
import type { Database } from 'better-sqlite3'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Copies what `db`, a connection to the file at `path` without a transaction, sees. Replaces `to`; readable to whom the project is. */
export const copyDatabase = (db: Database, path: string, to: string): void => {
  const partial = `${to}.partial`
  try {
    closeSync(openSync(partial, 'w', statSync(path).mode & 0o777))
    db.pragma('synchronous = FULL')
    db.prepare('VACUUM INTO ?').run(partial)
    renameSync(partial, to)
    syncFolder(dirname(to))
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** Brings names that changed in a folder to disk; not every system can say so. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
