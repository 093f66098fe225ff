/** Commands that bring interviews in. */
import type { Command } from '../../lib/command.ts'
import { chooseFilesToImport } from './choose-files.ts'

export const importsCommands: readonly Command[] = [
  {
    id: 'imports.choose',
    title: ({ imports }) => imports.command,
    keys: ['Mod+I'],
    menu: 'file',
    when: ({ isOpen }) => isOpen,
    run: chooseFilesToImport,
  },
]
