/** The codings of a document with whom they count for, packed into one row, so that a whole project is counted fast. */
import type { Database } from 'better-sqlite3'

/** Whose words a coding covers; `nobody`: words in no turn of a known speaker. Stored by place in this list. */
export const ATTRIBUTION_ROLES = ['by', 'about', 'interviewer', 'respondent', 'interpreter', 'other', 'nobody'] as const
export type AttributionRole = (typeof ATTRIBUTION_ROLES)[number]

/**
 * A packed document is a run of entries of ENTRY_SIZE integers, sorted by start, then by coding. A coding has one entry
 * per respondent (0: nobody) and role, one after the other. `firstWord` and `words` are a range in the numbering of
 * that respondent's words in that role in this document (of all words for `by` and `about`), so that ranges
 * of several codings can be united.
 */
export const ENTRY_SIZE = 8
export const ENTRY = {
  start: 0,
  codingId: 1,
  codeId: 2,
  coderId: 3,
  respondentId: 4,
  role: 5,
  firstWord: 6,
  words: 7,
} as const

/** Integers as stored, little-endian; a blob may lie at any offset of its buffer, integers need one divisible by four. */
export const readIntegers = (blob: Buffer): Int32Array =>
  blob.byteOffset % 4 === 0
    ? new Int32Array(blob.buffer, blob.byteOffset, blob.byteLength / 4)
    : new Int32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength))

export const writeIntegers = (integers: Int32Array): Buffer =>
  Buffer.from(integers.buffer, integers.byteOffset, integers.byteLength)

export const createCodingIndex = (db: Database) => {
  const role = ATTRIBUTION_ROLES.map((name, place) => `WHEN '${name}' THEN ${place}`).join(' ')
  const entries = `SELECT coding.start, coding.id, code_id, coder_id, respondent_id, CASE role ${role} END AS place, first_word, words
    FROM coding JOIN coding_respondent ON coding_id = coding.id`
  const order = 'ORDER BY coding.start, coding.id, respondent_id, place'
  const ofDocument = db.prepare<[number], number[]>(`${entries} WHERE document_id = ? ${order}`).raw()
  const ofCodings = db
    .prepare<[string], number[]>(`${entries} WHERE coding.id IN (SELECT value FROM json_each(?)) ${order}`)
    .raw()
  const stored = db.prepare<[number], Buffer>('SELECT entries FROM coding_index WHERE document_id = ?').pluck()
  const put = db.prepare(
    'INSERT INTO coding_index (document_id, entries) VALUES (?, ?) ON CONFLICT DO UPDATE SET entries = excluded.entries',
  )
  const drop = db.prepare('DELETE FROM coding_index WHERE document_id = ?')
  const save = (documentId: number, packed: Int32Array) => {
    if (packed.length === 0) drop.run(documentId)
    else put.run(documentId, writeIntegers(packed))
  }
  return {
    /** Packs a document anew. */
    rebuild: (documentId: number) => {
      save(documentId, merge(new Int32Array(0), new Set(), ofDocument.all(documentId)))
    },
    /** Brings the entries of some of a document's codings up to date, also of those that are gone. */
    refresh: (documentId: number, codingIds: ReadonlySet<number>) => {
      const blob = stored.get(documentId)
      const old = blob ? readIntegers(blob) : new Int32Array(0)
      save(documentId, merge(old, codingIds, ofCodings.all(JSON.stringify([...codingIds]))))
    },
  }
}

/** The old entries but those of `replaced`, and the fresh ones in their places; both are in order. */
const merge = (old: Int32Array, replaced: ReadonlySet<number>, fresh: readonly number[][]): Int32Array => {
  const merged = new Int32Array(old.length + fresh.length * ENTRY_SIZE)
  let at = 0
  let next = 0
  const take = (row: ArrayLike<number>, offset: number) => {
    for (let column = 0; column < ENTRY_SIZE; column++) merged[at++] = row[offset + column] as number
  }
  for (let offset = 0; offset < old.length; offset += ENTRY_SIZE) {
    if (replaced.has(old[offset + ENTRY.codingId] as number)) continue
    for (let row = fresh[next]; row && comesBefore(row, old, offset); row = fresh[++next]) take(row, 0)
    take(old, offset)
  }
  for (const row of fresh.slice(next)) take(row, 0)
  return merged.subarray(0, at)
}

const comesBefore = (row: ArrayLike<number>, old: Int32Array, offset: number): boolean => {
  const difference = (row[ENTRY.start] as number) - (old[offset + ENTRY.start] as number)
  return (
    difference < 0 || (difference === 0 && (row[ENTRY.codingId] as number) < (old[offset + ENTRY.codingId] as number))
  )
}
