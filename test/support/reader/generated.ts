/** A long interview and many overlapping codings, the same ones each time: what the reader's study measured with. */
import type { Coding } from '../../../contract/codings.ts'
import type { DocumentText, MarkKind } from '../../../contract/documents.ts'

const WORDS =
  'the and to of I you that it was in we they my so like but know is for have on with just this what because people when think really about then there were had do not be me at all he she them or as out if up said work time going would went how kind thing things school hospital family mother nurse week money always never felt feeling trust support community anxious decided remember started talking understand difficult situation important sometimes probably experience different question appointment medication neighbour relationship everybody themselves organisation responsibility'.split(
    ' ',
  )
const RARE = ['cafe\u0301', 'naïve', '😀', '👨‍👩‍👧', '[laughs]', '[pause]', '𠮷野家', 'Zo\u0308e']

const random = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let next = Math.imul(state ^ (state >>> 15), 1 | state)
    next = (next + Math.imul(next ^ (next >>> 7), 61 | next)) ^ next
    return ((next ^ (next >>> 14)) >>> 0) / 4294967296
  }
}

/** Turns of 40 to 120 words, by turns an interviewer's and a respondent's; codings of 5 to 80 words, in clusters. */
export const generate = (words: number, count: number): { document: DocumentText; codings: Coding[] } => {
  const next = random(42)
  const pick = <T>(from: readonly T[], place = next()): T => from[Math.floor(place * from.length)] as T
  const lines: string[] = []
  const marks: { start: number; end: number; kind: MarkKind }[] = []
  const turns: DocumentText['turns'] = { start: [], end: [], speakerId: [] }
  const paragraphs: number[] = []
  let offset = 0
  for (let written = 0; written < words;) {
    const length = Math.min(40 + Math.floor(next() * 81), words - written)
    const said: string[] = []
    let capital = true
    for (let word = 0; word < length; word++) {
      let text = next() < 0.005 ? pick(RARE) : pick(WORDS, next() ** 1.6)
      if (capital) text = text.charAt(0).toUpperCase() + text.slice(1)
      capital = word === length - 1 || next() < 0.07
      if (capital) text += next() < 0.2 ? '?' : '.'
      else if (next() < 0.07) text += ','
      said.push(text)
    }
    const label = lines.length % 2 ? 'P07:' : 'INT:'
    const line = `${label} ${said.join(' ')}`
    marks.push({ start: offset, end: offset + label.length, kind: 'label' })
    for (const { index, 0: convention } of line.matchAll(/\[\w+\]/gu))
      marks.push({ start: offset + index, end: offset + index + convention.length, kind: 'convention' })
    paragraphs.push(offset)
    turns.start.push(offset)
    turns.end.push(offset + line.length)
    turns.speakerId.push(lines.length % 2 ? 2 : 1)
    lines.push(line)
    offset += line.length + 1
    written += length
  }
  const text = lines.join('\n')
  const places = [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  const firsts: number[] = []
  const codings = Array.from({ length: count }, (_, id): Coding => {
    let first = Math.floor(next() * places.length)
    if (next() < 0.3 && firsts.length > 0)
      first = Math.max(0, Math.min(places.length - 1, pick(firsts) + Math.floor(next() * 20) - 10))
    firsts.push(first)
    const last = Math.min(places.length - 1, first + 4 + Math.floor(next() ** 1.5 * 76))
    return {
      id: id + 1,
      documentId: 1,
      codeId: 1 + Math.floor(next() * 60),
      coderId: 1 + (id % 2),
      start: places[first]?.start ?? 0,
      end: places[last]?.end ?? 1,
      createdAt: '2026-03-14T10:00:00.000Z',
    }
  })
  const document: DocumentText = {
    id: 1,
    name: 'P07, second interview',
    language: 'en',
    words,
    text,
    paragraphs,
    turns,
    marks: { start: marks.map((m) => m.start), end: marks.map((m) => m.end), kind: marks.map((m) => m.kind) },
    speakers: [
      { id: 1, label: 'INT', role: 'interviewer', respondentId: null },
      { id: 2, label: 'P07', role: 'respondent', respondentId: 7 },
    ],
    readTurns: [],
    state: 'in progress',
  }
  return { document, codings }
}
