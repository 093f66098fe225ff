/** The codings of one document as sorted columns that answer, in microseconds, which of them hold a place or a window. */
import type { Coding, CodingColumns } from '../../../contract/codings.ts'
import { lowerBound, type Span } from '../../../contract/span.ts'

/** Immutable. Row i of every column is one coding; sorted by start, then by descending end, then by id. */
export interface CodingIndex {
  readonly size: number
  readonly id: Int32Array
  readonly codeId: Int32Array
  readonly coderId: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly createdAt: readonly string[]
  /** The largest end of the rows up to and including i: what ends a walk back early. */
  readonly maxEnd: Int32Array
}

type Row = Omit<Coding, 'documentId'>

/** From the columns of the wire, in whatever order they come. */
export const indexCodings = (columns: CodingColumns): CodingIndex => {
  const rows = columns.id.map((id, row): Row => ({
    id,
    codeId: columns.codeId[row] ?? 0,
    coderId: columns.coderId[row] ?? 0,
    start: columns.start[row] ?? 0,
    end: columns.end[row] ?? 0,
    createdAt: columns.createdAt[row] ?? '',
  }))
  return fromRows(
    rows.every((row, at) => at === 0 || byPlace(rows[at - 1] as Row, row) <= 0) ? rows : rows.toSorted(byPlace),
  )
}

/** The index after a change: rows of `put` are new or replace those of the same id, `removed` go. */
export const patchCodings = (
  index: CodingIndex,
  { put, removed }: { readonly put: readonly Row[]; readonly removed: readonly number[] },
): CodingIndex => {
  const gone = new Set([...removed, ...put.map(({ id }) => id)])
  const added = new Map(put.map((row) => [row.id, row]))
  for (const id of removed) added.delete(id)
  if (added.size === 0 && !index.id.some((id) => gone.has(id))) return index
  const incoming = [...added.values()].toSorted(byPlace)
  const rows: Row[] = []
  let next = 0
  for (let row = 0; row < index.size; row++) {
    if (gone.has(index.id[row] as number)) continue
    const kept = codingAt(index, row)
    while (next < incoming.length && byPlace(incoming[next] as Row, kept) < 0) rows.push(incoming[next++] as Row)
    rows.push(kept)
  }
  return fromRows([...rows, ...incoming.slice(next)])
}

/** Only the codings that `keep` accepts. */
export const filterCodings = (index: CodingIndex, keep: (codeId: number, coderId: number) => boolean): CodingIndex => {
  const rows: Row[] = []
  for (let row = 0; row < index.size; row++)
    if (keep(index.codeId[row] as number, index.coderId[row] as number)) rows.push(codingAt(index, row))
  return rows.length === index.size ? index : fromRows(rows)
}

/** Rows that share at least one unit with the window, ascending. */
export const codingsIn = (index: CodingIndex, { start, end }: Span): number[] => {
  const found: number[] = []
  for (let row = lowerBound(index.start, end) - 1; row >= 0 && (index.maxEnd[row] as number) > start; row--)
    if ((index.end[row] as number) > start) found.push(row)
  return found.toReversed()
}

/** Rows that hold the unit at `offset`, the shortest first; of equals the older (smaller id) first. */
export const codingsAt = (index: CodingIndex, offset: number): number[] =>
  codingsIn(index, { start: offset, end: offset + 1 }).toSorted(
    (a, b) => lengthAt(index, a) - lengthAt(index, b) || (index.id[a] as number) - (index.id[b] as number),
  )

/** Row of the coding with this id, -1 when it is not here. */
export const rowOf = (index: CodingIndex, id: number): number => index.id.indexOf(id)

export const spanAt = (index: CodingIndex, row: number): Span => ({
  start: index.start[row] as number,
  end: index.end[row] as number,
})

export const lengthAt = (index: CodingIndex, row: number): number =>
  (index.end[row] as number) - (index.start[row] as number)

export const codingAt = (index: CodingIndex, row: number): Row => ({
  id: index.id[row] as number,
  codeId: index.codeId[row] as number,
  coderId: index.coderId[row] as number,
  start: index.start[row] as number,
  end: index.end[row] as number,
  createdAt: index.createdAt[row] as string,
})

const byPlace = (a: Row, b: Row) => a.start - b.start || b.end - a.end || a.id - b.id

const fromRows = (rows: readonly Row[]): CodingIndex => {
  const maxEnd = new Int32Array(rows.length)
  let highest = -1
  rows.forEach((row, at) => {
    highest = Math.max(highest, row.end)
    maxEnd[at] = highest
  })
  return {
    size: rows.length,
    id: Int32Array.from(rows, (row) => row.id),
    codeId: Int32Array.from(rows, (row) => row.codeId),
    coderId: Int32Array.from(rows, (row) => row.coderId),
    start: Int32Array.from(rows, (row) => row.start),
    end: Int32Array.from(rows, (row) => row.end),
    createdAt: rows.map((row) => row.createdAt),
    maxEnd,
  }
}

export const noCodings: CodingIndex = fromRows([])
