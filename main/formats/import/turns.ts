/** Who speaks where: decides which heads of lines are speakers' labels, and makes the turns. */
import type { Span } from '../../../contract/span.ts'
import { isTimeLine, type Head, type Label } from './head.ts'
import { isNobody, labelKey, labelKind, looksLikeName, numberedPart, type LabelKind } from './roles.ts'

export interface Turn extends Span {
  /** As the document spells it where it stands first, without colon or brackets. */
  readonly label: string
}

/** A paragraph that is not blank. */
export interface Line extends Span {
  readonly heading: boolean
  readonly head: Head | null
}

/** The occurrences of one label. */
interface Candidate {
  readonly label: string
  readonly kind: LabelKind
  readonly nameLike: boolean
  readonly places: { readonly line: number; readonly label: Label }[]
}

/**
 * The turns, in order. A label counts when its word is of a known kind (`I`, `Tolk`, `R07`) or when it looks like a
 * name and comes back; `known` holds keys of labels that the format itself says are labels. Text before the first
 * label is in no turn; a turn goes on until the next label, headings just before that left out.
 */
export const findTurns = (lines: readonly Line[], known: ReadonlySet<string>): { turns: Turn[]; heads: Head[] } => {
  const labels = new Map<number, string>()
  for (const { label, places } of acceptedCandidates(lines, known))
    for (const { line } of places) labels.set(line, label)
  const labelled = [...labels.keys()].toSorted((a, b) => a - b)
  const turns = labelled.map((line, index): Turn => {
    const next = labelled[index + 1]
    return {
      start: (lines[withTimeBefore(lines, line)] as Line).start,
      end: (lines[lastLine(lines, line, next === undefined ? lines.length : withTimeBefore(lines, next))] as Line).end,
      label: labels.get(line) as string,
    }
  })
  return { turns, heads: labelled.map((line) => (lines[line] as Line).head as Head) }
}

/** A time stamp alone on the line just before the label belongs to the turn. */
const withTimeBefore = (lines: readonly Line[], labelled: number): number => {
  const before = lines[labelled - 1]
  const isNext = before?.end === (lines[labelled] as Line).start - 1
  return before?.head && isNext && isTimeLine(before.head) ? labelled - 1 : labelled
}

const lastLine = (lines: readonly Line[], first: number, next: number): number => {
  let last = next - 1
  while (last > first && lines[last]?.heading) last--
  return last
}

const acceptedCandidates = (lines: readonly Line[], known: ReadonlySet<string>): Candidate[] => {
  const candidates = [...collect(lines).values()]
  const sure = candidates.filter((candidate) => known.has(labelKey(candidate.label)) || isSure(candidate))
  const all = sure.length === 0 ? [] : candidates.filter((candidate) => sure.includes(candidate) || joins(candidate))
  const others = candidates.filter((candidate) => !all.includes(candidate))
  const weak = byWeakForms(others, all.length > 0)
  const chosen = [...all, ...weak]
  const places = chosen.flatMap((candidate) => candidate.places.map(({ line }) => line))
  if (places.length < 2 && places[0] !== 0) return []
  return withoutFormFields(chosen, lines)
}

const collect = (lines: readonly Line[]): Map<string, Candidate> => {
  const found = lines.flatMap(({ head }, line) => (head?.label ? { line, label: head.label } : []))
  const unnumbered = questionsNumbered(found.map(({ label }) => label.text))
  const candidates = new Map<string, Candidate>()
  for (const place of found) {
    const part = numberedPart(place.label.text)
    const label = part && unnumbered.has(labelKey(part.base)) ? part.base : place.label.text
    const key = labelKey(label)
    const candidate = candidates.get(key)
    if (candidate) candidate.places.push(place)
    else candidates.set(key, { label, kind: labelKind(label), nameLike: looksLikeName(label), places: [place] })
  }
  return candidates
}

/** Bases (`q`, `vraag`) whose numbers only count: three or more, and hardly one comes back. */
const questionsNumbered = (labels: readonly string[]): Set<string> => {
  const numbers = new Map<string, string[]>()
  for (const label of labels) {
    const part = numberedPart(label)
    if (part) numbers.set(labelKey(part.base), [...(numbers.get(labelKey(part.base)) ?? []), part.number])
  }
  return new Set(
    [...numbers]
      .filter(([, all]) => new Set(all).size > 2 && all.length < 1.5 * new Set(all).size)
      .map(([base]) => base),
  )
}

