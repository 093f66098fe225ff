/** A second connection to an open project, which can only read; for threads beside the writer's. */
import Database from 'better-sqlite3'

/** Sees what was committed when each of its statements or transactions begins. Imports nothing that a build must make. */
export const openReadOnly = (path: string): Database.Database => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.pragma('trusted_schema = OFF')
  db.pragma('query_only = ON')
  return db
}
