/** A cell of the table: its number, and a press for its excerpts. */
import { useFormats, useMessages } from '../../lib/messages.tsx'
import type { Cell } from './query-state.ts'
import { cellOf, percentOf, type TableCell, type TableModel, type TableRow } from './table-model.ts'
import { isSamePlace, placeId, type Place, type Walk } from './use-walk.ts'

/** In the column of one respondent: there, or not. */
const YES = '●'
const NO = '·'

export const HeatCell = ({
  model,
  row,
  to,
  walk,
  cell,
  onCell,
  showPercent,
}: {
  readonly model: TableModel
  readonly row: TableRow
  readonly to: Place
  readonly walk: Walk
  /** The one whose excerpts are shown. */
  readonly cell: Cell | null
  readonly onCell: (cell: Cell) => void
  readonly showPercent: boolean
}) => {
  const { table } = useMessages().query
  const isTotal = to.column === model.columns.length
  const shown = cellOf(model, row.index, isTotal ? null : to.column)
  const column = isTotal ? null : (model.columns[to.column]?.column ?? null)
  const isChosen = cell?.codeId === row.code.id && JSON.stringify(cell.column) === JSON.stringify(column)
  return (
    <td
      className={isTotal ? 'total' : ''}
      data-unfinished={shown.isUnfinished || undefined}
      data-zero={shown.value === 0 || undefined}
      aria-colindex={to.column + 2}
      style={{ '--share': shown.share } as React.CSSProperties}
    >
      <button
        type="button"
        data-at={placeId(to)}
        tabIndex={isSamePlace(to, walk.at) ? 0 : -1}
        aria-pressed={isChosen}
        title={shown.isUnfinished ? table.unfinished : undefined}
        onFocus={() => {
          walk.meet(to)
        }}
        onKeyDown={walk.onKeyDown}
        onClick={() => {
          onCell({ codeId: row.code.id, column })
        }}
      >
        <CellText cell={shown} isOne={column?.kind === 'respondent'} showPercent={showPercent} />
        {shown.isUnfinished ? <span className="visually-hidden">{` (${table.unfinished})`}</span> : null}
      </button>
    </td>
  )
}

const CellText = ({
  cell,
  isOne,
  showPercent,
}: {
  readonly cell: TableCell
  /** Of one respondent. */
  readonly isOne: boolean
  readonly showPercent: boolean
}) => {
  const { table } = useMessages().query
  const formats = useFormats()
  const percent = percentOf(cell, showPercent)
  if (isOne && cell.of !== null)
    return (
      <>
        <span aria-hidden="true">{cell.value === 1 ? YES : NO}</span>
        <span className="visually-hidden">{table.of(cell.value, 1)}</span>
      </>
    )
  return (
    <>
      {cell.of === null ? formats.number(cell.value) : table.of(cell.value, cell.of)}
      {percent === null ? null : <small>{` ${formats.percent(percent)}`}</small>}
    </>
  )
}
