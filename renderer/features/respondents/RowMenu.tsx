/** What can be done with the respondents or documents that are chosen in the table. */
import type { AttributeOwner } from '../../../contract/attributes.ts'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { ContextMenu, type MenuEntry, type MenuPlace } from '../../ui/Menu.tsx'
import type { TableTask } from './AttributeTable.tsx'
import type { TableRow } from './table-model.ts'

export const RowMenu = ({
  owner,
  place,
  rows,
  onClose,
  onRename,
  onTask,
}: {
  readonly owner: AttributeOwner
  readonly place: MenuPlace
  readonly rows: readonly TableRow[]
  readonly onClose: () => void
  readonly onRename: () => void
  readonly onTask: (task: TableTask) => void
}) => {
  const { respondents, documents } = useMessages()
  const words = respondents.row
  const [first, ...others] = rows
  if (!first) return null
  const isDisabled = others.length > 0
  const last: MenuEntry =
    owner === 'respondent'
      ? {
          id: 'remove',
          label: words.remove,
          isDangerous: true,
          run: () => {
            onTask({ kind: 'remove-rows', rows })
          },
        }
      : {
          id: 'properties',
          label: documents.menu.properties,
          isDisabled,
          run: () => {
            workspace.openDialog({ kind: 'document', documentId: first.id })
          },
        }
  const open = () => {
    if (owner === 'respondent') workspace.openRespondent(first.id)
    else workspace.openDocument(first.id)
  }
  return (
    <ContextMenu
      label={words.menu(first.name)}
      place={place}
      onClose={onClose}
      groups={[
        {
          id: 'row',
          entries: [
            { id: 'open', label: words.open, keys: 'Enter', isDisabled, run: open },
            { id: 'rename', label: words.rename, keys: 'F2', isDisabled, run: onRename },
            last,
          ],
        },
      ]}
    />
  )
}
