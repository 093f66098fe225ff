/** What an import without a person to ask takes each speaker for. */
import { expect, test } from 'vitest'
import { readDocument } from '../../../main/formats/import/read.ts'
import { labelKind } from '../../../main/formats/import/roles.ts'
import { guessBy, guessSpeakers } from '../../../main/formats/import/speakers.ts'

const guess = async (text: string) => {
  const document = await readDocument(Buffer.from(text), 'x.txt')
  return guessSpeakers(document, 'Gesprek 3').map(({ label, role, respondent }) => [label, role, respondent])
}

test.each([
  [
    [
      'I',
      'i',
      'Int',
      'INT.',
      'Interviewer',
      'interviewer 2',
      'Interviewster',
      'V',
      'Vraag',
      'Q',
      'Q1',
      'I2',
      'Interviewer (Anna)',
      'Moderator',
      'IV',
    ],
    'interviewer',
  ],
  [['T', 'Tolk', 'TOLK', 'Interpreter', 'Interpreter 2', 'Tolk (Dari)', 'Vertaler', 'Tolk Karim'], 'interpreter'],
  [
    ['R', 'r', 'A', 'Respondent', 'Resp.', 'Antwoord', 'Answer', 'Geïnterviewde', 'Participant', 'P', 'Deelnemer'],
    'respondent',
  ],
  [['R07', 'R-7', 'r 12', 'P3', 'Participant 4', 'Respondent 1', 'Deelnemer B', 'Resp. 2'], 'numbered'],
  [['Speaker 1', 'Spreker 2', 'SPEAKER_00', 'Voice 3'], 'voice'],
  [['Onbekend', 'Advocaat', 'Observer', 'Allen'], 'other'],
  [
    [
      'Fatima',
      'Ali',
      'M',
      'Ria',
      'Vera',
      'Tom',
      'Inge',
      'Anna de Vries',
      'Romano',
      'P. Jansen',
      'R. de Boer',
      'Vraagje',
    ],
    'name',
  ],
] as const)('%s: %s', (labels, kind) => {
  expect(labels.filter((label) => labelKind(label) !== kind)).toEqual([])
})

test('a bare R is named after the document, R07 and names are themselves', async () => {
  expect(await guess('I: Ja?\nR: Nee.')).toEqual([
    ['I', 'interviewer', null],
    ['R', 'respondent', 'Gesprek 3'],
  ])
  expect(await guess('V: Ja?\nA: Nee.')).toEqual([
    ['V', 'interviewer', null],
    ['A', 'respondent', 'Gesprek 3'],
  ])
  expect(await guess('Interviewer: Ja?\nR07: Nee.\nInterviewer: En?\nFatima: Ik?\nFatima: Ja.')).toEqual([
    ['Interviewer', 'interviewer', null],
    ['R07', 'respondent', 'R07'],
    ['Fatima', 'respondent', 'Fatima'],
  ])
})

test('an interpreter speaks for the only respondent, and for nobody where there are two or none', async () => {
  expect(await guess('I: Ja?\nT: Nee.\nR07: Ja.')).toContainEqual(['T', 'interpreter', 'R07'])
  expect(await guess('I: Ja?\nT: Nee.\nR07: Ja.\nR08: Ook.')).toContainEqual(['T', 'interpreter', null])
  expect(await guess('I: Ja?\nT: Nee.')).toContainEqual(['T', 'interpreter', null])
})

test('voices of one recording are not those of another; bystanders are nobody', async () => {
  expect(await guess('Speaker 1: Ja?\nSpeaker 2: Nee.\nOnbekend: Hallo.')).toEqual([
    ['Speaker 1', 'respondent', 'Gesprek 3, Speaker 1'],
    ['Speaker 2', 'respondent', 'Gesprek 3, Speaker 2'],
    ['Onbekend', 'other', null],
  ])
})

test('without speakers the document is by one respondent named after it', async () => {
  const document = await readDocument(Buffer.from('Mijn verhaal.\nHet begon thuis.'), 'x.txt')
  expect(guessSpeakers(document, 'Gesprek 3')).toEqual([])
  expect(guessBy(document, 'Gesprek 3')).toEqual(['Gesprek 3'])
})

test('a long first turn is cut at a word', async () => {
  const document = await readDocument(Buffer.from(`I: ja?\nR: [00:12] ${'woorden en '.repeat(60)}`), 'x.txt')
  const sample = guessSpeakers(document, 'x')[1]?.sample ?? ''
  expect(sample.length).toBeLessThanOrEqual(161)
  expect(sample).toMatch(/^woorden en .* (?:woorden|en)…$/)
})
