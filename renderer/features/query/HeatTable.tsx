/** The table of counts: a real table, as dark as its numbers are high, walked by the arrow keys, of any size. */
import { useEffect, useId, useRef, useState } from 'react'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { useInView, type InView } from '../../lib/rows-in-view.ts'
import { HeatCell } from './HeatCell.tsx'
import { HeatHead } from './HeatHead.tsx'
import type { Cell, Sorting } from './query-state.ts'
import { PERCENT_FROM, type TableModel, type TableRow } from './table-model.ts'
import { isSamePlace, placeId, useWalk, type Walk } from './use-walk.ts'

export interface HeatTableProps {
  readonly label: string
  readonly model: TableModel
  /** In the order in which they are shown. */
  readonly rows: readonly TableRow[]
  readonly sorting: Sorting
  readonly onSort: (by: Sorting['by']) => void
  readonly cell: Cell | null
  readonly onCell: (cell: Cell) => void
  readonly showPercent: boolean
  readonly onCopy: () => void
}
const ROW = 30
const COLUMN = { least: 64, most: 110 }
/** Of the interface's font at the table's size, and how many of them stand around the numbers. */
const LETTER = 6.6
const OF = 5
const PERCENT = 5
const CODE = { least: 150, most: 300 }
const INDENT = 10

export const HeatTable = (props: HeatTableProps) => {
  const { model, rows, label, onCopy } = props
  const { table } = useMessages().query
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const boxWidth = useWidth(box)
  const count = model.columns.length
  const width = columnWidth(props)
  const total = Math.max(width, cellWidth(props, model.answer.n))
  const code = Math.min(CODE.most, Math.max(CODE.least, boxWidth - count * width - total))
  const down = useInView({ box, count: rows.length, size: ROW, extra: 12 })
  const across = useInView({ box, count, size: width, extra: 6, isHorizontal: true })
  const walk = useWalk({
    box,
    height: rows.length,
    width: count,
    show: ({ row, column }) => {
      if (row >= 0) down.show(row)
      if (column >= 0 && column < count) across.show(column)
    },
    onCopy,
  })
  return (
    <div className="heat-box" ref={box}>
      <table
        className="heat"
        aria-label={label}
        aria-describedby={`${id}-help`}
        aria-rowcount={rows.length + 2}
        aria-colcount={count + 2}
        style={{ inlineSize: code + count * width + total }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <HeatHead {...props} walk={walk} by="codebook" column={-1} width={code} />
            <Gap width={across.before} />
            {across.items.map(({ index, key }) => (
              <HeatHead {...props} key={key} walk={walk} by={index} column={index} width={width} />
            ))}
            <Gap width={across.after} />
            <HeatHead {...props} walk={walk} by="total" column={count} width={total} />
          </tr>
        </thead>
        <tbody>
          <Space height={down.before} />
          {down.items.map(({ index, key }) => {
            const row = rows[index]
            return row ? <Row {...props} key={key} row={row} place={index} across={across} walk={walk} /> : null
          })}
          <Space height={down.after} />
        </tbody>
        <Totals model={model} across={across} place={rows.length} />
      </table>
      <p id={`${id}-help`} className="visually-hidden">
        {table.help}
      </p>
    </div>
  )
}

/** Wide enough for what stands in the cells, and for the longest word of the heads, within reason. */
const columnWidth = (props: HeatTableProps): number => {
  const { columns } = props.model
  const words = columns.flatMap(({ name }) => name.split(/[\s-]+/u))
  const longest = Math.max(0, ...words.map((word) => word.length)) * LETTER + 8
  const largest = Math.max(0, ...columns.map(({ n }) => n ?? 0))
  return Math.max(COLUMN.least, cellWidth(props, largest), Math.min(COLUMN.most, longest))
}

/** "18 of 24 75%" */
const cellWidth = ({ model, showPercent }: HeatTableProps, n: number): number => {
  if (model.count !== 'respondents') return String(model.largest).length * LETTER * 1.4 + 16
  const letters = String(n).length * 2 + OF + (showPercent || n >= PERCENT_FROM ? PERCENT : 0)
  return letters * LETTER + 12
}

/** What is scrolled out of sight. */
const Gap = ({ width }: { readonly width: number }) =>
  width > 0 ? <td aria-hidden="true" className="gap" style={{ inlineSize: width }} /> : null
const Space = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr aria-hidden="true">
      <td aria-hidden="true" className="gap" style={{ blockSize: height }} />
    </tr>
  ) : null

const useWidth = (box: { readonly current: HTMLElement | null }): number => {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width)
    })
    observer.observe(box.current)
    return () => {
      observer.disconnect()
    }
  }, [box])
  return width
}

/** What each column holds of all rows together, each respondent, coding or word once. */
const Totals = ({
  model,
  across,
  place,
}: {
  readonly model: TableModel
  readonly across: InView
  readonly place: number
}) => {
  const { columns: words, table } = useMessages().query
  const formats = useFormats()
  const { answer, count, columns } = model
  const shown = (value: number, n: number | null | undefined) =>
    count === 'respondents' && n ? table.of(value, n) : formats.number(value)
  return (
    <tfoot>
      <tr aria-rowindex={place + 2} style={{ blockSize: ROW }}>
        <th scope="row" aria-colindex={1}>
          {words.all}
        </th>
        <Gap width={across.before} />
        {across.items.map(({ index, key }) => (
          <td key={key} aria-colindex={index + 2}>
            {shown(answer.columnTotals[index] ?? 0, columns[index]?.n)}
          </td>
        ))}
        <Gap width={across.after} />
        <td aria-colindex={columns.length + 2} className="total">
          {shown(answer.total, answer.n)}
        </td>
      </tr>
    </tfoot>
  )
}

const Row = (
  props: HeatTableProps & {
    readonly row: TableRow
    /** From the top, as it is sorted. */
    readonly place: number
    readonly across: InView
    readonly walk: Walk
  },
) => {
  const { row, place, across, model, walk, onCell, sorting } = props
  const own = { row: place, column: -1 }
  // The tree shows only in its own order.
  const depth = sorting.by === 'codebook' ? row.path.length : 0
  return (
    <tr data-color={row.code.color} aria-rowindex={place + 2} style={{ blockSize: ROW }}>
      <th scope="row" aria-colindex={1}>
        <button
          type="button"
          data-at={placeId(own)}
          tabIndex={isSamePlace(own, walk.at) ? 0 : -1}
          title={[...row.path, row.code.name].join(' > ')}
          style={{ '--indent': `${depth * INDENT}px` } as React.CSSProperties}
          onFocus={() => {
            walk.meet(own)
          }}
          onKeyDown={walk.onKeyDown}
          onClick={() => {
            onCell({ codeId: row.code.id, column: null })
          }}
        >
          <span className="dot" />
          {row.code.name}
        </button>
      </th>
      <Gap width={across.before} />
      {across.items.map(({ index, key }) => (
        <HeatCell {...props} key={key} to={{ row: place, column: index }} />
      ))}
      <Gap width={across.after} />
      <HeatCell {...props} to={{ row: place, column: model.columns.length }} />
    </tr>
  )
}
