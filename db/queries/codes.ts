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
const RemovalRow = z.object({ codes: z.int(), codings: z.int(), documents: z.int(), memos: z.int() })
/** A coding with what merging looks at. */
const MergeableRow = z.object({
  id: z.int(),
  codeId: z.int(),
  documentId: z.int(),
  coderId: z.int(),
  start: z.int(),
  end: z.int(),
  mergedFrom: z.string().nullable(),
})
export type MergeableRow = z.infer<typeof MergeableRow>

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
  write: db.prepare(
    `UPDATE code SET name = @name, color = @color, definition = @definition, use_when = @useWhen, not_when = @notWhen,
       codable = @codable, pin = @pin WHERE id = @id`,
  ),
  setColor: db.prepare('UPDATE code SET color = ? WHERE id = ?'),
  /** An archived code gives its pin back. */
  setArchived: db.prepare(
    'UPDATE code SET archived = @archived, pin = CASE WHEN @archived = 1 THEN NULL ELSE pin END WHERE id = @id',
  ),
  setPlace: db.prepare('UPDATE code SET parent_id = @parentId, position = @position WHERE id = @id'),
  clearPin: db.prepare('UPDATE code SET pin = NULL WHERE pin = ?'),
  setPin: db.prepare('UPDATE code SET pin = ? WHERE id = ?'),
  remove: db.prepare('DELETE FROM code WHERE id = ?'),
  /** What hangs on codes (a JSON list of their ids, those below them not included by themselves). */
  removal: select<typeof RemovalRow, [string]>(
    db,
    RemovalRow,
    `WITH RECURSIVE gone (id) AS (
       SELECT code.id FROM code JOIN json_each(?) ON code.id = value
       UNION SELECT code.id FROM code JOIN gone ON parent_id = gone.id)
     SELECT (SELECT count(*) FROM gone) AS codes,
       (SELECT count(*) FROM coding WHERE code_id IN gone) AS codings,
       (SELECT count(DISTINCT document_id) FROM coding WHERE code_id IN gone) AS documents,
       (SELECT count(*) FROM memo WHERE code_id IN gone) AS memos`,
  ),
  codings: select<typeof MergeableRow, [string]>(
    db,
    MergeableRow,
    `SELECT id, code_id AS codeId, document_id AS documentId, coder_id AS coderId, start, "end", merged_from AS mergedFrom
     FROM coding WHERE code_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ),
  mergeCoding: db.prepare('UPDATE coding SET code_id = @codeId, merged_from = @mergedFrom WHERE id = @id'),
  moveMemos: db.prepare('UPDATE memo SET code_id = ? WHERE code_id = ?'),
  moveAnchors: db.prepare('UPDATE code_anchor SET code_id = ? WHERE code_id = ?'),
  anchorById: select<typeof AnchorRow, [number]>(
    db,
    AnchorRow,
    'SELECT id, code_id AS codeId, coding_id AS codingId, text FROM code_anchor WHERE id = ?',
  ),
  insertAnchor: db.prepare('INSERT INTO code_anchor (uid, code_id, coding_id, text) VALUES (?, ?, ?, ?)'),
  removeAnchor: db.prepare('DELETE FROM code_anchor WHERE id = ?'),
  closed: db.prepare<[], number>('SELECT codebook_closed FROM project').pluck(),
  setClosed: db.prepare('UPDATE project SET codebook_closed = ?'),
})
