/** What is done to the text when one codes: each a call, what is remembered, and what is told with a way back. */
import type { Code } from '../../../contract/codes.ts'
import type { CommandContext } from '../../lib/command.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import type { Selection } from '../../lib/workspace.ts'
import { tell, tellFailure } from '../../ui/toasts.tsx'
import { inVivoName } from './code-matching.ts'
import { coding, lastBranch } from './coding-state.ts'

type Context = Pick<CommandContext, 'client' | 'messages' | 'workspace'>

/** Runs what a toast offers; a failure becomes a toast of its own. */
const offer =
  ({ messages }: Context, work: () => Promise<unknown>) =>
  () => {
    work().catch((error: unknown) => {
      tellFailure(explain(failureOf(error), messages))
    })
  }

/** Says what was done, and offers to take it back as long as it is the last step. */
export const tellUndoable = async (context: Context, text: string): Promise<void> => {
  const { client, messages } = context
  const { undo } = await client.history.next({})
  tell(text, {
    label: messages.app.undo,
    run: offer(context, async () => {
      const now = (await client.history.next({})).undo
      if (now && now.id === undo?.id) await client.history.undo({})
      else tell(messages.coding.toasts.notLast)
    }),
  })
}

/** Codes a selection. What it extends can be kept apart again. */
export const applyCode = async (
  context: Context,
  code: Pick<Code, 'id' | 'name'>,
  { documentId, start, end, quote }: Selection,
): Promise<void> => {
  const { client, messages } = context
  // Before the answer: the next letter may be typed already.
  coding.used(code.id)
  const { coding: made, merged } = await client.codings.apply({ documentId, codeId: code.id, start, end, quote })
  if (merged.length === 0) return
  const { extended, keepApart, alreadyThere } = messages.coding.toasts
  if (merged.some((span) => span.start === made.start && span.end === made.end && span !== merged.at(-1))) {
    tell(alreadyThere(code.name))
    return
  }
  tell(extended(code.name), {
    label: keepApart,
    run: offer(context, () => client.codings.keepApart({ id: made.id, spans: merged })),
  })
}

/** Makes a code, or takes the one of that name that is there already. */
export const makeCode = async ({ client }: Context, name: string, parentId: number | null): Promise<Code> => {
  const there = coding
    .get()
    .codes.find((code) => code.parentId === parentId && code.name.toLowerCase() === name.toLowerCase() && code.codable)
  return there ?? client.codes.create({ parentId, name, color: null })
}

export const applyInVivo = async (context: Context, selection: Selection): Promise<void> => {
  const name = inVivoName(selection.quote)
  if (name === '') return
  const branch = lastBranch(coding.get())
  await applyCode(context, await makeCode(context, name, branch?.id ?? null), selection)
}

export const applyPinned = async (context: Context, pin: number, selection: Selection): Promise<void> => {
  const code = coding.get().codes.find((each) => each.pin === pin)
  if (code) await applyCode(context, code, selection)
  else tell(context.messages.coding.toasts.nothingPinned(pin))
}

export const recode = async (context: Context, ids: readonly number[], code: Pick<Code, 'id' | 'name'>) => {
  coding.used(code.id)
  await context.client.codings.recode({ ids: [...ids], codeId: code.id })
  await tellUndoable(context, context.messages.coding.toasts.recoded(ids.length, code.name))
}

export const uncode = async (context: Context, ids: readonly number[]): Promise<void> => {
  const { client, messages, workspace } = context
  await client.codings.remove({ ids: [...ids] })
  workspace.set({ codingIds: [] })
  await tellUndoable(context, messages.coding.toasts.removed(ids.length))
}
