/** Commands of memos: one key writes on whatever one is busy with. */
import type { Command } from '../../lib/command.ts'
import { isInTree } from '../codebook/acts.ts'
import { targetHere } from './targets.ts'

export const memosCommands: readonly Command[] = [
  {
    id: 'memos.open',
    title: ({ memos }) => memos.commands.open,
    keys: ['Alt+M'],
    menu: 'code',
    when: ({ isOpen }) => isOpen,
    run: ({ workspace }) => {
      workspace.openMemo(targetHere(workspace.get(), isInTree()))
    },
  },
  {
    id: 'memos.document',
    title: ({ memos }) => memos.commands.document,
    keys: ['Alt+Shift+M'],
    menu: 'code',
    when: ({ workspace }) => workspace.get().documentId !== null,
    run: ({ workspace }) => {
      const { documentId } = workspace.get()
      if (documentId !== null) workspace.openMemo({ kind: 'document', documentId })
    },
  },
  {
    id: 'memos.project',
    title: ({ memos }) => memos.commands.project,
    menu: 'code',
    when: ({ isOpen }) => isOpen,
    run: ({ workspace }) => {
      workspace.openMemo({ kind: 'project' })
    },
  },
]
