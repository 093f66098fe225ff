/** Gives the command list to the desktop's own menu bar, and runs what is clicked there. */
import { useEffect } from 'react'
import { useCommandContext } from '../lib/command-context.ts'
import { useWorkspace } from '../lib/workspace.ts'
import { runCommand } from './CommandKeys.tsx'
import { commands } from './commands.ts'
import { menusOf } from './menus.ts'

export const NativeMenu = () => {
  // Whether a command is there is asked of stores that the compiler does not see.
  'use no memo'
  const context = useCommandContext()
  const { connection, client } = context
  // Which commands are there depends on what is open and chosen.
  useWorkspace()
  const items = menusOf(context).map(({ id, title, commands: entries }) => ({
    kind: 'submenu' as const,
    id,
    label: title,
    items: entries.map(({ command, label, keys, enabled }) => ({
      kind: 'command' as const,
      id: command.id,
      label,
      enabled,
      ...(keys === undefined || command.scope === 'reader' ? {} : { accelerator: acceleratorOf(keys) }),
    })),
  }))
  const asText = JSON.stringify(items)
  useEffect(() => {
    if (connection.shell === 'desktop') void client.shell.setMenu({ items: JSON.parse(asText) as typeof items })
  }, [connection, client, asText])
  useEffect(
    () =>
      connection.onEvent((event) => {
        if (event.kind !== 'command') return
        const command = commands.find(({ id }) => id === event.id)
        if (command) void runCommand(command, context)
      }),
    [connection, context],
  )
  return null
}

/** "Mod+ArrowUp" as Electron writes it. */
const acceleratorOf = (keys: string): string => keys.replace('Mod', 'CmdOrCtrl').replaceAll('Arrow', '')
