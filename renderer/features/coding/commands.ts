/** Commands of coding: the picker, the pinned codes, and the keys that ask nothing. */
import type { Command, CommandContext } from '../../lib/command.ts'
import type { Selection } from '../../lib/workspace.ts'
import { applyCode, applyInVivo, applyPinned, uncode } from './acts.ts'
import { coding, lastUsed } from './coding-state.ts'

const pins = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const selected = ({ workspace }: CommandContext): Selection | null =>
  workspace.get().reader === null ? null : workspace.get().selection
const hasSelection = (context: CommandContext) => selected(context) !== null
const hasCodings = ({ workspace }: CommandContext) => workspace.get().codingIds.length > 0

/** A command on what is selected in the text. */
const onSelection = (
  command: Omit<Command, 'scope' | 'menu' | 'run'> & {
    readonly run: (context: CommandContext, selection: Selection) => void | Promise<void>
  },
): Command => ({
  when: hasSelection,
  ...command,
  scope: 'reader',
  menu: 'code',
  run: (context) => {
    const selection = selected(context)
    return selection ? command.run(context, selection) : undefined
  },
})

export const codingCommands: readonly Command[] = [
  onSelection({
    id: 'coding.pick',
    title: (messages) => messages.coding.commands.pick,
    keys: ['Enter'],
    run: ({ workspace }) => {
      coding.recode(null)
      workspace.openPicker()
    },
  }),
  {
    id: 'coding.turn',
    title: (messages) => messages.coding.commands.turn,
    keys: ['Shift+Enter'],
    scope: 'reader',
    menu: 'code',
    when: ({ workspace }) => workspace.get().reader?.can('turn') ?? false,
    run: ({ workspace }) => {
      workspace.get().reader?.run('turn')
      coding.recode(null)
      if (workspace.get().selection) workspace.openPicker()
    },
  },
  onSelection({
    id: 'coding.again',
    title: (messages) => messages.coding.commands.again,
    keys: ['='],
    when: (context) => hasSelection(context) && lastUsed(coding.get()) !== undefined,
    run: async (context, selection) => {
      const code = lastUsed(coding.get())
      if (code) await applyCode(context, code, selection)
    },
  }),
  onSelection({
    id: 'coding.inVivo',
    title: (messages) => messages.coding.commands.inVivo,
    keys: ['0'],
    when: (context) => hasSelection(context) && !coding.get().isClosed,
    run: applyInVivo,
  }),
  {
    id: 'coding.recode',
    title: (messages) => messages.coding.commands.recode,
    keys: ['Alt+R', 'Enter'],
    scope: 'reader',
    menu: 'code',
    when: hasCodings,
    run: ({ workspace }) => {
      coding.recode(workspace.get().codingIds)
      workspace.openPicker()
    },
  },
  {
    id: 'coding.remove',
    title: (messages) => messages.coding.commands.remove,
    keys: ['Delete', 'Backspace'],
    scope: 'reader',
    menu: 'code',
    when: hasCodings,
    run: (context) => uncode(context, context.workspace.get().codingIds),
  },
  ...pins.map((pin): Command => ({
    ...onSelection({
      id: `coding.pinned${pin}`,
      title: (messages) => messages.coding.commands.pinned(pin),
      keys: [String(pin)],
      run: (context, selection) => applyPinned(context, pin, selection),
    }),
  })),
]
