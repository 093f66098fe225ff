import { describe, expect, test } from 'vitest'
import type { Preview, SpeakerGuess } from '../../../contract/imports.ts'
import {
  comingIn,
  confirm,
  duplicates,
  freeNumbers,
  interpretersFollow,
  linesLike,
  linesThatAsk,
  linesWithoutName,
  nameAll,
  readyLines,
  toImportFile,
  withRolesOf,
  type Confirmed,
  type Line,
} from '../../../renderer/features/imports/confirming.ts'

const guess = (label: string, role: SpeakerGuess['role'], respondent: string | null = null): SpeakerGuess => ({
  label,
  role,
  respondent,
  turns: 1,
  words: 1,
  sample: '',
})
const preview = (name: string, speakers: SpeakerGuess[], part: Partial<Preview> = {}): Preview => ({
  file: { name: `${name}.txt`, path: `/${name}.txt` },
  name,
  format: 'txt',
  encoding: 'utf-8',
  encodingCertain: true,
  language: 'en',
  hash: name,
  sample: '',
  sampleMarks: { start: [], end: [], kind: [] },
  sampleTurns: { start: [], label: [] },
  words: 1,
  turns: speakers.length,
  speakers,
  by: speakers.length === 0 ? [name] : [],
  leftOut: { insertions: 0, deletions: 0, comments: 0, footnotes: 0, images: 0, headers: 0 },
  duplicateOf: null,
  ...part,
})
const interview = (name: string, part: Partial<Preview> = {}) =>
  preview(name, [guess('I', 'interviewer'), guess('R', 'respondent', name), guess('T', 'interpreter', name)], part)
const lines = (...confirmed: Confirmed[]): Line[] =>
  confirmed.map((one, index) => ({
    id: index + 1,
    file: new File([], one.preview.file.name),
    state: { kind: 'ready', confirmed: one },
    included: true,
    encoding: null,
  }))
const confirmedOf = (line: Line | undefined): Confirmed => {
  if (line?.state.kind !== 'ready') throw new Error('not ready')
  return line.state.confirmed
}
const respondents = ({ speakers }: Confirmed) => speakers.map(({ label, respondent }) => [label, respondent])

describe('names of respondents', () => {
  test('what only the file’s name says is not taken for a name; what the text says is', () => {
    expect(respondents(confirm(interview('Amina')))).toEqual([
      ['I', null],
      ['R', null],
      ['T', null],
    ])
    expect(respondents(confirm(preview('Talk', [guess('Speaker 2', 'respondent', 'Talk, Speaker 2')])))).toEqual([
      ['Speaker 2', null],
    ])
    expect(respondents(confirm(preview('Group', [guess('R03', 'respondent', 'R03')])))).toEqual([['R03', 'R03']])
    expect(confirm(preview('Letter', [])).by).toBe(null)
  })

  test('numbers go on where the project and the texts have none, and interpreters follow', () => {
    const chosen = lines(
      confirm(interview('Amina')),
      confirm(preview('Group', [guess('R02', 'respondent', 'R02')])),
      confirm(preview('Letter', [])),
    )
    expect(linesThatAsk(chosen).map(({ line }) => line.id)).toEqual([1, 3])
    const [first, second, third] = nameAll(chosen, 'number', ['R1'])
    expect(respondents(confirmedOf(first))).toEqual([
      ['I', null],
      ['R', 'R03'],
      ['T', 'R03'],
    ])
    expect(respondents(confirmedOf(second))).toEqual([['R02', 'R02']])
    expect(confirmedOf(third).by).toBe('R04')
    expect(freeNumbers(['r1', 'R03'], 3)).toEqual(['R02', 'R04', 'R05'])
  })

  test('after the file where one says so; several in one file are told apart', () => {
    const two = preview('Talk', [
      guess('Speaker 1', 'respondent', 'Talk, Speaker 1'),
      guess('Speaker 2', 'respondent', 'Talk, Speaker 2'),
    ])
    const named = nameAll(lines(confirm(interview('Amina')), confirm(two)), 'file', [])
    expect(respondents(confirmedOf(named[0]))[1]).toEqual(['R', 'Amina'])
    expect(respondents(confirmedOf(named[1]))).toEqual([
      ['Speaker 1', 'Talk, Speaker 1'],
      ['Speaker 2', 'Talk, Speaker 2'],
    ])
    const self = nameAll(named, 'self', [])
    expect(linesWithoutName(self)).toHaveLength(2)
    expect(respondents(confirmedOf(self[0]))[1]).toEqual(['R', null])
  })

  test('a name that was written by hand stays, whatever is chosen for all', () => {
    const before = confirm(interview('Amina'))
    const written = interpretersFollow(before, {
      ...before,
      speakers: before.speakers.map((one) => (one.label === 'R' ? { ...one, respondent: 'Layla', named: true } : one)),
    })
    expect(respondents(written)[2]).toEqual(['T', 'Layla'])
    const [line] = nameAll(lines(written), 'number', [])
    expect(respondents(confirmedOf(line))[1]).toEqual(['R', 'Layla'])
  })
})

describe('roles for files with the same labels', () => {
  test('roles are taken over, names only where both texts say them', () => {
    const source: Confirmed = {
      ...confirm(interview('One')),
      speakers: [
        { label: 'I', role: 'other', respondent: null, named: false },
        { label: 'R', role: 'respondent', respondent: 'R01', named: false },
        { label: 'T', role: 'interviewer', respondent: null, named: false },
      ],
    }
    const chosen = lines(source, confirm(interview('Two')), confirm(preview('Three', [guess('I', 'interviewer')])))
    const like = linesLike(chosen, { line: chosen[0] as Line, confirmed: source })
    expect(like.map(({ line }) => line.id)).toEqual([2])
    const after = withRolesOf(confirmedOf(chosen[1]), source)
    expect(after.speakers.map(({ label, role, respondent }) => [label, role, respondent])).toEqual([
      ['I', 'other', null],
      ['R', 'respondent', null],
      ['T', 'interviewer', null],
    ])
  })
})

describe('the same text twice', () => {
  test('comes in once, unless it is wanted twice; a text that the project has not at all', () => {
    const chosen = lines(
      confirm(interview('One')),
      confirm(interview('Copy', { hash: 'One' })),
      confirm(interview('Old', { duplicateOf: 'Interview 3' })),
    )
    expect(comingIn(chosen).map(({ line }) => line.id)).toEqual([1])
    expect(duplicates(chosen).map(({ id, of }) => [id, of])).toEqual([
      [2, 'One.txt'],
      [3, 'Interview 3'],
    ])
    const wanted = chosen.map((line): Line =>
      line.id === 2
        ? { ...line, state: { kind: 'ready', confirmed: { ...confirmedOf(line), allowDuplicate: true } } }
        : line,
    )
    expect(comingIn(wanted).map(({ line }) => line.id)).toEqual([1, 2])
    expect(readyLines(wanted)).toHaveLength(3)
    const without = wanted.map((line): Line => (line.id === 1 ? { ...line, included: false } : line))
    expect(comingIn(without).map(({ line }) => line.id)).toEqual([2])
  })
})

test('an empty name falls back to the file’s', () => {
  expect(toImportFile({ ...confirm(interview('One')), name: '  ' })).toMatchObject({ name: 'One', by: [], about: [] })
})
