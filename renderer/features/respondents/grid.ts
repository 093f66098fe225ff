/** Moving about in the table of attributes, choosing a block in it, and blocks as spreadsheets write them. */

/** Row -1 is the head; column 0 the name. */
export interface Place {
  readonly row: number
  readonly column: number
}
export interface Chosen {
  /** Where the keyboard is. */
  readonly active: Place
  /** The other corner of the block. */
  readonly anchor: Place
}
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
export interface Size {
  readonly rows: number
  readonly columns: number
}

export const at = (place: Place): Chosen => ({ active: place, anchor: place })

/** Both corners inside; without the head. */
export const blockOf = ({ active, anchor }: Chosen): Block => ({
  top: Math.max(0, Math.min(active.row, anchor.row)),
  bottom: Math.max(active.row, anchor.row),
  left: Math.min(active.column, anchor.column),
  right: Math.max(active.column, anchor.column),
})

export const isInside = ({ top, bottom, left, right }: Block, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** A place that the table has; the head may be gone to, but no block reaches into it. */
export const clamp = ({ row, column }: Place, { rows, columns }: Size, lowest: number): Place => ({
  row: Math.max(lowest, Math.min(row, rows - 1)),
  column: Math.max(0, Math.min(column, columns - 1)),
})

const PAGE = 15
/** Where a key leads; null for a key that does not move. `far`: with Ctrl or Cmd. */
export const move = ({ row, column }: Place, key: string, far: boolean, { rows, columns }: Size): Place | null => {
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: far ? columns - 1 : column + 1 }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 }
    case 'PageUp':
      return { row: Math.max(0, row - PAGE), column }
    case 'PageDown':
      return { row: row + PAGE, column }
    default:
      return null
  }
}

/** Cells parted by tabs, rows by line ends; what holds one of those, or a quotation mark at its head, is quoted. */
export const writeBlock = (cells: readonly (readonly string[])[]): string =>
  cells
    .map((row) => row.map((cell) => (/[\t\n\r]|^"/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n')

/** What a spreadsheet put on the clipboard. A line end at the end begins no further row; rows may differ in length. */
export const readBlock = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/uy
  let position = 0
  while (position <= text.length) {
    cell.lastIndex = position
    const found = cell.exec(text)
    if (!found) break
    rows.at(-1)?.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    position = cell.lastIndex
    const end = /\t|\r\n|\r|\n/uy
    end.lastIndex = position
    const parting = end.exec(text)?.[0]
    if (parting === undefined) break
    position += parting.length
    if (parting === '\t') continue
    if (position >= text.length) break
    rows.push([])
  }
  return rows
}

/** A single cell fills the whole block that is chosen, as spreadsheets do. */
export const spread = (cells: string[][], { top, bottom, left, right }: Block): string[][] => {
  const [only] = cells[0] ?? []
  if (only === undefined || cells.length > 1 || (cells[0]?.length ?? 0) > 1) return cells
  return Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => only))
}
