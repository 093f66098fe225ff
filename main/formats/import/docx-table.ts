/** Tables to lines: a table of turns in the standard form `[00:01:02] Name: words`, any other one as its rows. */
import { bareTime, bracketedTime } from './conventions.ts'
import { lineText, type Line } from './rich-text.ts'
import { labelKey, labelKind, looksLikeName } from './roles.ts'

export interface Cell {
  readonly lines: readonly Line[]
  readonly columns: number
  readonly rows: number
}

interface Columns {
  readonly number: number
  readonly time: number
  readonly speaker: number
  readonly text: number
}

/** Adds the labels it finds to `labels`. Nothing of the table is left out: its heading row is a heading. */
export const tableLines = (rows: readonly (readonly Cell[])[], labels: Set<string>): Line[] => {
  const grid = toGrid(rows)
  const { columns, headed } = findColumns(grid)
  if (!columns) return grid.flatMap(rowLines)
  return grid.flatMap((row, index) => {
    if (headed && index === 0) return rowLines(row).map((line) => ({ ...line, heading: true }))
    return turnLines(row, columns, labels)
  })
}

type Row = readonly (readonly Line[])[]

/** Rows with one entry per column of the table; a cell that spans several stands in the first. */
const toGrid = (rows: readonly (readonly Cell[])[]): Row[] => {
  const taken: number[] = []
  return rows.map((cells) => {
    const row: (readonly Line[])[] = []
    const skip = () => {
      while ((taken[row.length] ?? 0) > 0) {
        taken[row.length] = (taken[row.length] as number) - 1
        row.push([])
      }
    }
    for (const cell of cells) {
      skip()
      for (let column = 0; column < Math.min(cell.columns, 64); column++) {
        taken[row.length] = cell.rows - 1
        row.push(column === 0 ? cell.lines : [])
      }
    }
    skip()
    return row
  })
}

const textOf = (lines: readonly Line[] | undefined): string => (lines ?? []).map(lineText).join('\n').trim()

const wholeTime = new RegExp(`^(?:${bracketedTime}|${bareTime})$`, 'u')
const withoutColon = (text: string): string => text.replace(/\s*:$/, '')

/** Which column is what; `columns` null where the table is no list of turns. */
const findColumns = (grid: readonly Row[]): { columns: Columns | null; headed: boolean } => {
  const none = { columns: null, headed: false }
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width < 2 || width > 8) return none
  const cells = Array.from({ length: width }, (_, column) => grid.map((row) => textOf(row[column])))
  const columns = columnsOf(cells.map((column) => column.slice(1))) ?? columnsOf(cells)
  return {
    columns,
    headed:
      columns !== null &&
      isHeading(
        cells.map(([first]) => first ?? ''),
        columns,
      ),
  }
}

const headings = new Set(
  (
    'speaker speakers name who person participant spreker sprekers naam wie persoon deelnemer rol role ' +
    'text transcript transcription utterance speech tekst transcriptie uitspraak inhoud content'
  ).split(' '),
)

const isHeading = (first: readonly string[], columns: Columns): boolean => {
  const time = first[columns.time] ?? ''
  return (
    (time !== '' && !wholeTime.test(time)) ||
    (headings.has(labelKey(first[columns.speaker] ?? '')) && headings.has(labelKey(first[columns.text] ?? '')))
  )
}

const columnsOf = (cells: readonly (readonly string[])[]): Columns | null => {
  const filled = cells.map((column) => column.filter((text) => text !== ''))
  const time = filled.findIndex((column) => column.length > 0 && column.every((text) => wholeTime.test(text)))
  const number = filled.findIndex(
    (column, index) => index !== time && column.length > 1 && column.every((text) => /^\d{1,5}[.)]?$/.test(text)),
  )
  const speaker = filled.findIndex(
    (column, index) => index !== time && index !== number && areSpeakers(column, time >= 0),
  )
  if (speaker < 0) return null
  const lengths = filled.map((column, index) =>
    [time, number, speaker].includes(index) ? -1 : column.reduce((sum, text) => sum + text.length, 0),
  )
  const longest = Math.max(...lengths)
  return longest <= 0 ? null : { number, time, speaker, text: lengths.indexOf(longest) }
}

/** Short cells that are labels of a known kind, or names that come back or stand beside times. */
const areSpeakers = (column: readonly string[], timed: boolean): boolean => {
  const names = column.map(withoutColon)
  if (names.length === 0 || names.some((name) => name.length > 40 || name.includes('\n'))) return false
  const known = names.filter((name) => labelKind(name) !== 'name' && labelKind(name) !== 'other').length
  if (!names.every((name) => labelKind(name) !== 'name' || looksLikeName(name))) return false
  const different = new Set(names.map(labelKey)).size
  return timed || known * 2 >= Math.max(4, names.length) || (different > 1 && names.length >= different * 2)
}

/** Row by row; cells of one line stand on one line with tabs between them. */
const rowLines = (row: Row): Line[] => {
  const filled = row
    .map((lines) => lines.filter((line) => lineText(line).trim() !== ''))
    .filter(({ length }) => length > 0)
  if (filled.some((lines) => lines.length > 1)) return filled.flat()
  const [first, ...others] = filled.flat()
  if (!first) return []
  const pieces = [...first.pieces, ...others.flatMap((line) => [plain('\t'), ...line.pieces])]
  return [{ pieces, heading: first.heading }]
}

const plain = (text: string) => ({ text, bold: false, italic: false })

const turnLines = (row: Row, columns: Columns, labels: Set<string>): Line[] => {
  const speaker = withoutColon(textOf(row[columns.speaker]))
  const time = textOf(row[columns.time])
  const number = textOf(row[columns.number])
  if (speaker) labels.add(labelKey(speaker))
  const head = [
    number && `${number}\t`,
    time && (/^\d/.test(time) ? `[${time}] ` : `${time} `),
    speaker && `${speaker}: `,
  ].join('')
  const said = (row[columns.text] ?? []).filter((line) => lineText(line).trim() !== '')
  const special = new Set<number>(Object.values(columns))
  const others = rowLines(row.filter((_, column) => !special.has(column)))
  const [first, ...more] = said
  const opening: Line[] = head || first ? [{ pieces: [plain(head), ...(first?.pieces ?? [])], heading: false }] : []
  return [...opening, ...more, ...others]
}
