/** Commands of this feature. */
import type { Command } from '../../lib/command.ts'

export const importsCommands: readonly Command[] = []