const count = ({ places }: Candidate, ...forms: Label['form'][]): number =>
  places.filter(({ label }) => forms.includes(label.form)).length

/** By itself enough to be a speaker. */
const isSure = (candidate: Candidate): boolean => {
  const { kind, nameLike } = candidate
  const strong = count(candidate, 'colon', 'timed')
  const set = count(candidate, 'bracket', 'bold')
  const loose = count(candidate, 'tab', 'alone')
  if (kind === 'name' || kind === 'other') return nameLike && strong > 0 && strong + set >= 2
  return strong > 0 || set > 0 || (loose >= 2 && labelKey(candidate.label).length > 1) || loose >= 3
}

/** Enough once others are sure: a named bystander who speaks once, a lower-case name that keeps coming back. */
const joins = (candidate: Candidate): boolean =>
  candidate.kind === 'other'
    ? count(candidate, 'colon', 'timed', 'bracket', 'bold') > 0
    : count(candidate, 'colon') >= 3 && /^\S+$/u.test(candidate.label) && !isNobody(candidate.label)

/** Labels without a colon: names in bold, in brackets, before a tab or alone on a line need company, or come back often. */
const byWeakForms = (candidates: readonly Candidate[], company: boolean): Candidate[] => {
  const alternating = (least: number, ...forms: Label['form'][]) => {
    const fitting = candidates.filter((candidate) => candidate.nameLike && count(candidate, ...forms) >= least)
    return company || fitting.length > 1 || fitting.some((candidate) => count(candidate, ...forms) > 2) ? fitting : []
  }
  const stops = candidates.filter((candidate) => count(candidate, 'stop') >= 2)
  const roles = new Set(stops.map(({ kind }) => kind))
  const dashes = candidates.filter(({ kind, label }) => kind !== 'name' && label.length > 2)
  return [
    ...new Set([
      ...alternating(2, 'bracket', 'bold', 'timed'),
      ...alternating(3, 'tab', 'alone'),
      ...(roles.has('interviewer') && roles.has('respondent') ? stops : []),
      ...dashes.filter((candidate) => count(candidate, 'dash') >= 2),
    ]),
  ]
}

/**
 * Leaves out labels in the form that often stands before the talk: "Interviewer: Anna" above or below "Date: 3 May", or
 * once before labels that come back.
 */
const withoutFormFields = (candidates: readonly Candidate[], lines: readonly Line[]): Candidate[] => {
  const recurring = candidates.filter(({ places }) => places.length > 1)
  const begin = recurring.length > 1 ? Math.min(...recurring.map(({ places }) => places[0]?.line ?? 0)) : 0
  const formEnd = endOfForm(lines)
  const isField = ({ line }: { readonly line: number }, { places }: Candidate) =>
    line < formEnd || (places.length === 1 && line < begin && lengthOf(lines[line] as Line) < FIELD_LENGTH)
  return candidates
    .map((candidate) => ({ ...candidate, places: candidate.places.filter((place) => !isField(place, candidate)) }))
    .filter(({ places }) => places.length > 0)
}

const FIELD_LENGTH = 80
const lengthOf = ({ start, end }: Line): number => end - start

/** Index of the first line after the form: past its last line such as "Date: ...", and what stands right below that. */
const endOfForm = (lines: readonly Line[]): number => {
  const seen = new Set<string>()
  let end = 0
  for (const [index, line] of lines.entries()) {
    const label = line.head?.label
    if (lengthOf(line) >= FIELD_LENGTH || (label && seen.has(labelKey(label.text)))) break
    if (label) seen.add(labelKey(label.text))
    if (label?.form === 'colon' && isNobody(label.text)) end = index + 1
  }
  if (end === 0) return 0
  let below = end
  while (below < end + 4 && lines[below]?.start === (lines[below - 1] as Line).end + 1) below++
  const next = lines[below]
  return next && next.start > (lines[below - 1] as Line).end + 1 ? below : end
}
