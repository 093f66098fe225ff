/** Commands of this feature. */
import type { Command } from '../../lib/command.ts'
import { noFilter } from '../query/query-state.ts'

export const excerptsCommands: readonly Command[] = [
  {
    id: 'excerpts.ofCoding',
    title: ({ excerpts }) => excerpts.commands.ofCoding,
    menu: 'view',
    when: ({ workspace }) => workspace.get().codingIds.length > 0 && workspace.get().documentId !== null,
    run: async ({ client, workspace }) => {
      const { codingIds, documentId } = workspace.get()
      if (documentId === null) return
      const { id, codeId } = await client.codings.inDocument({ documentId })
      const codeIds = [...new Set(codeId.filter((_, index) => codingIds.includes(id[index] ?? 0)))]
      workspace.showExcerpts({ codeIds, rollup: false, filter: noFilter, cell: null, alsoRoles: [] })
    },
  },
]
