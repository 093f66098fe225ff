/** Commands of this feature. */
import type { Command } from '../../lib/command.ts'

export const readerCommands: readonly Command[] = []
