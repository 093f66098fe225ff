/** Commands that open, make and close projects. */
import type { Command } from '../../lib/command.ts'
import { chooseAndOpen, chooseAndSaveCopy } from './project-files.ts'

export const startCommands: readonly Command[] = [
  {
    id: 'start.newProject',
    title: ({ app }) => app.commands.newProject,
    keys: ['Mod+N'],
    menu: 'file',
    run: ({ workspace }) => {
      workspace.openDialog({ kind: 'new-project' })
    },
  },
  {
    id: 'start.openProject',
    title: ({ app }) => app.commands.openProject,
    keys: ['Mod+O'],
    menu: 'file',
    run: chooseAndOpen,
  },
  {
    id: 'start.saveCopy',
    title: ({ app }) => app.commands.saveCopy,
    keys: ['Mod+Shift+S'],
    menu: 'file',
    when: ({ isOpen }) => isOpen,
    run: chooseAndSaveCopy,
  },
  {
    id: 'start.closeProject',
    title: ({ app }) => app.commands.closeProject,
    menu: 'file',
    when: ({ isOpen }) => isOpen,
    run: async ({ client }) => {
      await client.projects.close({})
    },
  },
]
