/** Commands about respondents and attributes. */
import type { Command } from '../../lib/command.ts'
import { openRoomTask } from './room-task.ts'

const inRoom =
  (task: 'new' | 'table'): Command['run'] =>
  ({ workspace }) => {
    workspace.set({ room: 'respondents', respondentId: null })
    openRoomTask(task)
  }

export const respondentsCommands: readonly Command[] = [
  {
    id: 'respondents.create',
    title: ({ respondents }) => respondents.commands.add,
    menu: 'edit',
    when: ({ isOpen }) => isOpen,
    run: inRoom('new'),
  },
  {
    id: 'respondents.importTable',
    title: ({ respondents }) => respondents.commands.importTable,
    menu: 'file',
    when: ({ isOpen }) => isOpen,
    run: inRoom('table'),
  },
]
