/** Undo and redo, named by their step; a step that cannot be taken back can be passed by. */
import type { Command, CommandContext } from '../../lib/command.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { tellFailure } from '../../ui/toasts.tsx'

type Direction = 'undo' | 'redo'
type Context = Pick<CommandContext, 'client' | 'messages'>

/** Takes a step back or brings it back. Where later work stands in the way, says so and offers to pass the step by. */
export const takeStep = async (context: Context, of: Direction): Promise<void> => {
  const { client, messages } = context
  try {
    await client.history[of]({})
  } catch (error) {
    const failure = failureOf(error)
    const canSkip = failure.code === 'conflict' || failure.code === 'step-outdated'
    tellFailure(
      explain(failure, messages),
      canSkip ? { label: messages.history.skip, run: () => void passBy(context, of) } : undefined,
    )
  }
}

const passBy = async (context: Context, of: Direction): Promise<void> => {
  try {
    // The step before it is not taken back unasked: its name is in the menu now.
    await context.client.history.skip({ of })
  } catch (error) {
    tellFailure(explain(failureOf(error), context.messages))
  }
}

export const historyCommands: readonly Command[] = [
  {
    id: 'history.undo',
    title: ({ steps }, { undo }) => (undo ? steps.undo(undo) : steps.nothingToUndo),
    keys: ['Mod+Z'],
    menu: 'edit',
    when: ({ next }) => next.undo !== null,
    run: (context) => takeStep(context, 'undo'),
  },
  {
    id: 'history.redo',
    title: ({ steps }, { redo }) => (redo ? steps.redo(redo) : steps.nothingToRedo),
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    menu: 'edit',
    when: ({ next }) => next.redo !== null,
    run: (context) => takeStep(context, 'redo'),
  },
]
