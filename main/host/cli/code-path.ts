/** Codes by their path: "Fear > Safety fear". Pure. */
import type { Code } from '../../../contract/codes.ts'
import { codeTree, sameName } from '../../services/code-tree.ts'

export interface FoundCode {
  /** The code, or the lowest that is there of its path; null: not even the first. */
  readonly code: Code | null
  /** Names below `code` that are to be made. */
  readonly missing: readonly string[]
}

/** A `>` without spaces around it belongs to a name. */
export const pathParts = (path: string): string[] => path.split(/(?:^|\s)\s*>(?=\s|$)/u).map((part) => part.trim())

/** A name may hold " > " itself: where the path leads nowhere, a code that is called so as a whole is found. */
export const findCode = (codes: readonly Code[], path: string): FoundCode => {
  const tree = codeTree(codes)
  const parts = pathParts(path)
  const line: Code[] = []
  for (const part of parts) {
    const next = tree.childrenOf(line.at(-1)?.id ?? null).find(({ name }) => sameName(name, part))
    if (!next) break
    line.push(next)
  }
  if (line.length === parts.length) return { code: line.at(-1) ?? null, missing: [] }
  const called = codes.find(({ id }) => sameName(tree.pathOf(id), path.trim()))
  return called ? { code: called, missing: [] } : { code: line.at(-1) ?? null, missing: parts.slice(line.length) }
}
