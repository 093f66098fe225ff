/** Random small projects in memory: several coders, focus groups, interpreters, texts without speakers, case files, gaps. */
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { createAttribution } from '../../db/attribution.ts'
import { createJournal, type Origin } from '../../db/journal.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { createDatabase } from '../../db/open.ts'
import { writeIntegers } from '../../db/coding-index.ts'
import type { SpeakerRole } from '../../contract/documents.ts'
import { wordStarts } from '../../main/formats/import/words.ts'

const tokens = [
  'ik',
  'was',
  'bang',
  "d'accord",
  'émigré',
  '12.5',
  'co-op',
  '🏠',
  '往中文',
  '[lacht]',
  '—',
  'thuis.',
  'I',
  'saw',
]
const labels = ['I', 'R1', 'R2', 'T', 'X'] as const
export const RESPONDENTS = 4
export const CODERS = 3

const paragraph = fc.record({
  label: fc.option(fc.constantFrom(...labels), { freq: 5 }),
  hasTime: fc.boolean(),
  words: fc.array(fc.constantFrom(...tokens), { maxLength: 7 }),
})
const respondentId = fc.option(fc.integer({ min: 1, max: RESPONDENTS }), { freq: 6 })
const documentSpec = fc.record({
  hasSpeakers: fc.boolean(),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
  /** Speakers that the project knows; a label without one is nobody's. */
  speakers: fc.uniqueArray(
    fc.record({
      label: fc.constantFrom(...labels),
      role: fc.constantFrom<SpeakerRole>('interviewer', 'respondent', 'respondent', 'interpreter', 'other'),
      respondentId,
    }),
    { selector: ({ label }) => label, maxLength: 5 },
  ),
  /** Turns given to another speaker: place of the turn, place of the speaker. */
  given: fc.array(fc.tuple(fc.nat(5), fc.nat(4)), { maxLength: 2 }),
  links: fc.uniqueArray(
    fc.record({
      respondentId: fc.integer({ min: 1, max: RESPONDENTS }),
      relation: fc.constantFrom('by', 'by', 'about'),
    }),
    { selector: (link) => link.respondentId, maxLength: 3 },
  ),
  states: fc.uniqueArray(
    fc.record({
      coderId: fc.integer({ min: 1, max: CODERS }),
      state: fc.constantFrom('not begun', 'in progress', 'done', 'done'),
      day: fc.integer({ min: 1, max: 5 }),
    }),
    { selector: ({ coderId }) => coderId, maxLength: CODERS },
  ),
})
const codingSpec = fc.record({
  document: fc.nat(3),
  code: fc.nat(5),
  coder: fc.nat(CODERS - 1),
  from: fc.nat(150),
  length: fc.integer({ min: 1, max: 90 }),
})
const value = <T>(known: fc.Arbitrary<T>) => fc.option(fc.option(known, { nil: 'n/a' as const, freq: 5 }), { freq: 4 })

