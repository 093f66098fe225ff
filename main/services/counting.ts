/** Counts over an open project: reads the facts and the packed codings, and asks main/analysis. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '../../contract/failure.ts'
import type { Column, Definition, ExcerptQuery, Filter, Frequencies } from '../../contract/queries.ts'
import { readIntegers } from '../../db/coding-index.ts'
import { analysisQueries } from '../../db/queries/analysis.ts'
import { countCodes, type CodeCounts } from '../analysis/counts.ts'
import { findExcerpts, targetOf } from '../analysis/excerpts.ts'
import { byName, type AttributeFact, type Facts } from '../analysis/facts.ts'
import { tabulate } from '../analysis/frequencies.ts'
import { peopleOfCell, type People } from '../analysis/people.ts'
import { scopeOf, type Question, type Scope } from '../analysis/scope.ts'
import type { DocumentEntries } from '../analysis/walk.ts'
import { codeTree } from './code-tree.ts'

/** Which excerpts, without the part that is shown. */
export type ExcerptSelection = Omit<ExcerptQuery, 'offset' | 'limit' | 'context'>
const Choices = z.array(z.string())
const Bands = z.array(z.number())
const nothingAsked: Filter = { respondentIds: [], documentIds: [], coderIds: [], attributes: [] }

/** Throws `not-found` for an attribute that is not there (any more); other ids that are not there find nothing. */
export const createCounting = (db: Database) => {
  const q = analysisQueries(db)

  const attributesWith = (ids: readonly number[]): AttributeFact[] => {
    const found = q.attributes.all().map((row) => ({
      ...row,
      choices: Choices.parse(JSON.parse(row.choices)),
      bands: Bands.parse(JSON.parse(row.bands)),
    }))
    const missing = ids.find((id) => !found.some((attribute) => attribute.id === id))
    if (missing !== undefined) throw new AppError({ code: 'not-found', entity: 'attribute', id: String(missing) })
    return found
  }
  /** Reads no more than the question needs, because what is read decides what makes an answer stale. */
  const readFacts = (attributeIds: readonly number[], needsStates: boolean): Facts => ({
    codes: codeTree(q.codes.all())
      .below(null)
      .map((row) => ({ ...row, codable: row.codable === 1, archived: row.archived === 1 })),
    respondents: q.respondents.all().toSorted(byName),
    documents: q.documents.all().toSorted(byName),
    belongings: q.belongings.all(),
    attributes: attributeIds.length > 0 ? attributesWith(attributeIds) : [],
    values: attributeIds.length > 0 ? q.values.all(JSON.stringify(attributeIds)) : [],
    states: needsStates ? q.states.all() : [],
  })
  const factsFor = ({ across, filter }: Pick<Question, 'across' | 'filter'>, needsStates = false) => {
    const asked = filter.attributes.map(({ attributeId }) => attributeId)
    return readFacts(across.kind === 'attribute' ? [...asked, across.attributeId] : asked, needsStates)
  }
  const entriesOf = ({ documents }: Scope, { documentIds, attributes }: Filter): DocumentEntries[] => {
    const isWhole = documentIds.length === 0 && attributes.length === 0
    const rows = isWhole ? q.entries.all() : q.entriesOf.all(JSON.stringify(documents.map(({ id }) => id)))
    return rows.map(([documentId, entries]) => ({ documentId, entries: readIntegers(entries) }))
  }

  return {
    table: (definition: Definition): Frequencies => {
      const facts = factsFor(definition, true)
      const scope = scopeOf(definition, facts)
      return tabulate(scope, facts, definition.count, entriesOf(scope, definition.filter))
    },
    /** `column` null: the whole row. */
    people: (definition: Definition, codeId: number, column: Column | null): People => {
      const scope = scopeOf({ ...definition, codes: [codeId] }, factsFor(definition))
      return peopleOfCell(scope, targetOf(scope, column), entriesOf(scope, definition.filter))
    },
    excerpts: ({ codeIds, rollup, filter, cell, alsoRoles }: ExcerptSelection) => {
      const across = cell?.across ?? { kind: 'respondents' }
      const facts = factsFor({ across, filter })
      const codes = codeIds.length > 0 ? codeIds : facts.codes.map(({ id }) => id)
      const scope = scopeOf({ codes, rollup, across, filter, alsoRoles, relation: cell?.relation ?? 'by' }, facts)
      return { scope, ...findExcerpts(scope, cell ? targetOf(scope, cell.column) : null, entriesOf(scope, filter)) }
    },
    /** Null: of the whole project. */
    codeCounts: (documentId: number | null): CodeCounts => {
      const facts = readFacts([], false)
      const codes = facts.codes.map(({ id }) => id)
      const filter = { ...nothingAsked, documentIds: documentId === null ? [] : [documentId] }
      const across = { kind: 'respondents' } as const
      const scope = scopeOf({ codes, rollup: true, across, filter, relation: 'by', alsoRoles: [] }, facts)
      return countCodes(scope, entriesOf(scope, filter))
    },
    /** Attributes in their order, those of respondents first, and all their values. */
    attributes: () => {
      const all = q.attributes.all()
      const inOrder = [
        ...all.filter(({ owner }) => owner === 'respondent'),
        ...all.filter(({ owner }) => owner === 'document'),
      ]
      return { attributes: inOrder, values: q.values.all(JSON.stringify(all.map(({ id }) => id))) }
    },
    coderNames: () => new Map(q.coders.all().map(({ id, name }) => [id, name])),
  }
}
export type Counting = ReturnType<typeof createCounting>
