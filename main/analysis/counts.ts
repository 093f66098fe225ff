/** The numbers beside the codes of the codebook. */
import type { z } from 'zod'
import type { codes } from '../../contract/codes.ts'
import type { Scope } from './scope.ts'
import { walkDocument, type DocumentEntries } from './walk.ts'

export type CodeCounts = z.infer<typeof codes.counts.output>

/**
 * The scope's rows must be all codes, rolled up. Codings are all there are, whoever they count for; respondents are those
 * for whom at least one counts.
 */
export const countCodes = (scope: Scope, documents: readonly DocumentEntries[]): CodeCounts => {
  const people = scope.respondents.length
  const zeros = () => new Int32Array(scope.rows.length)
  const [codings, respondents, codingsWithSubcodes, respondentsWithSubcodes] = [zeros(), zeros(), zeros(), zeros()]
  const own = new Uint8Array(scope.rows.length * people)
  const withSubcodes = new Uint8Array(scope.rows.length * people)
  const meet = (seen: Uint8Array, counts: Int32Array, row: number, person: number) => {
    const at = row * people + person
    if (seen[at] === 1) return
    seen[at] = 1
    counts[row]!++
  }
  for (const document of documents)
    walkDocument(scope, document, ({ rows, respondents: counted }) => {
      // A code's own row is the last: the rows above it come first.
      const ownRow = rows.at(-1) as number
      codings[ownRow]!++
      for (const row of rows) codingsWithSubcodes[row]!++
      for (const person of counted) {
        meet(own, respondents, ownRow, person)
        for (const row of rows) meet(withSubcodes, respondentsWithSubcodes, row, person)
      }
    })
  const used = scope.rows.map((_, row) => row).filter((row) => (codingsWithSubcodes[row] ?? 0) > 0)
  const pick = (counts: Int32Array) => used.map((row) => counts[row] ?? 0)
  return {
    codeId: used.map((row) => scope.rows[row]?.id ?? 0),
    codings: pick(codings),
    respondents: pick(respondents),
    codingsWithSubcodes: pick(codingsWithSubcodes),
    respondentsWithSubcodes: pick(respondentsWithSubcodes),
  }
}
