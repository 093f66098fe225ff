/** Frequencies: codes by respondents, documents or an attribute's values, counted as respondents, codings or words. */
import type { Column, Count, Frequencies } from '../../contract/queries.ts'
import { ENTRY, ENTRY_SIZE } from '../../db/coding-index.ts'
import type { Facts } from './facts.ts'
import type { Scope } from './scope.ts'
import { createTally } from './tally.ts'
import { doneSincePerColumn, type Begun } from './unfinished.ts'
import { walkDocument, type DocumentEntries } from './walk.ts'

/**
 * The table of a scope. `documents` are those of the scope that have codings. Where respondents are counted, the column
 * "not assigned" shows codings, because it has no respondents.
 */
export const tabulate = (
  scope: Scope,
  facts: Facts,
  count: Count,
  documents: readonly DocumentEntries[],
): Frequencies => {
  const tally = createTally(scope, count)
  const coders = new Set<number>()
  const begun: Begun[] = []
  const unassigned = new Set<number>()
  let about = 0
  for (const document of columnByColumn(scope, documents)) {
    tally.begin()
    walkDocument(scope, document, (coding) => {
      if (coding.place === 'about') about++
      if (coding.place === 'not assigned') unassigned.add(coding.documentId)
      if (coding.place !== 'columns' && coding.place !== 'not assigned') return
      coders.add(coding.coderId)
      tally.add(coding)
    })
    begun.push(...begunIn(document))
  }
  const { cells, rowTotals, columnTotals, total, rowCodings, rowRespondents } = tally.result()
  const isShown = unassigned.size > 0
  const width = scope.axis.heads.length
  const shown = (all: Int32Array): number[] =>
    Array.from(isShown ? all : all.filter((_, index) => index % (width + 1) !== width))
  return {
    columns: columnHeads(scope, doneSincePerColumn(scope, facts, begun, isShown ? unassigned : null)),
    codeIds: scope.rows.map(({ id }) => id),
    cells: shown(cells),
    newestCode: [...scope.newest],
    rowTotals: [...rowTotals],
    columnTotals: shown(columnTotals),
    total,
    n: scope.respondents.length,
    coders: coders.size,
    about,
    rowCodings: [...rowCodings],
    rowRespondents: [...rowRespondents],
  }
}

const notAssigned: Column = { kind: 'not assigned' }

/** Documents of one column one after the other, so that a respondent is counted once in it. */
const columnByColumn = ({ axis }: Scope, documents: readonly DocumentEntries[]): readonly DocumentEntries[] => {
  if (axis.owner === 'respondent') return documents
  const columnOf = ({ documentId }: DocumentEntries) => axis.columnOf.get(documentId) ?? 0
  return documents.toSorted((a, b) => columnOf(a) - columnOf(b))
}

/** Who is in the n of each column. */
export const peopleOfColumns = (scope: Scope): Set<number>[] => {
  const people = scope.axis.heads.map(() => new Set<number>())
  for (const [documentId, respondents] of scope.respondentsOf)
    for (const person of respondents) {
      const owner = scope.axis.owner === 'document' ? documentId : scope.respondents[person]?.id
      people[scope.axis.columnOf.get(owner ?? 0) ?? 0]?.add(person)
    }
  return people
}

const columnHeads = (scope: Scope, doneSince: readonly (string | null)[]): Frequencies['columns'] => {
  const people = peopleOfColumns(scope)
  return doneSince.map((since, index) => {
    const head = scope.axis.heads[index]
    return head
      ? { ...head, n: people[index]?.size ?? 0, doneSince: since }
      : { column: notAssigned, label: null, n: null, doneSince: since }
  })
}

/** Which coders have codings in a document, with whatever code. */
const begunIn = ({ documentId, entries }: DocumentEntries): Begun[] => {
  const coders = new Set<number>()
  let last = 0
  for (let at = ENTRY.coderId; at < entries.length; at += ENTRY_SIZE) {
    const coderId = entries[at] as number
    if (coderId === last) continue
    coders.add(coderId)
    last = coderId
  }
  return [...coders].map((coderId) => ({ documentId, coderId }))
}
