/** Which columns of a table rest on documents that are not done: there, absent may only mean unread. */
import type { Facts } from './facts.ts'
import type { Scope } from './scope.ts'

/** A coder who has codings in a document has begun it, whatever the state says. */
export interface Begun {
  readonly documentId: number
  readonly coderId: number
}

/**
 * Per column, "not assigned" last where it is there: since when all its documents are done, null when they are not. A
 * document is done when every coder inside the filter who has begun it is done with it, and somebody has begun it. A
 * column rests on all documents of its respondents or of its value, coded or not; "not assigned" on those of its codings.
 */
export const doneSincePerColumn = (
  scope: Scope,
  facts: Facts,
  begun: readonly Begun[],
  unassigned: ReadonlySet<number> | null,
): (string | null)[] => {
  const doneAt = doneSince(scope, facts, begun)
  const columns = scope.axis.heads.map(() => FOREVER)
  const rest = (column: number, documentId: number) => {
    const since = doneAt.get(documentId) ?? NEVER
    if (since < (columns[column] ?? NEVER)) columns[column] = since
  }
  for (const { id } of scope.documents) {
    if (scope.axis.owner === 'document') rest(scope.axis.columnOf.get(id) ?? 0, id)
    else
      for (const person of scope.respondentsOf.get(id) ?? [])
        rest(scope.axis.columnOf.get(scope.respondents[person]?.id ?? 0) ?? 0, id)
  }
  if (unassigned) {
    const last = columns.push(FOREVER) - 1
    for (const id of unassigned) rest(last, id)
  }
  return columns.map((since) => (since === NEVER ? null : since))
}

const NEVER = ''
/** After every ISO time. */
const FOREVER = '~'

/** Since when each document is done; documents that are not done are left out. */
const doneSince = (scope: Scope, facts: Facts, begun: readonly Begun[]): Map<number, string> => {
  const done = new Map<number, string>()
  const at = new Map(facts.states.map(({ documentId, coderId, doneAt }) => [`${documentId} ${coderId}`, doneAt]))
  const open = new Set<number>()
  for (const { documentId, coderId } of [...facts.states, ...begun]) {
    if (!scope.isCoderInside(coderId)) continue
    const doneAt = at.get(`${documentId} ${coderId}`)
    if (doneAt === null || doneAt === undefined) open.add(documentId)
    else if (doneAt < (done.get(documentId) ?? FOREVER)) done.set(documentId, doneAt)
  }
  for (const documentId of open) done.delete(documentId)
  return done
}
