/** A small interview and random documents for the reader's tests, in the shape of the wire. */
import * as fc from 'fast-check'
import type { Coding, CodingColumns } from '../../../contract/codings.ts'
import type { DocumentText, MarkKind, Speaker } from '../../../contract/documents.ts'

export interface Said {
  readonly speaker: 'I' | 'R07' | 'T' | null
  readonly paragraphs: readonly string[]
}

export const speakers: Speaker[] = [
  { id: 1, label: 'I', role: 'interviewer', respondentId: null },
  { id: 2, label: 'R07', role: 'respondent', respondentId: 7 },
  { id: 3, label: 'T', role: 'interpreter', respondentId: 7 },
]

/** Builds a document as import does: a label with its colon is a mark, a turn has one or more paragraphs. */
export const documentOf = (said: readonly Said[], language: 'en' | 'nl' = 'en'): DocumentText => {
  let text = ''
  const paragraphs: number[] = []
  const turns: DocumentText['turns'] = { start: [], end: [], speakerId: [] }
  const marks: { start: number; end: number; kind: MarkKind }[] = []
  for (const { speaker, paragraphs: parts } of said) {
    const lines = parts.map((part, number) => (number === 0 && speaker ? `${speaker}: ${part}` : part))
    const start = text === '' ? 0 : text.length + 1
    for (const line of lines) {
      if (paragraphs.length > 0) text += '\n'
      paragraphs.push(text.length)
      for (const { index, 0: convention } of line.matchAll(/\[[a-z]+\]/gu))
        marks.push({ start: text.length + index, end: text.length + index + convention.length, kind: 'convention' })
      if (line === lines[0] && speaker)
        marks.push({ start: text.length, end: text.length + speaker.length + 1, kind: 'label' })
      text += line
    }
    if (!speaker) continue
    turns.start.push(start)
    turns.end.push(text.length)
    turns.speakerId.push(speakers.find(({ label }) => label === speaker)?.id ?? 0)
  }
  marks.sort((a, b) => a.start - b.start)
  return {
    id: 1,
    name: 'R07, second interview',
    language,
    words: text.split(/\s+/u).length,
    text,
    paragraphs,
    turns,
    marks: { start: marks.map((m) => m.start), end: marks.map((m) => m.end), kind: marks.map((m) => m.kind) },
    speakers,
    readTurns: [],
    state: 'in progress',
  }
}

export const interview = documentOf([
  { speaker: 'I', paragraphs: ['When you picture yourself there, what is the first thing you see?'] },
  {
    speaker: 'R07',
    paragraphs: [
      'I see the street where my brother was stopped. I cannot sleep. [sighs]',
      'People say the war is over. For them perhaps.',
    ],
  },
  { speaker: 'I', paragraphs: ['And if the place were safe?'] },
  { speaker: 'T', paragraphs: ['She says: then still it is not going back.'] },
  { speaker: 'R07', paragraphs: ["The house is sold, I'd arrive as a stranger. 👨‍👩‍👧 Zoë came."] },
])

export const columnsOf = (codings: readonly Coding[]): CodingColumns => ({
  id: codings.map((c) => c.id),
  codeId: codings.map((c) => c.codeId),
  coderId: codings.map((c) => c.coderId),
  start: codings.map((c) => c.start),
  end: codings.map((c) => c.end),
  createdAt: codings.map((c) => c.createdAt),
})

/** Random codings with distinct ids in a document of `length` units. */
export const codingsArbitrary = (length: number, maxLength = 40): fc.Arbitrary<Coding[]> =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 500 }),
        start: fc.nat({ max: length - 2 }),
        size: fc.integer({ min: 1, max: length }),
        codeId: fc.integer({ min: 1, max: 6 }),
        coderId: fc.integer({ min: 1, max: 2 }),
      }),
      { selector: ({ id }) => id, maxLength },
    )
    .map((rows) =>
      rows.map(({ size, ...row }) => ({
        ...row,
        documentId: 1,
        end: Math.min(length, row.start + size),
        createdAt: `2026-03-14T10:00:${String(row.id % 60).padStart(2, '0')}.000Z`,
      })),
    )
