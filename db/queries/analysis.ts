/** Statements for counting: the packed codings, and the facts about codes, people and documents that counting needs. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AttributeOwner, AttributeType } from '../../contract/attributes.ts'
import { Relation, SpeakerRole } from '../../contract/documents.ts'
import { select } from '../statement.ts'

const CodeRow = z.object({
  id: z.int(),
  parentId: z.int().nullable(),
  position: z.number(),
  name: z.string(),
  codable: z.int(),
  archived: z.int(),
  createdAt: z.string(),
})
const NameRow = z.object({ id: z.int(), name: z.string() })
const BelongingRow = z.object({
  documentId: z.int(),
  respondentId: z.int(),
  relation: Relation,
  role: SpeakerRole.nullable(),
})
const AttributeRow = z.object({
  id: z.int(),
  owner: AttributeOwner,
  name: z.string(),
  type: AttributeType,
  /** JSON arrays. */
  choices: z.string(),
  bands: z.string(),
})
const ValueRow = z.object({ attributeId: z.int(), ownerId: z.int(), value: z.string().nullable() })
const StateRow = z.object({ documentId: z.int(), coderId: z.int(), doneAt: z.string().nullable() })
/** What an excerpt shows of its coding. */
const ExcerptRow = z.object({
  id: z.int(),
  uid: z.string(),
  documentId: z.int(),
  codeId: z.int(),
  coderId: z.int(),
  start: z.int(),
  end: z.int(),
  memos: z.int(),
  createdAt: z.string(),
})
export type ExcerptRow = z.infer<typeof ExcerptRow>
const TextRow = z.object({ id: z.int(), text: z.string() })

export const analysisQueries = (db: Database) => ({
  /** Document and its entries (db/coding-index.ts). */
  entries: db.prepare<[], [number, Buffer]>('SELECT document_id, entries FROM coding_index').raw(),
  /** The same for a JSON array of document ids. */
  entriesOf: db
    .prepare<[string], [number, Buffer]>(
      'SELECT document_id, entries FROM coding_index WHERE document_id IN (SELECT value FROM json_each(?))',
    )
    .raw(),
  codes: select(
    db,
    CodeRow,
    `SELECT id, parent_id AS parentId, position, name, codable, archived, created_at AS createdAt FROM code ORDER BY position, id`,
  ),
  /** Codings of a JSON array of ids, in any order. */
  excerpts: select<typeof ExcerptRow, [string]>(
    db,
    ExcerptRow,
    `SELECT id, uid, document_id AS documentId, code_id AS codeId, coder_id AS coderId, start, "end",
       (SELECT count(*) FROM memo WHERE coding_id = coding.id) AS memos, created_at AS createdAt
     FROM coding WHERE id IN (SELECT value FROM json_each(?))`,
  ),
  text: select<typeof TextRow, [number]>(
    db,
    TextRow,
    'SELECT document_text.id, text FROM document JOIN document_text ON document_text.id = text_id WHERE document.id = ?',
  ),
  turnEnds: db.prepare<[number], number>('SELECT "end" FROM turn WHERE text_id = ? ORDER BY number').pluck(),
  paragraphs: db.prepare<[number], number>('SELECT start FROM paragraph WHERE text_id = ? ORDER BY start').pluck(),
  coders: select(db, NameRow, 'SELECT id, name FROM coder'),
  respondents: select(db, NameRow, 'SELECT id, name FROM respondent'),
  documents: select(db, NameRow, 'SELECT id, name FROM document'),
  belongings: select(
    db,
    BelongingRow,
    `SELECT document_id AS documentId, respondent_id AS respondentId, relation, NULL AS role FROM document_respondent
     UNION ALL SELECT document_id, respondent_id, 'by', role FROM speaker WHERE respondent_id IS NOT NULL`,
  ),
  attributes: select(
    db,
    AttributeRow,
    'SELECT id, owner, name, type, choices, bands FROM attribute ORDER BY position, id',
  ),
  /** Values of a JSON array of attribute ids. */
  values: select<typeof ValueRow, [string]>(
    db,
    ValueRow,
    `SELECT attribute_id AS attributeId, coalesce(respondent_id, document_id) AS ownerId, value FROM attribute_value
     WHERE attribute_id IN (SELECT value FROM json_each(?))`,
  ),
  states: select(
    db,
    StateRow,
    `SELECT document_id AS documentId, coder_id AS coderId, done_at AS doneAt FROM document_state WHERE state <> 'not begun'`,
  ),
})
