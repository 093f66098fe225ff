/** The table of a question as it is read: rows, columns, what stands in a cell, and in which order. Pure. */
import type { Code } from '../../../contract/codes.ts'
import { isUnfinished, type Column, type Count, type Frequencies } from '../../../contract/queries.ts'
import type { Sorting } from './query-state.ts'

export interface TableColumn {
  readonly column: Column
  readonly name: string
  readonly n: number | null
}
export interface TableRow {
  readonly code: Pick<Code, 'id' | 'name' | 'color'>
  /** Names from the root down, without its own. */
  readonly path: readonly string[]
  /** Place in the answer. */
  readonly index: number
}
export interface TableCell {
  readonly value: number
  /** Out of how many; null where that says nothing. */
  readonly of: number | null
  /** How dark, from 0 to 1. */
  readonly share: number
  readonly isUnfinished: boolean
}
export interface TableModel {
  readonly count: Count
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly answer: Frequencies
  /** Largest cell, "not assigned" apart. */
  readonly largest: number
}
/** From so many on, a percentage says something. */
export const PERCENT_FROM = 20

export const modelOf = (
  answer: Frequencies,
  count: Count,
  codes: readonly (Pick<Code, 'id' | 'name' | 'color'> & { readonly path: readonly string[] })[],
  nameOf: (head: Frequencies['columns'][number]) => string,
): TableModel => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const isAssigned = answer.columns.map(({ column }) => column.kind !== 'not assigned')
  let largest = 0
  // A table can have hundreds of thousands of cells.
  for (let index = 0; index < answer.cells.length; index++) {
    const value = answer.cells[index] ?? 0
    if (value > largest && isAssigned[index % isAssigned.length]) largest = value
  }
  return {
    count,
    columns: answer.columns.map((head) => ({ column: head.column, name: nameOf(head), n: head.n })),
    // A code that was removed since the answer came is gone with the next one.
    rows: answer.codeIds.flatMap((id, index) => {
      const code = byId.get(id)
      return code ? [{ code, path: code.path, index }] : []
    }),
    answer,
    largest,
  }
}

/** `column` null: the total of the row. */
export const cellOf = (
  { answer, columns, count, largest }: TableModel,
  row: number,
  column: number | null,
): TableCell => {
  const head = column === null ? null : columns[column]
  const at = row * columns.length + (column ?? 0)
  const value = (column === null ? answer.rowTotals[row] : answer.cells[at]) ?? 0
  const of = count === 'respondents' ? (head ? head.n : answer.n) : null
  // Totals stand apart, and so does what is not assigned: it may even be counted in another unit.
  const isApart = column === null || head?.column.kind === 'not assigned'
  const share = isApart ? 0 : shareOf(value, of, largest)
  return { value, of, share, isUnfinished: isUnfinished(answer, row, column) }
}

const shareOf = (value: number, of: number | null, largest: number): number => {
  const most = of ?? largest
  return most > 0 ? Math.min(1, value / most) : 0
}

/** A percentage is shown where n is large enough, or on request. */
export const percentOf = ({ value, of }: Pick<TableCell, 'value' | 'of'>, onRequest: boolean): number | null =>
  of !== null && of > 0 && (onRequest || of >= PERCENT_FROM) ? value / of : null

/** Sorted by a column by what is dark in it, so that 6 of 7 comes before 8 of 24. */
export const sortRows = (model: TableModel, { by, descending }: Sorting): readonly TableRow[] => {
  if (by === 'codebook') return model.rows
  const size = ({ index }: TableRow) => {
    const { value, of } = cellOf(model, index, by === 'total' ? null : by)
    return of === null ? value : value / Math.max(1, of)
  }
  const direction = descending ? -1 : 1
  return model.rows.toSorted((a, b) => direction * (size(a) - size(b)) || a.index - b.index)
}

/** The table as spreadsheets take it from the clipboard: tabs and line ends, which no cell may hold. */
export const asTabs = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((cell) => String(cell).replaceAll(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n')

/** Names, n, cells and totals, in the order in which they are shown. */
export const tableRows = (
  model: TableModel,
  rows: readonly TableRow[],
  words: { readonly code: string; readonly all: string; readonly n: string },
): (string | number)[][] => [
  [words.code, ...model.columns.map(({ name }) => name), words.all],
  [words.n, ...model.columns.map(({ n }) => n ?? ''), model.answer.n],
  ...rows.map(({ code, path, index }) => [
    [...path, code.name].join(' > '),
    ...model.columns.map((_, column) => cellOf(model, index, column).value),
    cellOf(model, index, null).value,
  ]),
  [words.all, ...model.answer.columnTotals, model.answer.total],
]
