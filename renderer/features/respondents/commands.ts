/** Commands of this feature. */
import type { Command } from '../../lib/command.ts'

export const respondentsCommands: readonly Command[] = []
