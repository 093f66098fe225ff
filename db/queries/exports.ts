/** Statements for files that leave the program; only uids leave, never ids. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { select } from '../statement.ts'

const CodeRow = z.object({
  id: z.int(),
  uid: z.string(),
  refiGuid: z.string().nullable(),
  parentId: z.int().nullable(),
  position: z.number(),
  name: z.string(),
  color: z.int(),
  definition: z.string(),
  useWhen: z.string(),
  notWhen: z.string(),
  codable: z.int(),
  archived: z.int(),
  createdAt: z.string(),
})
const AnchorRow = z.object({ codeId: z.int(), text: z.string() })

export const exportQueries = (db: Database) => ({
  projectName: db.prepare<[], string>('SELECT name FROM project').pluck(),
  codes: select(
    db,
    CodeRow,
    `SELECT id, uid, refi_guid AS refiGuid, parent_id AS parentId, position, name, color, definition, use_when AS useWhen,
       not_when AS notWhen, codable, archived, created_at AS createdAt
     FROM code ORDER BY position, id`,
  ),
  anchors: select(db, AnchorRow, 'SELECT code_id AS codeId, text FROM code_anchor ORDER BY id'),
})
