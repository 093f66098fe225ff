/** Connections to a project file, with the settings that make an untrusted file harmless. */
import Database from 'better-sqlite3'

/** Changes nothing in the file by itself. */
export const connect = (path: string): Database.Database => {
  const db = new Database(path)
  secure(db)
  db.pragma('foreign_keys = ON')
  return db
}

/** A connection that can only read; sees what was committed when each of its statements or transactions begins. */
export const openReadOnly = (path: string): Database.Database => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  secure(db)
  return db
}

/** Damage that a full check finds; null when there is none. Slow on a large project: run it on a connection of its own. */
export const findDamage = (db: Database.Database): string | null => {
  const found = db.pragma('quick_check(1)', { simple: true }) as string
  if (found !== 'ok') return found
  const [orphan] = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  return orphan ? `${orphan.table} without ${orphan.parent}` : null
}

const secure = (db: Database.Database) => {
  db.pragma('busy_timeout = 2000')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  // What is sorted and spilled holds words of transcripts: they stay out of the system's temporary folder.
  db.pragma('temp_store = MEMORY')
}
