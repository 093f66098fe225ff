/** A table in a .csv file: names in the first column, one attribute in each further one. */
import papaparse from 'papaparse'
import type { Encoding } from '../../../contract/imports.ts'
import { clean } from './canonical.ts'
import { decodeText } from './encoding.ts'
import { Unreadable, unreadableFile } from './unreadable.ts'

export interface ReadTable {
  readonly encoding: Encoding
  readonly delimiter: ';' | ',' | '\t'
  /** Heads of the columns, the first one (names) included; as many as the widest row has cells. */
  readonly columns: readonly string[]
  /** `line` counts from 1 in the file, head included. Cells are trimmed, as many as there are columns. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** Throws `AppError` unreadable-file: no text, nothing under the head, or a quotation mark that is never closed. */
export const readTable = (bytes: Uint8Array, fileName: string): ReadTable => {
  try {
    if (bytes.length === 0) throw new Unreadable('empty')
    const { text, encoding } = decodeText(bytes, null)
    return { encoding, ...parse(clean(text)) }
  } catch (error) {
    if (error instanceof Unreadable) throw unreadableFile(fileName, error.reason, error.place)
    throw error
  }
}

const parse = (text: string): Omit<ReadTable, 'encoding'> => {
  const delimiter = delimiterOf(text)
  const read: { line: number; cells: string[] }[] = []
  let line = 1
  let from = 0
  papaparse.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      if (errors.some(({ type }) => type === 'Quotes')) throw new Unreadable('damaged', `line ${line}`)
      const cells = data.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) read.push({ line, cells })
      line += text.slice(from, meta.cursor).split('\n').length - 1
      from = meta.cursor
    },
  })
  const [head, ...rows] = read
  if (!head || rows.length === 0) throw new Unreadable('no-text')
  const width = Math.max(...rows.map(({ cells }) => lastFilled(cells)), lastFilled(head.cells))
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '')
  return {
    delimiter,
    columns: padded(head.cells),
    rows: rows.map((row) => ({ line: row.line, cells: padded(row.cells) })),
  }
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1

const delimiters = [';', ',', '\t'] as const

/** The one that stands most often in the head, outside quotation marks; a decimal comma never stands there. */
const delimiterOf = (text: string): ReadTable['delimiter'] => {
  const head =
    text
      .trimStart()
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/gu, '') ?? ''
  const counts = delimiters.map((delimiter) => head.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
