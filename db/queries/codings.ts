/** Statements about codings. */
import type { Database } from 'better-sqlite3'
import { Coding } from '../../contract/codings.ts'
import { select } from '../statement.ts'

const columns = `id, document_id AS documentId, code_id AS codeId, coder_id AS coderId, start, "end", created_at AS createdAt`

export const codingQueries = (db: Database) => ({
  inDocument: select<typeof Coding, [number]>(
    db,
    Coding,
    `SELECT ${columns} FROM coding WHERE document_id = ? ORDER BY start, "end" DESC, id`,
  ),
  byId: select<typeof Coding, [number]>(db, Coding, `SELECT ${columns} FROM coding WHERE id = ?`),
  /** Codings of one coder with one code that overlap or touch a span, oldest first. */
  touching: select<typeof Coding, [Record<'documentId' | 'codeId' | 'coderId' | 'start' | 'end', number>]>(
    db,
    Coding,
    `SELECT ${columns} FROM coding WHERE document_id = @documentId AND code_id = @codeId AND coder_id = @coderId
     AND start <= @end AND "end" >= @start ORDER BY id`,
  ),
  insert: db.prepare(
    `INSERT INTO coding (uid, document_id, code_id, coder_id, start, "end", quote_hash, created_at)
     VALUES (@uid, @documentId, @codeId, @coderId, @start, @end, @quoteHash, @createdAt)`,
  ),
  setSpan: db.prepare('UPDATE coding SET start = @start, "end" = @end, quote_hash = @quoteHash WHERE id = @id'),
  setCode: db.prepare('UPDATE coding SET code_id = ? WHERE id = ?'),
  remove: db.prepare('DELETE FROM coding WHERE id = ?'),
  /** What hangs on a coding that another one takes in goes with it. */
  moveMemos: db.prepare('UPDATE memo SET coding_id = ? WHERE coding_id = ?'),
  moveAnchors: db.prepare('UPDATE code_anchor SET coding_id = ? WHERE coding_id = ?'),
})
