/** Statements about respondents and what hangs on them. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Relation } from '../../contract/documents.ts'
import { RespondentRow } from '../../contract/respondents.ts'
import { select } from '../statement.ts'

const Head = z.object({ id: z.int(), name: z.string(), summary: z.string() })
const DocumentOf = z.object({ id: z.int(), name: z.string(), relation: Relation })
const CodeOf = z.object({ codeId: z.int(), codings: z.int() })
const Removal = z.object({ documents: z.int(), values: z.int(), memos: z.int() })
const NameRow = z.object({ id: z.int(), name: z.string() })

/** Who a document is by (linked, or speaking in it) or about; one row for each pair and relation. */
const documentsOf = `SELECT respondent_id, document_id, relation FROM document_respondent
  UNION SELECT respondent_id, document_id, 'by' FROM speaker WHERE respondent_id IS NOT NULL AND role IN ('respondent', 'interpreter')`
/** DATA.md: own turns, an interpreter's turns for them, and documents without speakers by them. */
const counts = `role IN ('respondent', 'interpreter', 'by')`

export const respondentQueries = (db: Database) => ({
  all: select(
    db,
    RespondentRow,
    `WITH linked AS (${documentsOf}),
       documents AS (SELECT respondent_id, count(DISTINCT document_id) AS n FROM linked GROUP BY respondent_id),
       codings AS (SELECT respondent_id, count(DISTINCT coding_id) AS n FROM coding_respondent WHERE ${counts} GROUP BY respondent_id)
     SELECT id, name, coalesce(documents.n, 0) AS documents, coalesce(codings.n, 0) AS codings, created_at AS createdAt
     FROM respondent LEFT JOIN documents ON documents.respondent_id = id LEFT JOIN codings ON codings.respondent_id = id
     ORDER BY name, id`,
  ),
  names: select(db, NameRow, 'SELECT id, name FROM respondent ORDER BY id'),
  byId: select<typeof Head, [number]>(db, Head, 'SELECT id, name, summary FROM respondent WHERE id = ?'),
  documents: select<typeof DocumentOf, [number]>(
    db,
    DocumentOf,
    `SELECT document.id, name, relation FROM (${documentsOf}) AS linked JOIN document ON document.id = document_id
     WHERE respondent_id = ? ORDER BY name, document.id, relation DESC`,
  ),
  codes: select<typeof CodeOf, [number]>(
    db,
    CodeOf,
    `SELECT code_id AS codeId, count(DISTINCT coding_id) AS codings FROM coding_respondent JOIN coding ON coding.id = coding_id
     WHERE respondent_id = ? AND ${counts} GROUP BY code_id ORDER BY 2 DESC, 1`,
  ),
  memos: db.prepare<[number], number>('SELECT count(*) FROM memo WHERE respondent_id = ?').pluck(),
  insert: db.prepare('INSERT INTO respondent (uid, name, created_at) VALUES (@uid, @name, @createdAt)'),
  rename: db.prepare('UPDATE respondent SET name = ? WHERE id = ?'),
  setSummary: db.prepare('UPDATE respondent SET summary = ? WHERE id = ?'),
  remove: db.prepare('DELETE FROM respondent WHERE id = ?'),
  /** What goes, or loses its respondent, with the respondents whose ids are in a JSON array. */
  removal: select<typeof Removal, [string]>(
    db,
    Removal,
    `WITH chosen AS (SELECT value AS id FROM json_each(?)), linked AS (${documentsOf})
     SELECT (SELECT count(DISTINCT document_id) FROM linked WHERE respondent_id IN chosen) AS documents,
       (SELECT count(*) FROM attribute_value WHERE respondent_id IN chosen) AS "values",
       (SELECT count(*) FROM memo WHERE respondent_id IN chosen) AS memos`,
  ),
})
