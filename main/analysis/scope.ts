/** What a question is about: the rows, the columns, and who and what is inside its filters. */
import type { Relation, SpeakerRole } from '../../contract/documents.ts'
import type { Across, Definition, Filter } from '../../contract/queries.ts'
import { attributeOf, axisOf, keyText, notKnown, valueKeys, type Axis } from './columns.ts'
import type { Belonging, CodeFact, Facts, Named } from './facts.ts'

export interface Question {
  /** `all`: every code that is not archived. */
  readonly codes: Definition['codes']
  readonly rollup: boolean
  readonly across: Across
  readonly filter: Filter
  readonly relation: Relation
  readonly alsoRoles: readonly SpeakerRole[]
}
export interface Scope {
  readonly question: Question
  readonly rows: readonly CodeFact[]
  /** Rows in which a code's codings count, at the place of the code's id; rows above its own come first. */
  readonly rowsOf: readonly (readonly number[] | undefined)[]
  /** Per row: when the newest code that counts in it was made. */
  readonly newest: readonly string[]
  readonly axis: Axis
  /** Inside the filters, with at least one document inside them. */
  readonly respondents: readonly Named[]
  /** Index in `respondents` by id; who is not in it does not count. */
  readonly respondentIndex: ReadonlyMap<number, number>
  readonly documents: readonly Named[]
  /** Indexes of the respondents of each document, by the question's relation. */
  readonly respondentsOf: ReadonlyMap<number, readonly number[]>
  /** The same for those who are linked to it, speakers left out. */
  readonly linkedTo: ReadonlyMap<number, readonly number[]>
  /** Something is asked of respondents, so that codings of nobody are outside. */
  readonly asksRespondents: boolean
  /** Whether a document is about somebody inside the filters. */
  readonly isAboutInside: (documentId: number) => boolean
  readonly isCoderInside: (coderId: number) => boolean
}

export const scopeOf = (question: Question, facts: Facts): Scope => {
  const documents = insideFilter('document', question.filter, facts, facts.documents)
  const allowed = new Set(insideFilter('respondent', question.filter, facts, facts.respondents).map(({ id }) => id))
  const documentIds = new Set(documents.map(({ id }) => id))
  const belongings = facts.belongings.filter(
    (belonging) =>
      documentIds.has(belonging.documentId) &&
      allowed.has(belonging.respondentId) &&
      belonging.relation === question.relation &&
      (belonging.role === null || countingRoles(question).has(belonging.role)),
  )
  const present = new Set(belongings.map(({ respondentId }) => respondentId))
  const respondents = facts.respondents.filter(({ id }) => present.has(id))
  const respondentIndex = new Map(respondents.map(({ id }, index) => [id, index]))
  const perDocument = (of: readonly Belonging[]) =>
    new Map(
      [...Map.groupBy(of, ({ documentId }) => documentId)].map(([id, found]) => [
        id,
        [...new Set(found.map(({ respondentId }) => respondentIndex.get(respondentId) ?? 0))],
      ]),
    )
  const isAbout = ({ relation, respondentId }: Belonging) => relation === 'about' && allowed.has(respondentId)
  const about = new Set(facts.belongings.filter(isAbout).map(({ documentId }) => documentId))
  const coders = new Set(question.filter.coderIds)
  return {
    question,
    ...rowsOf(question, facts.codes),
    axis: axisOf(question.across, facts, { respondent: respondents, document: documents }),
    respondents,
    respondentIndex,
    documents,
    respondentsOf: perDocument(belongings),
    linkedTo: perDocument(belongings.filter(({ role }) => role === null)),
    asksRespondents: asks('respondent', question.filter, facts),
    isAboutInside: (documentId) => about.has(documentId),
    isCoderInside: (coderId) => coders.size === 0 || coders.has(coderId),
  }
}

/** Speakers whose words count: respondents, their interpreters, and roles that the user switched on. */
export const countingRoles = ({ alsoRoles }: Question): ReadonlySet<SpeakerRole> =>
  new Set(['respondent', 'interpreter', ...alsoRoles])

const idsOf = (owner: Axis['owner'], filter: Filter) =>
  owner === 'respondent' ? filter.respondentIds : filter.documentIds

const attributesOf = (owner: Axis['owner'], filter: Filter, facts: Facts) =>
  filter.attributes.flatMap(({ attributeId, values }) => {
    const attribute = attributeOf(facts, attributeId)
    return attribute?.owner === owner && values.length > 0 ? [{ attribute, values }] : []
  })

const asks = (owner: Axis['owner'], filter: Filter, facts: Facts): boolean =>
  idsOf(owner, filter).length > 0 || attributesOf(owner, filter, facts).length > 0

/** Everything in the filter must hold; within one attribute any of its values. */
const insideFilter = (owner: Axis['owner'], filter: Filter, facts: Facts, all: readonly Named[]): readonly Named[] => {
  const ids = new Set(idsOf(owner, filter))
  const conditions = attributesOf(owner, filter, facts).map(({ attribute, values }) => {
    const known = valueKeys(attribute, facts.values)
    const wanted = new Set(values.map(keyText))
    return (id: number) => wanted.has(keyText(known.get(id) ?? notKnown))
  })
  return all.filter(({ id }) => (ids.size === 0 || ids.has(id)) && conditions.every((holds) => holds(id)))
}

const rowsOf = ({ codes, rollup }: Question, all: readonly CodeFact[]): Pick<Scope, 'rows' | 'rowsOf' | 'newest'> => {
  const chosen = codes === 'all' ? null : new Set(codes)
  const rows = all.filter(({ id, archived }) => (chosen ? chosen.has(id) : !archived))
  const rowOf = new Map(rows.map(({ id }, index) => [id, index]))
  const newest = rows.map(() => '')
  const rowsOfCode: (readonly number[])[] = []
  // Parents come before their children, so what a parent counts in is known when a child is met.
  const above = new Map<number | null, readonly number[]>()
  for (const { id, parentId, createdAt, codable, archived } of all) {
    const own = rowOf.get(id)
    const inRows = [...(rollup ? (above.get(parentId) ?? []) : []), ...(own === undefined ? [] : [own])]
    above.set(id, inRows)
    if (inRows.length > 0) rowsOfCode[id] = inRows
    if (!codable || archived) continue
    for (const row of inRows) if (createdAt > (newest[row] ?? '')) newest[row] = createdAt
  }
  return { rows, rowsOf: rowsOfCode, newest }
}
