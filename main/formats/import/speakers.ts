/** What the preview proposes about a document's speakers, and what an import without a person to ask takes. */
import type { SpeakerGuess } from '../../../contract/imports.ts'
import { countIn } from '../../../contract/span.ts'
import type { ReadDocument } from './read.ts'
import { labelKey, labelKind } from './roles.ts'
import type { Turn } from './turns.ts'

const SAMPLE_LENGTH = 160

/**
 * One guess per label, in order of appearance; `name` is the document's. A bare `R` is a respondent named after the
 * document, `R07` or a name a respondent of that name, an interpreter speaks for the document's only respondent.
 */
export const guessSpeakers = (document: Speech, name: string): SpeakerGuess[] => {
  const turnsOf = new Map<string, Turn[]>()
  for (const turn of document.turns) {
    const turns = turnsOf.get(labelKey(turn.label))
    if (turns) turns.push(turn)
    else turnsOf.set(labelKey(turn.label), [turn])
  }
  const guesses = [...turnsOf.values()].map((turns): SpeakerGuess => {
    const [first] = turns as [Turn]
    return {
      label: first.label,
      ...guessRole(first.label, name),
      turns: turns.length,
      words: turns.reduce((words, turn) => words + countIn(document.wordStarts, turn), 0),
      sample: sampleOf(document, first),
    }
  })
  const respondents = new Set(
    guesses.flatMap(({ role, respondent }) => (role === 'respondent' ? (respondent ?? []) : [])),
  )
  const [only] = respondents
  return guesses.map((guess) =>
    guess.role === 'interpreter' && respondents.size === 1 ? { ...guess, respondent: only ?? null } : guess,
  )
}

/** Whom a document is by when nobody is set off as speaking: one respondent named after it. */
export const guessBy = (document: Pick<ReadDocument, 'turns'>, name: string): string[] =>
  document.turns.length === 0 ? [name] : []

type Speech = Pick<ReadDocument, 'text' | 'turns' | 'marks' | 'wordStarts'>

const guessRole = (label: string, name: string): Pick<SpeakerGuess, 'role' | 'respondent'> => {
  const kind = labelKind(label)
  if (kind === 'interviewer' || kind === 'interpreter' || kind === 'other') return { role: kind, respondent: null }
  if (kind === 'respondent') return { role: 'respondent', respondent: name }
  // "Speaker 2" of one recording is not "Speaker 2" of the next.
  return { role: 'respondent', respondent: kind === 'voice' ? `${name}, ${label}` : label }
}

/** The first words of a turn, without label and times. */
const sampleOf = ({ text, marks, wordStarts }: Speech, { start, end }: Turn): string => {
  const skipped = marks.filter(
    (mark) => mark.start >= start && mark.end <= end && (mark.kind === 'label' || mark.kind === 'time'),
  )
  const firstWord = wordStarts.find((word) => word >= start && word < end) ?? end
  const from = skipped.reduce((at, mark) => (mark.end <= firstWord ? Math.max(at, mark.end) : at), start)
  const said = text
    .slice(from, Math.min(end, from + SAMPLE_LENGTH * 2))
    .replace(/\s+/g, ' ')
    .trim()
  return said.length <= SAMPLE_LENGTH
    ? said
    : `${said.slice(0, said.lastIndexOf(' ', SAMPLE_LENGTH - 1)).toWellFormed()}…`
}
