/**
 * Walks over a document's packed codings and says of each in which rows and columns it counts, and for whom. Every
 * number and every list of the analysis comes from this one walk, so that they agree.
 *
 * Decided where DATA.md is silent:
 * - A coding counts in every column of whom it counts for, and once in a total.
 * - Across documents (or an attribute of documents) it counts in its document's column when it covers words that count:
 *   a respondent's, an interpreter's, those of a role that is switched on, or any word where nobody is named as speaker.
 *   A document without respondents, such as a policy paper, is counted there too.
 * - A role that is switched on counts for the speaker's respondent, or else for all respondents of the document.
 * - "Not assigned" holds codings that no column holds. While a filter asks something of respondents they are outside.
 * - A document that is only about somebody is in no column, unless the question is about what is written about them.
 */
import { ATTRIBUTION_ROLES, ENTRY, ENTRY_SIZE, type AttributionRole } from '../../db/coding-index.ts'
import { countingRoles, type Scope } from './scope.ts'

/** Words that are numbered together: those of a respondent in a role, or all words of a document. */
export interface Space {
  /** Counted per document, from 0. */
  readonly index: number
  /** For whom its words count (indexes in the scope's respondents), and where; both empty for words that do not. */
  readonly respondents: readonly number[]
  readonly columns: readonly number[]
}
/** `outside`: a filter on respondents leaves it out, or it belongs to the other relation. */
export type Place = 'columns' | 'not assigned' | 'about' | 'outside'
export interface CountedCoding {
  readonly codingId: number
  readonly codeId: number
  readonly coderId: number
  readonly documentId: number
  readonly place: Place
  /** Never empty. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly respondents: readonly number[]
  /** The words that it covers, as this many runs in their spaces: three lists that belong together, with a rest beyond. */
  readonly runs: number
  readonly spaces: readonly Space[]
  readonly firstWords: readonly number[]
  readonly words: readonly number[]
}

export interface DocumentEntries {
  readonly documentId: number
  readonly entries: Int32Array
}

/**
 * Calls `visit` for each coding of the scope's codes and coders in the document, in the order of the text. What it is
 * called with is filled anew for the next coding; a project has half a million.
 */
export const walkDocument = (
  scope: Scope,
  { documentId, entries }: DocumentEntries,
  visit: (coding: CountedCoding) => void,
): void => {
  const spaceOf = spacesOf(scope, documentId)
  const isBy = scope.question.relation === 'by'
  const coding = emptyCoding(documentId)
  for (let offset = 0, end = 0; offset < entries.length; offset = end) {
    const codingId = entries[offset + CODING] as number
    for (end = offset + ENTRY_SIZE; entries[end + CODING] === codingId; end += ENTRY_SIZE);
    const codeId = entries[offset + CODE] as number
    const coderId = entries[offset + CODER] as number
    const rows = scope.isCoderInside(coderId) ? scope.rowsOf[codeId] : undefined
    if (!rows) continue
    let runs = 0
    for (let at = offset; at < end; at += ENTRY_SIZE) {
      const space = spaceOf(entries[at + ROLE] as number, entries[at + RESPONDENT] as number)
      if (!space) continue
      coding.spaces[runs] = space
      coding.firstWords[runs] = entries[at + FIRST_WORD] as number
      coding.words[runs] = entries[at + WORDS] as number
      runs++
    }
    coding.runs = runs
    const isApart = isBy && isOnlyAbout(entries, offset, end)
    coding.codingId = codingId
    coding.codeId = codeId
    coding.coderId = coderId
    coding.rows = rows
    coding.columns = isApart ? none : together(coding, 'columns')
    coding.respondents = isApart ? none : together(coding, 'respondents')
    coding.place = coding.columns.length > 0 ? 'columns' : elsewhere(scope, documentId, isApart)
    visit(coding)
  }
}

