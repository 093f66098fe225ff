/** What can be done with the documents that are chosen in the list. */
import type { DocumentRow, Language } from '../../../contract/documents.ts'
import { useCommand } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import type { MenuGroup } from '../../ui/Menu.tsx'
import type { DocumentTask } from './DocumentDialogs.tsx'

export const useDocumentMenu = (
  chosen: readonly DocumentRow[],
  onTask: (task: DocumentTask) => void,
): readonly MenuGroup[] => {
  const { menu, languages } = useMessages().documents
  const setState = useCommand('documents.setState')
  const setLanguage = useCommand('documents.setLanguage')
  const [first] = chosen
  const isOne = chosen.length === 1
  const state = (id: string, label: string, to: 'done' | 'in progress' | 'not begun') => ({
    id,
    label,
    run: () => {
      for (const document of chosen) setState.mutate({ id: document.id, state: to })
    },
  })
  const language = (id: Language) => ({
    id: `language ${id}`,
    label: languages[id],
    isDisabled: chosen.every((document) => document.language === id),
    run: () => {
      for (const document of chosen) setLanguage.mutate({ id: document.id, language: id })
    },
  })
  return [
    {
      id: 'open',
      entries: [
        {
          id: 'open',
          label: menu.open,
          isDisabled: !isOne,
          run: () => {
            if (first) workspace.openDocument(first.id)
          },
        },
        {
          id: 'properties',
          label: menu.properties,
          isDisabled: !isOne,
          run: () => {
            if (first) workspace.openDialog({ kind: 'document', documentId: first.id })
          },
        },
        {
          id: 'rename',
          label: menu.rename,
          keys: 'F2',
          isDisabled: !isOne,
          run: () => {
            if (first) onTask({ kind: 'rename', document: first })
          },
        },
      ],
    },
    {
      id: 'progress',
      title: menu.progress,
      entries: [
        state('done', menu.done, 'done'),
        state('in progress', menu.inProgress, 'in progress'),
        state('not begun', menu.notBegun, 'not begun'),
      ],
    },
    { id: 'language', title: menu.language, entries: [language('en'), language('nl')] },
    {
      id: 'delete',
      entries: [
        {
          id: 'delete',
          label: menu.delete,
          keys: 'Delete',
          isDangerous: true,
          run: () => {
            onTask({ kind: 'remove', documents: chosen })
          },
        },
      ],
    },
  ]
}
