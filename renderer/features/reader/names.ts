/** Names of codes and coders as the reader shows them. */
import type { Coder } from '../../../contract/coders.ts'
import type { Code } from '../../../contract/codes.ts'

export interface CodeName {
  readonly name: string
  /** From the top of the codebook down to the code itself. */
  readonly path: readonly string[]
  readonly color: number
  readonly archived: boolean
}

export const readCodeNames = (codes: readonly Code[]): ReadonlyMap<number, CodeName> => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const names = new Map<number, CodeName>()
  for (const code of codes) {
    const path: string[] = []
    for (let each: Code | undefined = code; each && path.length <= codes.length;) {
      path.unshift(each.name)
      each = each.parentId === null ? undefined : byId.get(each.parentId)
    }
    names.set(code.id, { name: code.name, path, color: code.color, archived: code.archived })
  }
  return names
}

export const readCoderNames = (coders: readonly Coder[]): ReadonlyMap<number, Coder> =>
  new Map(coders.map((coder) => [coder.id, coder]))
