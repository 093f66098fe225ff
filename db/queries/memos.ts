/** Statements about memos. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { select } from '../statement.ts'

/** A memo with the place of its coding as it is now; `start` and `end` are of the passage it was written on. */
export const MemoRow = z.object({
  id: z.int(),
  documentId: z.int().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  codingId: z.int().nullable(),
  codingStart: z.int().nullable(),
  codingEnd: z.int().nullable(),
  codingCodeId: z.int().nullable(),
  codeId: z.int().nullable(),
  respondentId: z.int().nullable(),
  body: z.string(),
  coderId: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type MemoRow = z.infer<typeof MemoRow>

const columns = `memo.id, memo.document_id AS documentId, memo.start, memo."end", memo.coding_id AS codingId,
  coding.start AS codingStart, coding."end" AS codingEnd, coding.code_id AS codingCodeId, memo.code_id AS codeId, memo.respondent_id AS respondentId,
  memo.body, memo.coder_id AS coderId, memo.created_at AS createdAt, memo.updated_at AS updatedAt`

export const memoQueries = (db: Database) => ({
  all: select(
    db,
    MemoRow,
    `SELECT ${columns} FROM memo LEFT JOIN coding ON coding.id = memo.coding_id ORDER BY memo.created_at DESC, memo.id DESC`,
  ),
  inDocument: select<typeof MemoRow, [number]>(
    db,
    MemoRow,
    `SELECT ${columns} FROM memo LEFT JOIN coding ON coding.id = memo.coding_id WHERE memo.document_id = ?
     ORDER BY memo.created_at DESC, memo.id DESC`,
  ),
  byId: select<typeof MemoRow, [number]>(
    db,
    MemoRow,
    `SELECT ${columns} FROM memo LEFT JOIN coding ON coding.id = memo.coding_id WHERE memo.id = ?`,
  ),
  insert: db.prepare(
    `INSERT INTO memo (uid, document_id, start, "end", coding_id, code_id, respondent_id, body, coder_id, created_at, updated_at)
     VALUES (@uid, @documentId, @start, @end, @codingId, @codeId, @respondentId, @body, @coderId, @at, @at)`,
  ),
  setBody: db.prepare('UPDATE memo SET body = ?, updated_at = ? WHERE id = ?'),
  remove: db.prepare('DELETE FROM memo WHERE id = ?'),
  documentName: db.prepare<[number], string>('SELECT name FROM document WHERE id = ?').pluck(),
  codeName: db.prepare<[number], string>('SELECT name FROM code WHERE id = ?').pluck(),
  respondentName: db.prepare<[number], string>('SELECT name FROM respondent WHERE id = ?').pluck(),
  projectName: db.prepare<[], string>('SELECT name FROM project').pluck(),
})
