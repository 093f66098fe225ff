/** Statements about codes and their anchor examples. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { select } from '../statement.ts'

/** A row of `code` as it is stored; flags are 0 or 1. */
export const CodeRow = z.object({
  id: z.int(),
  parentId: z.int().nullable(),
  position: z.number(),
  name: z.string(),
  color: z.int(),
  definition: z.string(),
  useWhen: z.string(),
  notWhen: z.string(),
  codable: z.int(),
  archived: z.int(),
  pin: z.int().nullable(),
  createdAt: z.string(),
})
export type CodeRow = z.infer<typeof CodeRow>
const AnchorRow = z.object({ id: z.int(), codeId: z.int(), codingId: z.int().nullable(), text: z.string() })

const columns = `id, parent_id AS parentId, position, name, color, definition, use_when AS useWhen, not_when AS notWhen,
  codable, archived, pin, created_at AS createdAt`

export const codeQueries = (db: Database) => ({
  all: select(db, CodeRow, `SELECT ${columns} FROM code ORDER BY position, id`),
  byId: select<typeof CodeRow, [number]>(db, CodeRow, `SELECT ${columns} FROM code WHERE id = ?`),
  anchors: select(
    db,
    AnchorRow,
    'SELECT id, code_id AS codeId, coding_id AS codingId, text FROM code_anchor ORDER BY id',
  ),
  insert: db.prepare(
    `INSERT INTO code (uid, parent_id, position, name, color, codable, created_at)
     VALUES (@uid, @parentId, @position, @name, @color, @codable, @createdAt)`,
  ),
  remove: db.prepare('DELETE FROM code WHERE id = ?'),
  closed: db.prepare<[], number>('SELECT codebook_closed FROM project').pluck(),
})
