/** Who is in a cell of a table, and who is in its n but not in the cell. */
import { peopleOfColumns } from './frequencies.ts'
import type { Target } from './excerpts.ts'
import type { Named } from './facts.ts'
import type { Scope } from './scope.ts'
import { walkDocument, type DocumentEntries } from './walk.ts'

export interface People {
  /** In the order of their names. */
  readonly inCell: Named[]
  readonly others: Named[]
}

/** The scope must have the cell's row alone. `any`: the whole row. Nobody is in what is not assigned. */
export const peopleOfCell = (
  scope: Scope,
  target: Target | undefined,
  documents: readonly DocumentEntries[],
): People => {
  if (target === 'not assigned' || target === undefined || target === null) return { inCell: [], others: [] }
  const all = new Set(target === 'any' ? scope.respondents.keys() : peopleOfColumns(scope)[target])
  const found = new Set<number>()
  for (const document of documents)
    walkDocument(scope, document, ({ columns, respondents }) => {
      if (target !== 'any' && !columns.includes(target)) return
      for (const person of respondents) if (all.has(person)) found.add(person)
    })
  const those = (isFound: boolean) =>
    scope.respondents.filter((_, person) => all.has(person) && found.has(person) === isFound)
  return { inCell: those(true), others: those(false) }
}
