/** A command of the window: one entry feeds the menu, the palette, the shortcuts and the tooltips. */
import type { Step } from '../../contract/history.ts'
import type { Client } from '../../contract/index.ts'
import type { Messages } from '../../contract/messages/en.ts'
import type { Connection } from './connection.ts'
import type { workspace } from './workspace.ts'

/** What Undo and Redo would act on now. */
export interface NextSteps {
  readonly undo: Step | null
  readonly redo: Step | null
}
export interface CommandContext {
  readonly client: Client
  readonly connection: Connection
  readonly workspace: typeof workspace
  readonly messages: Messages
  readonly next: NextSteps
  /** A project is open. */
  readonly isOpen: boolean
}
export interface Command {
  /** `feature.verb`, such as `reader.nextUncoded`. */
  readonly id: string
  readonly title: (messages: Messages, next: NextSteps) => string
  /** Such as `Mod+Shift+Z`; Mod is Ctrl, or Cmd on a Mac. The first is shown; all work. */
  readonly keys?: readonly string[]
  /** `reader`: the keys work only while the text has the focus, so that they can be single letters. */
  readonly scope?: 'reader'
  /** Where it stands in the menus; in none where it is left out. */
  readonly menu?: 'file' | 'edit' | 'code' | 'view' | 'go' | 'help'
  /** Without it the command is always there. */
  readonly when?: (context: CommandContext) => boolean
  /** A failure that it throws is told in a toast. */
  readonly run: (context: CommandContext) => void | Promise<void>
}
