/** The menus, made of the command list. */
import type { Command, CommandContext } from '../lib/command.ts'
import { commands, isAvailable } from './commands.ts'

const order = ['file', 'edit', 'code', 'view', 'go', 'help'] as const

export const menusOf = (context: CommandContext) =>
  order
    .map((menu) => ({
      id: menu,
      title: context.messages.app.menus[menu],
      commands: commands
        .filter((command): command is Command => command.menu === menu)
        .map((command) => ({
          command,
          label: command.title(context.messages, context.next),
          keys: command.keys?.[0],
          enabled: isAvailable(command, context),
        })),
    }))
    .filter((menu) => menu.commands.length > 0)