/** Attributes 1 (number of a respondent), 2 (choice of a respondent) and 3 (text of a document). */
export const projectSpec = fc.record({
  documents: fc.array(documentSpec, { minLength: 1, maxLength: 4 }),
  /** Per code: its parent among the earlier ones, if any. */
  codes: fc.array(
    fc.record({
      parent: fc.option(fc.nat(4)),
      archived: fc.boolean(),
      codable: fc.boolean(),
      day: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  codings: fc.array(codingSpec, { maxLength: 14 }),
  ages: fc.array(value(fc.integer({ min: 15, max: 40 })), { minLength: RESPONDENTS, maxLength: RESPONDENTS }),
  bands: fc.constantFrom([], [18, 30]),
  health: fc.array(value(fc.constantFrom('good', 'poor')), { minLength: RESPONDENTS, maxLength: RESPONDENTS }),
  waves: fc.array(value(fc.constantFrom('1', '2')), { minLength: 4, maxLength: 4 }),
})
export type ProjectSpec = typeof projectSpec extends fc.Arbitrary<infer T> ? T : never

const origin: Origin = { coderUid: null, installation: 'test', at: '2026-01-01T00:00:00.000Z' }
const day = (number: number) => `2026-01-0${number}T12:00:00.000Z`

/** Made once: a copy of it is ready ten times sooner than a new project. */
const empty = createDatabase(':memory:').serialize()

/** `step` runs its work as one recorded changeset, derived tables and all. */
export const buildProject = (spec: ProjectSpec) => {
  const db = new Database(empty)
  db.pragma('foreign_keys = ON')
  const attribution = createAttribution(db)
  const journal = createJournal(db, SCHEMA_VERSION, attribution.derive)
  let uid = 0
  const insert = (table: string, row: Record<string, unknown>): number => {
    const full: Record<string, unknown> = table === 'turn_speaker' ? row : { uid: `${table}-${++uid}`, ...row }
    const names = Object.keys(full)
    return Number(
      db
        .prepare(
          `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
        )
        .run(full).lastInsertRowid,
    )
  }
  const step = (work: () => void) => journal.record(origin, { command: 'test', input: null }, work)
  const lengths: number[] = []

  step(() => {
    insert('project', { id: 1, copy_uid: 'copy', name: 'Study', created_at: day(1) })
    for (let coder = 1; coder <= CODERS; coder++)
      insert('coder', { name: `Coder ${coder}`, initials: `C${coder}`, created_at: day(1) })
    for (let person = 1; person <= RESPONDENTS; person++)
      insert('respondent', { name: `R${person}`, created_at: day(1) })
    insert('attribute', {
      owner: 'respondent',
      name: 'Age',
      type: 'number',
      bands: JSON.stringify(spec.bands),
      position: 1,
    })
    insert('attribute', {
      owner: 'respondent',
      name: 'Health',
      type: 'choice',
      choices: '["poor","good"]',
      position: 2,
    })
    insert('attribute', { owner: 'document', name: 'Wave', type: 'text', position: 3 })
    const give = (
      attribute: number,
      owner: 'respondent_id' | 'document_id',
      values: readonly (string | number | null)[],
      most: number,
    ) => {
      for (const [index, given] of values.slice(0, most).entries())
        if (given !== null)
          insert('attribute_value', {
            attribute_id: attribute,
            [owner]: index + 1,
            value: given === 'n/a' ? null : String(given),
          })
    }
    for (const document of spec.documents) lengths.push(addDocument(document))
    give(1, 'respondent_id', spec.ages, RESPONDENTS)
    give(2, 'respondent_id', spec.health, RESPONDENTS)
    give(3, 'document_id', spec.waves, spec.documents.length)
    for (const [index, { parent, archived, codable, day: made }] of spec.codes.entries())
      insert('code', {
        parent_id: parent === null || index === 0 ? null : (parent % index) + 1,
        position: spec.codes.length - index,
        name: `Code ${index + 1}`,
        color: 0,
        archived: archived ? 1 : 0,
        codable: codable ? 1 : 0,
        created_at: day(made),
      })
  })
  step(() => {
    for (const coding of spec.codings) addCoding(coding)
  })

  function addDocument(document: ProjectSpec['documents'][number]) {
    const { hasSpeakers, speakers, given, links, states } = document
    const { text, marks, turns } = writeText(document)
    const found = wordStarts(text, marks, 'nl')
    const textId = insert('document_text', {
      hash: `hash-${uid}`,
      text,
      words: found.length,
      word_starts: writeIntegers(found),
    })
    for (const { start, end, kind } of marks)
      db.prepare('INSERT INTO mark VALUES (?, ?, ?, ?)').run(textId, start, end, kind)
    for (const [index, { start, end, label }] of turns.entries())
      db.prepare('INSERT INTO turn (text_id, number, start, "end", label) VALUES (?, ?, ?, ?, ?)').run(
        textId,
        index + 1,
        start,
        end,
        label,
      )
    const documentId = insert('document', {
      name: `Document ${lengths.length + 1}`,
      format: 'txt',
      language: 'nl',
      text_id: textId,
      created_at: day(1),
    })
    const ids = (hasSpeakers ? speakers : []).map(({ label, role, respondentId: person }) =>
      insert('speaker', { document_id: documentId, label, role, respondent_id: person }),
    )
    const isGiven = new Set<number>()
    for (const [turn, speaker] of given) {
      if (ids.length === 0 || turns.length === 0 || isGiven.has(turn % turns.length)) continue
      isGiven.add(turn % turns.length)
      insert('turn_speaker', {
        document_id: documentId,
        turn: (turn % turns.length) + 1,
        speaker_id: ids[speaker % ids.length],
      })
    }
    for (const { respondentId: person, relation } of links)
      insert('document_respondent', { document_id: documentId, respondent_id: person, relation })
    for (const { coderId, state, day: at } of states)
      insert('document_state', {
        document_id: documentId,
        coder_id: coderId,
        state,
        done_at: state === 'done' ? day(at) : null,
      })
    return text.length
  }

  function addCoding({ document, code, coder, from, length }: ProjectSpec['codings'][number]) {
    const place = document % lengths.length
    const size = lengths[place] ?? 0
    if (size === 0) return
    const start = from % size
    insert('coding', {
      document_id: place + 1,
      code_id: (code % spec.codes.length) + 1,
      coder_id: coder + 1,
      start,
      end: Math.min(size, start + length),
      quote_hash: '',
      created_at: day(1),
    })
  }
  return { db, journal, attribution, insert, step, addCoding, origin }
}

/** The text of a document as import would have it, with what marks it. */
const writeText = ({ hasSpeakers, paragraphs }: ProjectSpec['documents'][number]) => {
  const marks: { start: number; end: number; kind: 'label' | 'time' | 'convention' }[] = []
  const turns: { start: number; end: number; label: string }[] = []
  let text = ''
  const mark = (written: string, kind: (typeof marks)[number]['kind']) => {
    marks.push({ start: text.length, end: text.length + written.length, kind })
    text += written
  }
  for (const [index, { label, hasTime, words }] of paragraphs.entries()) {
    if (index > 0) text += '\n'
    const start = text.length
    const speaker = hasSpeakers ? label : null
    if (hasTime) mark('[00:12]', 'time')
    if (speaker) mark(`${speaker}:`, 'label')
    for (const word of words) {
      text += ' '
      if (word === '[lacht]') mark(word, 'convention')
      else text += word
    }
    if (speaker) turns.push({ start, end: text.length, label: speaker })
  }
  return { text, marks, turns }
}
