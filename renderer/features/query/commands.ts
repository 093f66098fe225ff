/** Commands of this feature. */
import type { Command } from '../../lib/command.ts'

export const queryCommands: readonly Command[] = [
  {
    id: 'query.panel',
    title: ({ query }) => query.commands.panel,
    keys: ['Mod+Shift+A'],
    menu: 'view',
    when: ({ isOpen }) => isOpen,
    run: ({ workspace }) => {
      const { dock, room } = workspace.get()
      if (room === 'query') workspace.go('code')
      workspace.set({ dock: dock === 'query' && room !== 'query' ? null : 'query' })
    },
  },
]
