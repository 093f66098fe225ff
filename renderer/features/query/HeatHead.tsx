/** The head of a column: its name and n, and a press to sort by it. */
import { useMessages } from '../../lib/messages.tsx'
import type { Sorting } from './query-state.ts'
import type { TableModel } from './table-model.ts'
import { isSamePlace, placeId, type Walk } from './use-walk.ts'

export const HeatHead = ({
  model,
  sorting,
  onSort,
  walk,
  by,
  column,
  width,
}: {
  readonly model: TableModel
  readonly sorting: Sorting
  readonly onSort: (by: Sorting['by']) => void
  readonly walk: Walk
  readonly by: Sorting['by']
  /** Its place, for the keyboard. */
  readonly column: number
  readonly width: number
}) => {
  const place = { row: -1, column }
  const { name, n, title } = useHead(model, by)
  const isSorted = sorting.by === by && by !== 'codebook'
  const direction = sorting.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={by === 'codebook' ? 'code-head' : by === 'total' ? 'total' : ''}
      style={{ inlineSize: width }}
      aria-colindex={column + 2}
      aria-sort={isSorted ? direction : undefined}
    >
      <button
        type="button"
        data-at={placeId(place)}
        tabIndex={isSamePlace(place, walk.at) ? 0 : -1}
        title={title}
        onFocus={() => {
          walk.meet(place)
        }}
        onKeyDown={walk.onKeyDown}
        onClick={() => {
          onSort(by)
        }}
      >
        <span className="name">{name}</span>
        {n === null ? null : <span className="n">{n}</span>}
      </button>
    </th>
  )
}

const useHead = (model: TableModel, by: Sorting['by']) => {
  const { columns: words, table } = useMessages().query
  const head = typeof by === 'number' ? model.columns[by] : undefined
  const names = { codebook: words.code, total: words.all }
  const name = typeof by === 'number' ? (head?.name ?? '') : names[by]
  const people = by === 'total' ? model.answer.n : (head?.n ?? null)
  return {
    name,
    n: people === null || model.count !== 'respondents' ? null : words.n(people),
    title: head?.column.kind === 'not assigned' ? words.notAssignedHint : table.sortBy(name),
  }
}
