/** Statements about whom a document is by or about. */
import type { Database } from 'better-sqlite3'

export const linkQueries = (db: Database) => ({
  put: db.prepare(
    `INSERT INTO document_respondent (uid, document_id, respondent_id, relation) VALUES (@uid, @documentId, @respondentId, @relation)
     ON CONFLICT (document_id, respondent_id) DO UPDATE SET relation = excluded.relation`,
  ),
  remove: db.prepare(
    'DELETE FROM document_respondent WHERE document_id = @documentId AND respondent_id = @respondentId',
  ),
  respondentUid: db.prepare<[number], string>('SELECT uid FROM respondent WHERE id = ?').pluck(),
})
