/** The head of the table of attributes: names with their types, sorting, and what can be done with an attribute. */
import { useCommand } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { ContextMenu, type MenuGroup } from '../../ui/Menu.tsx'
import type { TableTask } from './AttributeTable.tsx'
import { columnKey, type TableColumn, type TableModel } from './table-model.ts'

const widths = { text: 190, number: 100, date: 124, 'yes/no': 100, choice: 140 }
export const widthOf = (column: TableColumn): number => {
  if (column.kind === 'name') return 210
  return column.kind === 'codings' ? 116 : widths[column.attribute.type]
}

interface Props {
  readonly model: TableModel
  /** The column where the keyboard is, while it is in the head. */
  readonly active: number | null
  readonly idOf: (column: number) => string
  /** The column whose menu is open. */
  readonly menuAt: number | null
  readonly onMenu: (column: number | null) => void
  readonly onTask: (task: TableTask) => void
  readonly onDone: () => void
}

export const GridHead = ({ model, active, idOf, menuAt, onMenu, onTask, onDone }: Props) => {
  const { columns, sorting } = model
  const { respondents } = useMessages()
  const nameOf = (column: TableColumn) =>
    column.kind === 'attribute' ? column.attribute.name : respondents.columns[column.kind]
  const sortOf = (column: TableColumn) => {
    if (sorting.by !== columnKey(column)) return 'none'
    return sorting.descending ? 'descending' : 'ascending'
  }
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head">
      {columns.map((column, index) => (
        <div
          key={columnKey(column)}
          id={idOf(index)}
          role="columnheader"
          aria-sort={sortOf(column)}
          className="grid-cell"
          data-kind={column.kind === 'attribute' ? column.attribute.type : column.kind}
          data-active={active === index || undefined}
          data-column={index}
          style={{ inlineSize: widthOf(column) }}
          title={column.kind === 'attribute' ? respondents.types[column.attribute.type] : undefined}
        >
          <button
            type="button"
            tabIndex={-1}
            className="head-button"
            aria-label={respondents.attribute.menu(nameOf(column))}
            onClick={() => {
              onMenu(index)
            }}
          >
            <span className="grid-text">{nameOf(column)}</span>
            <svg viewBox="0 0 10 10" aria-hidden="true" data-sort={sortOf(column)}>
              <path d="M2 3.5 5 6.5 8 3.5" stroke="currentColor" strokeWidth="1.4" fill="none" />
            </svg>
          </button>
          {menuAt === index ? (
            <ColumnMenu
              model={model}
              column={column}
              anchor={idOf(index)}
              onTask={onTask}
              onClose={() => {
                onMenu(null)
                onDone()
              }}
            />
          ) : null}
        </div>
      ))}
    </div>
  )
}

const ColumnMenu = ({
  model,
  column,
  anchor,
  onTask,
  onClose,
}: {
  readonly model: TableModel
  readonly column: TableColumn
  /** Id of the element below which it opens. */
  readonly anchor: string
  readonly onTask: (task: TableTask) => void
  readonly onClose: () => void
}) => {
  const { attribute: words } = useMessages().respondents
  const update = useCommand('attributes.update')
  const by = columnKey(column)
  const { all, attributes, sort, valueOf } = model
  const sorts: MenuGroup = {
    id: 'sort',
    entries: [
      { id: 'up', label: words.sortUp, run: () => sort({ by, descending: false }) },
      { id: 'down', label: words.sortDown, run: () => sort({ by, descending: true }) },
    ],
  }
  const box = document.querySelector(`#${anchor}`)?.getBoundingClientRect()
  const groups = column.kind === 'attribute' ? [...groupsOf(column.attribute), sorts] : [sorts]
  return (
    <ContextMenu
      label={column.kind === 'attribute' ? words.menu(column.attribute.name) : words.sortUp}
      groups={groups}
      place={{ x: box?.left ?? 0, y: box?.bottom ?? 0 }}
      onClose={onClose}
    />
  )

  function groupsOf(attribute: (typeof attributes)[number]): MenuGroup[] {
    const place = attributes.indexOf(attribute)
    const moveTo = (position: number) => {
      update.mutate({ id: attribute.id, position })
    }
    return [
      {
        id: 'edit',
        entries: [
          { id: 'edit', label: words.editEntry, run: () => onTask({ kind: 'attribute', attribute }) },
          { id: 'left', label: words.moveLeft, isDisabled: place === 0, run: () => moveTo(place - 1) },
          {
            id: 'right',
            label: words.moveRight,
            isDisabled: place === attributes.length - 1,
            run: () => moveTo(place + 1),
          },
          {
            id: 'remove',
            label: words.removeEntry,
            isDangerous: true,
            run: () =>
              onTask({
                kind: 'remove-attribute',
                attribute,
                values: all.filter((row) => valueOf(row, attribute) !== null).length,
              }),
          },
        ],
      },
    ]
  }
}
