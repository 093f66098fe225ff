/** Statements that bring documents in: texts first, which no journal holds, then the documents that point to them. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { select } from '../statement.ts'

const Duplicate = z.object({ name: z.string() })

export const importQueries = (db: Database) => ({
  withHash: select<typeof Duplicate, [string]>(
    db,
    Duplicate,
    'SELECT name FROM document JOIN document_text ON document_text.id = text_id WHERE hash = ? ORDER BY document.id LIMIT 1',
  ),
  insertText: db.prepare(
    'INSERT INTO document_text (uid, hash, text, words, word_starts) VALUES (@uid, @hash, @text, @words, @wordStarts)',
  ),
  insertParagraph: db.prepare<[number, number]>('INSERT INTO paragraph (text_id, start) VALUES (?, ?)'),
  insertTurn: db.prepare<[number, number, number, number, string]>(
    'INSERT INTO turn (text_id, number, start, "end", label) VALUES (?, ?, ?, ?, ?)',
  ),
  insertMark: db.prepare<[number, number, number, string]>(
    'INSERT OR IGNORE INTO mark (text_id, start, "end", kind) VALUES (?, ?, ?, ?)',
  ),
  removeText: db.prepare<[number]>('DELETE FROM document_text WHERE id = ?'),
  /** Texts of an import that was cut off. One that a document has, or had in a step that can be undone, is not among them. */
  abandonedTexts: db
    .prepare<[], number>(
      `SELECT id FROM document_text WHERE id NOT IN (SELECT text_id FROM document) AND id NOT IN (
         SELECT value ->> ('$[' || (SELECT key FROM json_each(columns) WHERE value = 'text_id') || ']')
         FROM (SELECT before AS value, changeset_id FROM change WHERE entity = 'document' AND before IS NOT NULL
               UNION ALL SELECT after, changeset_id FROM change WHERE entity = 'document' AND after IS NOT NULL)
         JOIN changeset ON changeset.id = changeset_id
         JOIN journal_column ON journal_column.schema_version = changeset.schema_version AND entity = 'document')`,
    )
    .pluck(),
  insertDocument: db.prepare(
    `INSERT INTO document (uid, name, format, language, text_id, created_at)
     VALUES (@uid, @name, @format, @language, @textId, @createdAt)`,
  ),
  insertSpeaker: db.prepare(
    `INSERT INTO speaker (uid, document_id, label, role, respondent_id)
     VALUES (@uid, @documentId, @label, @role, @respondentId)`,
  ),
})
