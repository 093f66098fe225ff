/** What is done to codes from menus, keys and cards alike. */
import type { CommandContext } from '../../lib/command.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { tellFailure } from '../../ui/toasts.tsx'
import { coding } from '../coding/coding-state.ts'
import { codebook } from './codebook-state.ts'

/** Nothing is filtered away. */
const everything = { respondentIds: [], documentIds: [], coderIds: [], attributes: [] }

export const codesOf = (ids: readonly number[]) => coding.get().codes.filter(({ id }) => ids.includes(id))

/** Runs a call; a failure is told in a toast. Answers whether it worked. */
export const attempt = async (
  { messages }: Pick<CommandContext, 'messages'>,
  work: () => Promise<unknown>,
): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (error) {
    tellFailure(explain(failureOf(error), messages))
    return false
  }
}

export const showExcerpts = ({ workspace }: Pick<CommandContext, 'workspace'>, ids: readonly number[]): void => {
  const rollup = codebook.get().withSubcodes
  workspace.showExcerpts({ codeIds: [...ids], rollup, filter: everything, cell: null, alsoRoles: [] })
}

/** The lowest number at which nothing is pinned yet. */
export const freePin = (): number | undefined => {
  const { codes } = coding.get()
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((pin) => !codes.some((code) => code.pin === pin))
}

/** The focus is in the tree, so that its keys mean the codes. */
export const isInTree = (): boolean => (document.activeElement?.closest('[data-code-tree]') ?? null) !== null
