/** Statements about documents, their texts, turns and speakers. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { MarkKind, Speaker } from '../../contract/documents.ts'
import { select } from '../statement.ts'

const DocumentHead = z.object({
  id: z.int(),
  name: z.string(),
  format: z.string(),
  language: z.enum(['en', 'nl']),
  textId: z.int(),
  words: z.int(),
  turns: z.int(),
  createdAt: z.string(),
})
const TextRow = z.object({
  id: z.int(),
  name: z.string(),
  language: z.enum(['en', 'nl']),
  textId: z.int(),
  words: z.int(),
  text: z.string(),
})
const TurnRow = z.object({ number: z.int(), start: z.int(), end: z.int(), speakerId: z.int() })
const MarkRow = z.object({ start: z.int(), end: z.int(), kind: MarkKind })
const RespondentOfDocument = z.object({
  documentId: z.int(),
  id: z.int(),
  name: z.string(),
  relation: z.enum(['by', 'about']),
})
/** How far one coder is with a document; flags are 0 or 1. */
const ProgressRow = z.object({
  documentId: z.int(),
  codings: z.int(),
  state: z.enum(['not begun', 'in progress', 'done']).nullable(),
  /** The coder has codings in it. */
  mine: z.int(),
  /** A code was made after the document was done. */
  newer: z.int(),
})
export type ProgressRow = z.infer<typeof ProgressRow>
const HeadRow = z.object({ uid: z.string(), name: z.string(), textId: z.int() })
const SpeakerRow = z.object({ id: z.int(), documentId: z.int(), label: z.string() })
const TurnOfText = z.object({ start: z.int(), end: z.int(), label: z.string() })
const StoredText = z.object({ text: z.string(), hash: z.string(), wordStarts: z.custom<Buffer>() })
const Removal = z.object({ codings: z.int(), memos: z.int() })

export const documentQueries = (db: Database) => ({
  all: select(
    db,
    DocumentHead,
    `SELECT document.id, name, format, language, text_id AS textId, words,
       (SELECT count(*) FROM turn WHERE turn.text_id = document.text_id) AS turns, created_at AS createdAt
     FROM document JOIN document_text ON document_text.id = text_id ORDER BY name, document.id`,
  ),
  text: select<typeof TextRow, [number]>(
    db,
    TextRow,
    `SELECT document.id, name, language, text_id AS textId, words, text
     FROM document JOIN document_text ON document_text.id = text_id WHERE document.id = ?`,
  ),
  paragraphs: db.prepare<[number], number>('SELECT start FROM paragraph WHERE text_id = ? ORDER BY start').pluck(),
  turns: select<typeof TurnRow, [number]>(
    db,
    TurnRow,
    `SELECT number, start, "end", coalesce(speaker_id, 0) AS speakerId FROM spoken_turn WHERE document_id = ? ORDER BY number`,
  ),
  marks: select<typeof MarkRow, [number]>(
    db,
    MarkRow,
    'SELECT start, "end", kind FROM mark WHERE text_id = ? ORDER BY start, "end"',
  ),
  speakers: select<typeof Speaker, [number]>(
    db,
    Speaker,
    'SELECT id, label, role, respondent_id AS respondentId FROM speaker WHERE document_id = ? ORDER BY id',
  ),
  readTurns: db
    .prepare<[number, number], number>(
      'SELECT turn FROM turn_read WHERE document_id = ? AND coder_id = ? ORDER BY turn',
    )
    .pluck(),
  /** Who a document is by (linked, or speaking in it) or about. */
  respondents: select(
    db,
    RespondentOfDocument,
    `SELECT document_id AS documentId, respondent.id, respondent.name, relation FROM document_respondent JOIN respondent ON respondent.id = respondent_id
     UNION SELECT document_id, respondent.id, respondent.name, 'by' FROM speaker JOIN respondent ON respondent.id = respondent_id
     ORDER BY 3, 2`,
  ),
  progress: select<typeof ProgressRow, [{ coderId: number; documentId: number | null }]>(
    db,
    ProgressRow,
    `SELECT document.id AS documentId, (SELECT count(*) FROM coding WHERE document_id = document.id) AS codings, state,
       EXISTS (SELECT 1 FROM coding WHERE document_id = document.id AND coding.coder_id = @coderId) AS mine,
       EXISTS (SELECT 1 FROM code WHERE code.created_at > done_at AND codable = 1 AND archived = 0) AS newer
     FROM document LEFT JOIN document_state ON document_state.document_id = document.id AND document_state.coder_id = @coderId
     WHERE @documentId IS NULL OR document.id = @documentId`,
  ),
  head: select<typeof HeadRow, [number]>(db, HeadRow, 'SELECT uid, name, text_id AS textId FROM document WHERE id = ?'),
  coderUid: db.prepare<[number], string>('SELECT uid FROM coder WHERE id = ?').pluck(),
  storedText: select<typeof StoredText, [number]>(
    db,
    StoredText,
    'SELECT text, hash, word_starts AS wordStarts FROM document_text WHERE id = ?',
  ),
  turnsOfText: select<typeof TurnOfText, [number]>(
    db,
    TurnOfText,
    'SELECT start, "end", label FROM turn WHERE text_id = ? ORDER BY number',
  ),
  speaker: select<typeof SpeakerRow, [number]>(
    db,
    SpeakerRow,
    'SELECT id, document_id AS documentId, label FROM speaker WHERE id = ?',
  ),
  rename: db.prepare('UPDATE document SET name = ? WHERE id = ?'),
  setLanguage: db.prepare('UPDATE document SET language = @language, text_id = @textId WHERE id = @id'),
  remove: db.prepare('DELETE FROM document WHERE id = ?'),
  /** What goes with the documents whose ids are in a JSON array. */
  removal: select<typeof Removal, [{ ids: string }]>(
    db,
    Removal,
    `SELECT (SELECT count(*) FROM coding WHERE document_id IN (SELECT value FROM json_each(@ids))) AS codings,
       (SELECT count(*) FROM memo WHERE document_id IN (SELECT value FROM json_each(@ids))) AS memos`,
  ),
  setState: db.prepare(
    `INSERT INTO document_state (uid, document_id, coder_id, state, done_at) VALUES (@uid, @documentId, @coderId, @state, @doneAt)
     ON CONFLICT (document_id, coder_id) DO UPDATE SET state = excluded.state, done_at = excluded.done_at`,
  ),
  addRead: db.prepare(
    `INSERT INTO turn_read (uid, document_id, turn, coder_id) VALUES (@uid, @documentId, @turn, @coderId) ON CONFLICT DO NOTHING`,
  ),
  removeRead: db.prepare(
    'DELETE FROM turn_read WHERE document_id = @documentId AND turn = @turn AND coder_id = @coderId',
  ),
  setSpeaker: db.prepare('UPDATE speaker SET role = @role, respondent_id = @respondentId WHERE id = @id'),
  labelOfTurn: db
    .prepare<[number, number], string>(
      'SELECT label FROM document JOIN turn USING (text_id) WHERE document.id = ? AND number = ?',
    )
    .pluck(),
  assignTurn: db.prepare(
    `INSERT INTO turn_speaker (document_id, turn, speaker_id) VALUES (@documentId, @turn, @speakerId)
     ON CONFLICT (document_id, turn) DO UPDATE SET speaker_id = excluded.speaker_id`,
  ),
  /** The turn is its label's again. */
  unassignTurn: db.prepare('DELETE FROM turn_speaker WHERE document_id = @documentId AND turn = @turn'),
})