type Filled = { -readonly [Key in keyof CountedCoding]: CountedCoding[Key] } & {
  spaces: Space[]
  firstWords: number[]
  words: number[]
}
const none: readonly number[] = []
const emptyCoding = (documentId: number): Filled => ({
  codingId: 0,
  codeId: 0,
  coderId: 0,
  documentId,
  place: 'outside',
  rows: none,
  columns: none,
  respondents: none,
  runs: 0,
  spaces: [],
  firstWords: [],
  words: [],
})
const { codingId: CODING, codeId: CODE, coderId: CODER, respondentId: RESPONDENT, role: ROLE } = ENTRY
const { firstWord: FIRST_WORD, words: WORDS } = ENTRY
const BY = ATTRIBUTION_ROLES.indexOf('by')
const ABOUT = ATTRIBUTION_ROLES.indexOf('about')

/** In a document that nobody speaks in and nobody is linked to but as the one whom it is about. */
const isOnlyAbout = (entries: Int32Array, offset: number, end: number): boolean => {
  let isAbout = false
  for (let at = offset; at < end; at += ENTRY_SIZE) {
    const role = entries[at + ROLE] as number
    if (role === ABOUT) isAbout = true
    else if (role !== BY || entries[at + RESPONDENT] !== 0) return false
  }
  return isAbout
}

const elsewhere = (scope: Scope, documentId: number, isApart: boolean): Place => {
  if (isApart) return scope.isAboutInside(documentId) ? 'about' : 'outside'
  return scope.asksRespondents || scope.question.relation === 'about' ? 'outside' : 'not assigned'
}

const together = ({ runs, spaces }: CountedCoding, what: 'columns' | 'respondents'): readonly number[] => {
  let found = none
  for (let run = 0; run < runs; run++) {
    const more = spaces[run]?.[what] ?? none
    if (more.length === 0 || more === found) continue
    found = found.length === 0 ? more : [...new Set([...found, ...more])]
  }
  return found
}

/** Makes each space of a document once; null for words that the question's relation does not look at. */
const spacesOf = (scope: Scope, documentId: number) => {
  const { axis, question, respondentIndex } = scope
  const roles = countingRoles(question)
  const isAbout = question.relation === 'about'
  const documentColumn = axis.owner === 'document' ? axis.columnOf.get(documentId) : undefined
  const columnsFor = (respondents: readonly number[]): readonly number[] => {
    if (axis.owner === 'respondent')
      return [...new Set(respondents.flatMap((index) => axis.columnOf.get(scope.respondents[index]?.id ?? 0) ?? []))]
    return documentColumn === undefined || (scope.asksRespondents && respondents.length === 0) ? none : [documentColumn]
  }
  const respondentsFor = (role: AttributionRole, respondentId: number): readonly number[] => {
    if (role === 'by' || role === 'about') return respondentId === 0 ? none : (scope.linkedTo.get(documentId) ?? none)
    const found = respondentIndex.get(respondentId)
    if (found !== undefined) return [found]
    const speaksForAll = respondentId === 0 && (role === 'interviewer' || role === 'other')
    return speaksForAll ? (scope.respondentsOf.get(documentId) ?? none) : none
  }
  const make = (index: number, role: AttributionRole, respondentId: number): Space => {
    const counts = role === 'by' || role === 'about' || (role !== 'nobody' && roles.has(role))
    const respondents = counts ? respondentsFor(role, respondentId) : none
    return { index, respondents, columns: counts ? columnsFor(respondents) : none }
  }
  const spaces = new Map<number, Space>()
  // Most codings follow one of the same space.
  let lastKey = -1
  let last: Space | null = null
  return (place: number, respondentId: number): Space | null => {
    if ((place === ABOUT) !== isAbout) return null
    // In a document without speakers its words are numbered once, whoever they count for.
    const isLink = place === BY || place === ABOUT
    const key = (isLink ? 0 : respondentId) * ATTRIBUTION_ROLES.length + place
    if (key === lastKey) return last
    let space = spaces.get(key)
    if (!space) {
      space = make(spaces.size, ATTRIBUTION_ROLES[place] ?? 'nobody', respondentId)
      spaces.set(key, space)
    }
    lastKey = key
    last = space
    return space
  }
}
