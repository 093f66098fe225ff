/** What can be done with the respondents that are chosen in the table. */
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { ContextMenu, type MenuPlace } from '../../ui/Menu.tsx'
import type { TableTask } from './AttributeTable.tsx'
import type { TableRow } from './table-model.ts'

export const RowMenu = ({
  place,
  rows,
  onClose,
  onRename,
  onTask,
}: {
  readonly place: MenuPlace
  readonly rows: readonly TableRow[]
  readonly onClose: () => void
  readonly onRename: () => void
  readonly onTask: (task: TableTask) => void
}) => {
  const { row: words } = useMessages().respondents
  const [first, ...others] = rows
  if (!first) return null
  const isOne = others.length === 0
  return (
    <ContextMenu
      label={words.menu(first.name)}
      place={place}
      onClose={onClose}
      groups={[
        {
          id: 'row',
          entries: [
            {
              id: 'open',
              label: words.open,
              keys: 'Enter',
              isDisabled: !isOne,
              run: () => {
                workspace.openRespondent(first.id)
              },
            },
            { id: 'rename', label: words.rename, keys: 'F2', isDisabled: !isOne, run: onRename },
            {
              id: 'remove',
              label: words.remove,
              isDangerous: true,
              run: () => {
                onTask({ kind: 'remove-rows', rows })
              },
            },
          ],
        },
      ]}
    />
  )
}
