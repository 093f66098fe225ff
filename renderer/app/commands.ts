/** The one list of commands: those of the window itself, and those of every feature. */
import { codebookCommands } from '../features/codebook/commands.ts'
import { codingCommands } from '../features/coding/commands.ts'
import { documentsCommands } from '../features/documents/commands.ts'
import { excerptsCommands } from '../features/excerpts/commands.ts'
import { historyCommands } from '../features/history/commands.ts'
import { importsCommands } from '../features/imports/commands.ts'
import { memosCommands } from '../features/memos/commands.ts'
import { queryCommands } from '../features/query/commands.ts'
import { readerCommands } from '../features/reader/commands.ts'
import { respondentsCommands } from '../features/respondents/commands.ts'
import { startCommands } from '../features/start/commands.ts'
import type { Command, CommandContext } from '../lib/command.ts'
import { keysOf } from '../lib/shortcuts.ts'
import { isTyping } from '../lib/shortcuts.ts'
import type { Room } from '../lib/workspace.ts'

const rooms: readonly Room[] = ['code', 'query', 'codebook', 'respondents', 'memos', 'history']
const isOpen = (context: CommandContext) => context.isOpen

const windowCommands: readonly Command[] = [
  ...rooms.map((room, index): Command => ({
    id: `app.go.${room}`,
    title: ({ app }) => app.commands.goTo(app.rooms[room]),
    keys: [`Alt+${index + 1}`],
    menu: 'go',
    when: isOpen,
    run: ({ workspace }) => {
      workspace.go(room)
    },
  })),
  {
    id: 'app.palette',
    title: ({ app }) => app.commands.palette,
    keys: ['Mod+K'],
    menu: 'go',
    when: isOpen,
    run: ({ workspace }) => {
      workspace.openDialog({ kind: 'palette' })
    },
  },
  {
    id: 'app.backToText',
    title: ({ app }) => app.commands.backToText,
    keys: ['F6'],
    menu: 'go',
    when: ({ workspace }) => workspace.get().documentId !== null,
    run: ({ workspace }) => {
      workspace.go('code')
      workspace.get().reader?.focus()
    },
  },
  {
    id: 'app.settings',
    title: ({ app }) => app.commands.settings,
    keys: ['Mod+,'],
    menu: 'file',
    run: ({ workspace }) => {
      workspace.openDialog({ kind: 'settings' })
    },
  },
  {
    id: 'app.shortcuts',
    title: ({ app }) => app.commands.shortcuts,
    keys: ['?'],
    menu: 'help',
    run: ({ workspace }) => {
      workspace.openDialog({ kind: 'shortcuts' })
    },
  },
]

export const commands: readonly Command[] = [
  ...startCommands,
  ...importsCommands,
  ...historyCommands,
  ...codingCommands,
  ...readerCommands,
  ...codebookCommands,
  ...documentsCommands,
  ...excerptsCommands,
  ...queryCommands,
  ...respondentsCommands,
  ...memosCommands,
  ...windowCommands,
]

export const isAvailable = (command: Command, context: CommandContext): boolean => command.when?.(context) ?? true

/** In a box that is typed in, these are the box's own: Undo there takes back letters, not the last step. */
const editing = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V'])

/** The command that a key press means here, if any. Keys of the text work only in the text. */
export const commandFor = (event: KeyboardEvent, context: CommandContext): Command | undefined => {
  const pressed = keysOf(event)
  const inText = event.target instanceof HTMLElement && event.target.closest('[data-reader]') !== null
  if (isTyping(event.target) && (!/\b(Mod|Alt|F\d+)\b/u.test(pressed) || editing.has(pressed))) return undefined
  const fits = ({ keys, scope }: Command) => (keys?.includes(pressed) ?? false) && (scope !== 'reader' || inText)
  return commands.find((command) => fits(command) && isAvailable(command, context))
}
