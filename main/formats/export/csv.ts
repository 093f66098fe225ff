/**
 * Tables as .csv (RFC 4180: UTF-8, commas, CRLF, quotes doubled), exactly as the words are, for programs to read.
 *
 * No byte order mark and no changed cell: a script gets what is in the project, and a quote stays the words that were
 * said. For people there is .xlsx, which a spreadsheet opens in every language and whose cells are never formulas; the
 * window counts the cells of a .csv that a spreadsheet would take for a formula, and says so.
 */
import Papa from 'papaparse'

export type CsvCell = string | number

export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  `${Papa.unparse(rows as CsvCell[][], { newline: '\r\n' })}\r\n`

/** Cells that begin with what spreadsheets take for a formula. */
export const countFormulaLike = (rows: readonly (readonly CsvCell[])[]): number =>
  rows.reduce((sum, row) => sum + row.filter(isFormulaLike).length, 0)

const isFormulaLike = (cell: CsvCell): boolean => typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell)

/** Column names that can be told apart: a repeated one gets "(2)" and so on. */
export const distinctNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let distinct = name
    for (let number = 2; taken.has(distinct); number++) distinct = `${name} (${number})`
    taken.add(distinct)
    return distinct
  })
}
