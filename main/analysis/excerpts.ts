/** Which codings a question finds, in the order in which their excerpts are read. */
import type { Column } from '../../contract/queries.ts'
import { keyText } from './columns.ts'
import type { Scope } from './scope.ts'
import { walkDocument, type CountedCoding, type DocumentEntries } from './walk.ts'

export interface FoundExcerpt {
  readonly codingId: number
  readonly documentId: number
  /** Whom it counts for, as indexes in the scope's respondents; under the first of them it is listed. */
  readonly respondents: readonly number[]
}
export interface FoundExcerpts {
  readonly excerpts: readonly FoundExcerpt[]
  /** Different respondents in them. */
  readonly respondents: number
}
/** A cell of the scope's table: `any` column, one of them, or what is not assigned. Null: no cell, but all codings. */
export type Target = number | 'any' | 'not assigned' | null

/** The column of the scope's table that is meant; undefined when the table does not have it (any more). */
export const targetOf = ({ axis }: Scope, column: Column | null): Target | undefined => {
  if (column === null) return 'any'
  if (column.kind === 'not assigned') return 'not assigned'
  const wanted = columnText(column)
  const found = axis.heads.findIndex((head) => columnText(head.column) === wanted)
  return found < 0 ? undefined : found
}

const columnText = (column: Column): string => {
  if (column.kind === 'value') return keyText(column.value)
  return column.kind === 'not assigned' ? column.kind : `${column.kind} ${column.id}`
}

/**
 * By respondent, by document, by place in the text; what counts for nobody comes last. Without a cell all codings are
 * found that the filters let through, whoever they count for.
 */
export const findExcerpts = (
  scope: Scope,
  target: Target | undefined,
  documents: readonly DocumentEntries[],
): FoundExcerpts => {
  if (target === undefined) return { excerpts: [], respondents: 0 }
  const byDocument = new Map(documents.map((document) => [document.documentId, document]))
  const groups: FoundExcerpt[][] = scope.respondents.map(() => [])
  const nobody: FoundExcerpt[] = []
  const matches = matcher(scope, target)
  const people = new Set<number>()
  for (const { id } of scope.documents) {
    const document = byDocument.get(id)
    if (!document) continue
    walkDocument(scope, document, (coding) => {
      const respondents = matches(coding)
      if (!respondents) return
      for (const person of respondents) people.add(person)
      const found = { codingId: coding.codingId, documentId: coding.documentId, respondents }
      ;(groups[respondents[0] ?? -1] ?? nobody).push(found)
    })
  }
  return { excerpts: [...groups, nobody].flat(), respondents: people.size }
}

/** Answers whom a coding is listed for, those of the cell first; null when it is not in the cell. */
const matcher = (scope: Scope, target: Target) => {
  const inOrder = (a: number, b: number) => a - b
  const columnOf = (person: number) => scope.axis.columnOf.get(scope.respondents[person]?.id ?? 0)
  return ({ place, columns, respondents }: CountedCoding): readonly number[] | null => {
    if (target === null) return scope.asksRespondents && respondents.length === 0 ? null : respondents.toSorted(inOrder)
    if (target === 'not assigned') return place === 'not assigned' ? [] : null
    if (target === 'any') return place === 'columns' ? respondents.toSorted(inOrder) : null
    if (!columns.includes(target)) return null
    if (scope.axis.owner === 'document') return respondents.toSorted(inOrder)
    const isOutside = (person: number) => (columnOf(person) === target ? 0 : 1)
    return respondents.toSorted((a, b) => isOutside(a) - isOutside(b) || a - b)
  }
}
