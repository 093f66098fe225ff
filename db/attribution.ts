/** For whom each coding counts (derived table coding_respondent), kept with every changeset and rebuildable. */
import type { Database } from 'better-sqlite3'
import { countIn, indexAt, type Span } from '../contract/span.ts'
import type { Derive } from './journal.ts'

type Role = 'by' | 'about' | 'interviewer' | 'respondent' | 'interpreter' | 'other'
interface Turn extends Span {
  readonly role: Role
  readonly respondentId: number
}
interface Speech {
  readonly wordStarts: Int32Array
  /** Ascending; empty for a document without speakers. */
  readonly turns: readonly Turn[]
  readonly turnStarts: readonly number[]
  readonly links: readonly { respondentId: number; relation: 'by' | 'about' }[]
}
interface Attribution {
  readonly respondentId: number
  readonly role: Role
  readonly words: number
}

/** Word starts as stored: 32-bit little-endian integers. */
export const readWordStarts = (blob: Buffer): Int32Array =>
  new Int32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength))
export const writeWordStarts = (starts: ArrayLike<number>): Buffer => Buffer.from(Int32Array.from(starts).buffer)

/**
 * DATA.md, "Who a coding counts for": once for each respondent in whose turns (their own, or their interpreter's) it
 * covers at least one word; without speakers, for the respondents that the document is linked `by`. `about` is apart.
 * Respondent 0 stands for nobody, so that every coding has at least one row.
 */
const attribute = (span: Span, { wordStarts, turns, turnStarts, links }: Speech): Attribution[] => {
  const words = new Map<string, { respondentId: number; role: Role; words: number }>()
  const add = (respondentId: number, role: Role, count: number) => {
    const key = `${respondentId} ${role}`
    const found = words.get(key)
    if (found) found.words += count
    else words.set(key, { respondentId, role, words: count })
  }
  const all = countIn(wordStarts, span)
  for (const { respondentId, relation } of links)
    if (relation === 'about' || turns.length === 0) add(respondentId, relation, all)
  for (let index = Math.max(0, indexAt(turnStarts, span.start)); index < turns.length; index++) {
    const turn = turns[index]
    if (!turn || turn.start >= span.end) break
    const count = countIn(wordStarts, { start: Math.max(span.start, turn.start), end: Math.min(span.end, turn.end) })
    if (count > 0) add(turn.respondentId, turn.role, count)
  }
  const assigned = [...words.values()].some(({ role }) => role !== 'about')
  if (!assigned) add(0, turns.length === 0 ? 'by' : 'other', all)
  return [...words.values()]
}

export const createAttribution = (db: Database) => {
  const text = db.prepare<[number], { word_starts: Buffer }>(
    'SELECT word_starts FROM document_text JOIN document ON text_id = document_text.id WHERE document.id = ?',
  )
  const turns = db.prepare<[number], Turn>(
    `SELECT start, "end", role, coalesce(respondent_id, 0) AS respondentId
     FROM spoken_turn JOIN speaker ON speaker.id = speaker_id WHERE spoken_turn.document_id = ? ORDER BY number`,
  )
  const links = db.prepare<[number], { respondentId: number; relation: 'by' | 'about' }>(
    'SELECT respondent_id AS respondentId, relation FROM document_respondent WHERE document_id = ?',
  )
  const codingsById = db.prepare<[number], { id: number; document_id: number; start: number; end: number }>(
    `SELECT DISTINCT coding.id, coding.document_id, coding.start, coding."end" FROM change JOIN coding ON coding.id = entity_id
     WHERE changeset_id = ? AND entity = 'coding'`,
  )
  const codingsOf = db.prepare<[number], { id: number; document_id: number; start: number; end: number }>(
    'SELECT id, document_id, start, "end" FROM coding WHERE document_id = ?',
  )
  // Documents in which who speaks, or for whom, has changed: both images of a row may name one.
  const documentsTouched = db
    .prepare<[number], number>(
      `SELECT DISTINCT document_id FROM (
         SELECT speaker.document_id FROM change JOIN speaker ON speaker.id = entity_id WHERE changeset_id = @id AND entity = 'speaker'
         UNION ALL SELECT entity_id FROM change WHERE changeset_id = @id AND entity = 'document'
         UNION ALL SELECT json_extract(coalesce(after, before), '$[' ||
           (SELECT key FROM json_each((SELECT columns FROM journal_column WHERE entity = change.entity ORDER BY schema_version DESC LIMIT 1))
            WHERE value = 'document_id') || ']')
         FROM change WHERE changeset_id = @id AND entity IN ('turn_speaker', 'document_respondent', 'speaker'))`,
    )
    .pluck()
  const clear = db.prepare('DELETE FROM coding_respondent WHERE coding_id = ?')
  const insert = db.prepare('INSERT INTO coding_respondent (coding_id, respondent_id, role, words) VALUES (?, ?, ?, ?)')

  const readSpeech = (documentId: number): Speech | null => {
    const found = text.get(documentId)
    if (!found) return null
    const ofDocument = turns.all(documentId)
    return {
      wordStarts: readWordStarts(found.word_starts),
      turns: ofDocument,
      turnStarts: ofDocument.map(({ start }) => start),
      links: links.all(documentId),
    }
  }
  // The document that is being coded is asked for at every coding; its speech changes only with its speakers.
  let latest: { documentId: number; speech: Speech | null } | null = null
  const speechOf = (documentId: number): Speech | null => {
    if (latest?.documentId !== documentId) latest = { documentId, speech: readSpeech(documentId) }
    return latest.speech
  }

  const attributeCoding = (coding: { id: number; document_id: number; start: number; end: number }) => {
    clear.run(coding.id)
    const speech = speechOf(coding.document_id)
    if (!speech) return
    for (const { respondentId, role, words } of attribute(coding, speech))
      insert.run(coding.id, respondentId, role, words)
  }

  /** Brings coding_respondent up to date with the rows that a changeset touched. */
  const derive: Derive = (changesetId) => {
    const documents = documentsTouched.all({ id: changesetId } as never)
    if (documents.length > 0) latest = null
    for (const documentId of documents) for (const coding of codingsOf.all(documentId)) attributeCoding(coding)
    for (const coding of codingsById.all(changesetId)) attributeCoding(coding)
  }
  /** Rebuilds it all, from nothing but the journaled tables. */
  const rebuild = (): void => {
    latest = null
    db.transaction(() => {
      db.exec('DELETE FROM coding_respondent')
      for (const id of db.prepare<[], number>('SELECT id FROM document').pluck().all())
        for (const coding of codingsOf.all(id)) attributeCoding(coding)
    }).immediate()
  }
  /** Must be called when a transaction was rolled back: what was read inside it may never have been. */
  const forget = () => {
    latest = null
  }
  return { derive, rebuild, forget }
}
