/** For whom each coding counts (derived: coding_respondent, coding_index), kept with every changeset and rebuildable. */
import type { Database } from 'better-sqlite3'
import { countIn, indexAt, lowerBound, type Span } from '../contract/span.ts'
import { createCodingIndex, readIntegers, type AttributionRole } from './coding-index.ts'
import { columnsOf } from './journal-triggers.ts'
import type { Derive } from './journal.ts'

interface Turn extends Span {
  readonly role: AttributionRole
  readonly respondentId: number
  /** Words in the earlier turns of the same respondent in the same role, and in all earlier turns. */
  readonly wordsBefore: number
  readonly spokenBefore: number
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
  readonly role: AttributionRole
  readonly firstWord: number
  words: number
}
interface StoredCoding extends Span {
  readonly id: number
  readonly documentId: number
}

/**
 * DATA.md, "Who a coding counts for": once for each respondent in whose turns (their own, or their interpreter's) it
 * covers at least one word; without speakers, for the respondents that the document is linked `by`. `about` is apart.
 * Respondent 0 stands for nobody, so that every coding has at least one row.
 */
const attribute = (span: Span, speech: Speech): Attribution[] => {
  const { wordStarts, turns, turnStarts, links } = speech
  const found = new Map<string, Attribution>()
  const add = (respondentId: number, role: AttributionRole, firstWord: number, words: number) => {
    const key = `${respondentId} ${role}`
    const known = found.get(key)
    if (known) known.words += words
    else found.set(key, { respondentId, role, firstWord, words })
  }
  const first = lowerBound(wordStarts, span.start)
  const all = countIn(wordStarts, span)
  for (const { respondentId, relation } of links)
    if (relation === 'about' || turns.length === 0) add(respondentId, relation, first, all)
  for (let index = Math.max(0, indexAt(turnStarts, span.start)); index < turns.length; index++) {
    const turn = turns[index]
    if (!turn || turn.start >= span.end) break
    const start = Math.max(span.start, turn.start)
    const words = countIn(wordStarts, { start, end: Math.min(span.end, turn.end) })
    const before = turn.wordsBefore + countIn(wordStarts, { start: turn.start, end: start })
    if (words > 0) add(turn.respondentId, turn.role, before, words)
  }
  const unspoken = unspokenBefore(speech, span.start)
  const left = turns.length === 0 ? 0 : unspokenBefore(speech, span.end) - unspoken
  const isAssigned = [...found.values()].some(({ role }) => role !== 'about')
  if (turns.length === 0 && !isAssigned) add(0, 'by', first, all)
  if (turns.length > 0 && (left > 0 || !isAssigned)) add(0, 'nobody', unspoken, left)
  return [...found.values()]
}

/** Words before a place that are in no turn of a known speaker. */
const unspokenBefore = ({ wordStarts, turns, turnStarts }: Speech, position: number): number => {
  const turn = turns[indexAt(turnStarts, position)]
  const spoken = turn
    ? turn.spokenBefore + countIn(wordStarts, { start: turn.start, end: Math.min(position, turn.end) })
    : 0
  return lowerBound(wordStarts, position) - spoken
}

export const createAttribution = (db: Database) => {
  const text = db.prepare<[number], { word_starts: Buffer }>(
    'SELECT word_starts FROM document_text JOIN document ON text_id = document_text.id WHERE document.id = ?',
  )
  const turns = db.prepare<[number], Omit<Turn, 'wordsBefore' | 'spokenBefore'>>(
    `SELECT start, "end", role, coalesce(respondent_id, 0) AS respondentId
     FROM spoken_turn JOIN speaker ON speaker.id = speaker_id WHERE spoken_turn.document_id = ? ORDER BY number`,
  )
  const links = db.prepare<[number], { respondentId: number; relation: 'by' | 'about' }>(
    'SELECT respondent_id AS respondentId, relation FROM document_respondent WHERE document_id = ?',
  )
  const columnOfDocument = columnsOf(db, 'coding').indexOf('document_id')
  /** Also codings that are gone, of which only the images know the document; `end` is null then. */
  const codingsTouched = db.prepare<[number], { id: number; documentId: number; start: number; end: number | null }>(
    `SELECT DISTINCT entity_id AS id, json_extract(coalesce(after, before), '$[${columnOfDocument}]') AS documentId, coding.start, coding."end"
     FROM change LEFT JOIN coding ON coding.id = entity_id WHERE changeset_id = ? AND entity = 'coding'`,
  )
  const codingsOf = db.prepare<[number], StoredCoding>(
    'SELECT id, document_id AS documentId, start, "end" FROM coding WHERE document_id = ?',
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
  const insert = db.prepare(
    'INSERT INTO coding_respondent (coding_id, respondent_id, role, first_word, words) VALUES (?, ?, ?, ?, ?)',
  )
  const index = createCodingIndex(db)

  const readSpeech = (documentId: number): Speech | null => {
    const found = text.get(documentId)
    if (!found) return null
    const wordStarts = readIntegers(found.word_starts)
    const wordsSoFar = new Map<string, number>()
    let spokenBefore = 0
    const ofDocument = turns.all(documentId).map((turn) => {
      const key = `${turn.respondentId} ${turn.role}`
      const words = countIn(wordStarts, turn)
      const counted = { ...turn, wordsBefore: wordsSoFar.get(key) ?? 0, spokenBefore }
      wordsSoFar.set(key, counted.wordsBefore + words)
      spokenBefore += words
      return counted
    })
    return {
      wordStarts,
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

  const attributeCoding = (coding: StoredCoding, speech: Speech) => {
    clear.run(coding.id)
    for (const { respondentId, role, firstWord, words } of attribute(coding, speech))
      insert.run(coding.id, respondentId, role, firstWord, words)
  }
  const attributeDocument = (documentId: number) => {
    const speech = speechOf(documentId)
    // A document that is gone took its codings and its index along.
    if (!speech) return
    for (const coding of codingsOf.all(documentId)) attributeCoding(coding, speech)
    index.rebuild(documentId)
  }
  const attributeCodings = (
    documentId: number,
    codings: readonly { id: number; start: number; end: number | null }[],
  ) => {
    const speech = speechOf(documentId)
    if (!speech) return
    for (const { id, start, end } of codings) if (end !== null) attributeCoding({ id, documentId, start, end }, speech)
    index.refresh(documentId, new Set(codings.map(({ id }) => id)))
  }

  /** Brings the derived tables up to date with the rows that a changeset touched. */
  const derive: Derive = (changesetId) => {
    const documents = new Set(documentsTouched.all({ id: changesetId } as never))
    if (documents.size > 0) latest = null
    for (const documentId of documents) attributeDocument(documentId)
    for (const [documentId, codings] of Map.groupBy(codingsTouched.all(changesetId), (coding) => coding.documentId))
      if (!documents.has(documentId)) attributeCodings(documentId, codings)
  }
  /** Rebuilds it all, from nothing but the journaled tables. */
  const rebuild = (): void => {
    latest = null
    db.transaction(() => {
      db.exec('DELETE FROM coding_respondent')
      db.exec('DELETE FROM coding_index')
      for (const id of db.prepare<[], number>('SELECT id FROM document').pluck().all()) attributeDocument(id)
    }).immediate()
  }
  /** Must be called when a transaction was rolled back: what was read inside it may never have been. */
  const forget = () => {
    latest = null
  }
  return { derive, rebuild, forget }
}
