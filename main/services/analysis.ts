/** Answers about a whole project, from a connection that only reads: it runs in a thread beside the one that writes. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '../../contract/failure.ts'
import type { Definition, Filter, Frequencies } from '../../contract/queries.ts'
import { readIntegers } from '../../db/coding-index.ts'
import { analysisQueries } from '../../db/queries/analysis.ts'
import { countCodes, type CodeCounts } from '../analysis/counts.ts'
import { byName, type Facts } from '../analysis/facts.ts'
import { tabulate, type Table } from '../analysis/frequencies.ts'
import { scopeOf, type Question, type Scope } from '../analysis/scope.ts'
import type { DocumentEntries } from '../analysis/walk.ts'
import { codeTree } from './code-tree.ts'

const Choices = z.array(z.string())
const Bands = z.array(z.number())

/** Each answer sees one state of the project, whatever is written meanwhile. Throws `not-found`. */
export const createAnalysis = (db: Database) => {
  const q = analysisQueries(db)
  const atOnce = <I, O>(answer: (input: I) => O) => {
    const transaction = db.transaction(answer)
    return (input: I): O => transaction.deferred(input)
  }

  const readFacts = (attributeIds: readonly number[]): Facts => {
    const attributes = q.attributes.all().map((row) => ({
      ...row,
      choices: Choices.parse(JSON.parse(row.choices)),
      bands: Bands.parse(JSON.parse(row.bands)),
    }))
    const missing = attributeIds.find((id) => !attributes.some((attribute) => attribute.id === id))
    if (missing !== undefined) throw new AppError({ code: 'not-found', entity: 'attribute', id: String(missing) })
    return {
      codes: codeTree(q.codes.all())
        .below(null)
        .map((row) => ({ ...row, codable: row.codable === 1, archived: row.archived === 1 })),
      respondents: q.respondents.all().toSorted(byName),
      documents: q.documents.all().toSorted(byName),
      belongings: q.belongings.all(),
      attributes,
      values: attributeIds.length > 0 ? q.values.all(JSON.stringify(attributeIds)) : [],
      states: q.states.all(),
    }
  }
  const factsFor = ({ across, filter }: Pick<Question, 'across' | 'filter'>) => {
    const asked = filter.attributes.map(({ attributeId }) => attributeId)
    return readFacts(across.kind === 'attribute' ? [...asked, across.attributeId] : asked)
  }
  const entriesOf = ({ documents }: Scope, filter: Filter): DocumentEntries[] => {
    const ids = documents.map(({ id }) => id)
    const isWhole = filter.documentIds.length === 0 && filter.attributes.length === 0
    return (isWhole ? q.entries.all() : q.entriesOf.all(JSON.stringify(ids))).map(([documentId, entries]) => ({
      documentId,
      entries: readIntegers(entries),
    }))
  }
  const table = (definition: Definition): Table => {
    const facts = factsFor(definition)
    const scope = scopeOf(definition, facts)
    return tabulate(scope, facts, definition.count, entriesOf(scope, definition.filter))
  }

  return {
    frequencies: atOnce((definition: Definition): Frequencies => {
      const { rowCodings: _rowCodings, rowRespondents: _rowRespondents, ...frequencies } = table(definition)
      return frequencies
    }),
    counts: atOnce(({ documentId }: { documentId: number | null }): CodeCounts => {
      const filter = {
        respondentIds: [],
        documentIds: documentId === null ? [] : [documentId],
        coderIds: [],
        attributes: [],
      }
      const facts = readFacts([])
      const codes = facts.codes.map(({ id }) => id)
      const scope = scopeOf(
        { codes, rollup: true, across: { kind: 'respondents' }, filter, relation: 'by', alsoRoles: [] },
        facts,
      )
      return countCodes(scope, entriesOf(scope, filter))
    }),
  }
}
export type Analysis = ReturnType<typeof createAnalysis>
