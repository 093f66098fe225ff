/** Statements about questions that were kept. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { select } from '../statement.ts'

/** `definition` is JSON. */
const SavedRow = z.object({ id: z.int(), name: z.string(), definition: z.string(), createdAt: z.string() })

export const savedQueries = (db: Database) => ({
  all: select(
    db,
    SavedRow,
    'SELECT id, name, definition, created_at AS createdAt FROM saved_query ORDER BY name COLLATE NOCASE, id',
  ),
  name: db.prepare<[number], string>('SELECT name FROM saved_query WHERE id = ?').pluck(),
  insert: db.prepare('INSERT INTO saved_query (uid, name, definition, created_at) VALUES (?, ?, ?, ?)'),
  setName: db.prepare('UPDATE saved_query SET name = ? WHERE id = ?'),
  setDefinition: db.prepare('UPDATE saved_query SET definition = ? WHERE id = ?'),
  remove: db.prepare('DELETE FROM saved_query WHERE id = ?'),
})
