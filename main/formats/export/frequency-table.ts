/** A table of frequencies as rows: for programs (.csv) and for people (.xlsx). */
import type { Frequencies } from '../../../contract/queries.ts'
import { distinctNames, type CsvCell } from './csv.ts'
import type { Sheet } from './xlsx.ts'

type PathOf = (codeId: number) => string

/** `code_path`, `n_codings`, `n_respondents`, then a column per column of the table. */
export const frequencyRows = (table: Frequencies, pathOf: PathOf): CsvCell[][] => {
  const names = table.columns.map(columnName)
  return [
    distinctNames(['code_path', 'n_codings', 'n_respondents', ...names]),
    ...table.codeIds.map((codeId, row) => [
      pathOf(codeId),
      table.rowCodings[row] ?? 0,
      table.rowRespondents[row] ?? 0,
      ...cellsOf(table, row),
    ]),
  ]
}

/** The same with the n of each column, and totals. */
export const frequencySheet = (table: Frequencies, pathOf: PathOf): Sheet => {
  const [header = [], ...rows] = frequencyRows(table, pathOf)
  const withTotals = rows.map((row, index) => [...row, table.rowTotals[index] ?? 0])
  return {
    name: 'Frequencies',
    header: [...header.map(String), 'All'],
    rows: [
      ['n', '', '', ...table.columns.map(({ n }) => n ?? ''), table.n],
      ...withTotals,
      ['All', '', '', ...table.columnTotals, table.total],
    ],
    widths: [44, 12],
  }
}

const cellsOf = ({ cells, columns }: Frequencies, row: number) =>
  cells.slice(row * columns.length, (row + 1) * columns.length)

export const columnName = ({ column, label }: Frequencies['columns'][number]): string =>
  label ?? (column.kind === 'value' ? column.value.kind : column.kind)
