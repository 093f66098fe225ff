/** Tables as .xlsx: text is text and never a formula, whatever it begins with. */
import type { Cell, SheetData } from 'write-excel-file/node'
import { toXmlCharacters } from './xml.ts'

export interface Sheet {
  /** At most 31 characters, without []:*?/\ */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** In characters, per column; the last serves for all that follow. */
  readonly widths: readonly number[]
}
/** Excel refuses a file with a longer text in a cell. */
const LONGEST_CELL = 32_767
const CUT = ' […]'

/** The header stays in sight, and so does the first column. Texts too long for a cell end in "[…]". */
export const writeXlsx = async ({ name, header, rows, widths }: Sheet): Promise<Buffer> => {
  // Slow to load, and seldom wanted.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const head = header.map((value): Cell => ({
    value: toXmlCharacters(value),
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }))
  const data: SheetData = [head, ...rows.map((row) => row.map(toCell))]
  return writeXlsxFile(data, {
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: header.map((_, index) => ({ width: widths[Math.min(index, widths.length - 1)] ?? 12 })),
  }).toBuffer()
}

const toCell = (value: string | number): Cell => {
  if (typeof value === 'number') return { value, type: Number }
  if (value === '') return null
  const fitting = value.length > LONGEST_CELL ? value.slice(0, LONGEST_CELL - CUT.length) + CUT : value
  return { value: toXmlCharacters(fitting), type: String, alignVertical: 'top' }
}
