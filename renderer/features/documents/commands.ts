/** Commands about the open document. */
import type { Command, CommandContext } from '../../lib/command.ts'

const hasDocument = ({ workspace }: CommandContext) => workspace.get().documentId !== null
const setState =
  (state: 'done' | 'in progress'): Command['run'] =>
  async ({ client, workspace }) => {
    const { documentId } = workspace.get()
    if (documentId !== null) await client.documents.setState({ id: documentId, state })
  }

export const documentsCommands: readonly Command[] = [
  {
    id: 'documents.properties',
    title: ({ documents }) => documents.commands.properties,
    keys: ['Alt+Enter'],
    menu: 'edit',
    when: hasDocument,
    run: ({ workspace }) => {
      const { documentId } = workspace.get()
      if (documentId !== null) workspace.openDialog({ kind: 'document', documentId })
    },
  },
  {
    id: 'documents.done',
    title: ({ documents }) => documents.commands.done,
    menu: 'code',
    when: hasDocument,
    run: setState('done'),
  },
  {
    id: 'documents.inProgress',
    title: ({ documents }) => documents.commands.inProgress,
    menu: 'code',
    when: hasDocument,
    run: setState('in progress'),
  },
]
