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
  const index = withMaxEnd({
    id: Int32Array.from(columns.id),
    codeId: Int32Array.from(columns.codeId),
    coderId: Int32Array.from(columns.coderId),
    start: Int32Array.from(columns.start),
    end: Int32Array.from(columns.end),
    createdAt: columns.createdAt,
  })
  const rows = [...index.id.keys()]
  const isSorted = rows.every((row) => row === 0 || rowsByPlace(index, row - 1, index, row) <= 0)
  return isSorted
    ? index
    : pick(
        index,
        rows.toSorted((a, b) => rowsByPlace(index, a, index, b)),
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
  const incoming = indexCodings(columnsOf([...added.values()].toSorted(byPlace)))
  return merge(index, incoming, (row) => !gone.has(index.id[row] as number))
}

/** Only the codings that `keep` accepts. */
export const filterCodings = (index: CodingIndex, keep: (codeId: number, coderId: number) => boolean): CodingIndex => {
  const rows: number[] = []
  for (let row = 0; row < index.size; row++)
    if (keep(index.codeId[row] as number, index.coderId[row] as number)) rows.push(row)
  return rows.length === index.size ? index : pick(index, rows)
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

const rowsByPlace = (a: CodingIndex, rowA: number, b: CodingIndex, rowB: number) =>
  (a.start[rowA] as number) - (b.start[rowB] as number) ||
  (b.end[rowB] as number) - (a.end[rowA] as number) ||
  (a.id[rowA] as number) - (b.id[rowB] as number)

const columnsOf = (rows: readonly Row[]): CodingColumns => ({
  id: rows.map(({ id }) => id),
  codeId: rows.map(({ codeId }) => codeId),
  coderId: rows.map(({ coderId }) => coderId),
  start: rows.map(({ start }) => start),
  end: rows.map(({ end }) => end),
  createdAt: rows.map(({ createdAt }) => createdAt),
})

/** Two sorted indexes as one, of the first only the rows that `keeps`. Copies numbers only: this runs at every coding. */
const merge = (a: CodingIndex, b: CodingIndex, keeps: (row: number) => boolean): CodingIndex => {
  const order = new Int32Array(a.size + b.size)
  let size = 0
  let next = 0
  for (let row = 0; row < a.size; row++) {
    if (!keeps(row)) continue
    while (next < b.size && rowsByPlace(b, next, a, row) < 0) order[size++] = ~next++
    order[size++] = row
  }
  while (next < b.size) order[size++] = ~next++
  return pick(a, order.subarray(0, size), b)
}

/** The index made of these rows of `from`; a negative one is a row of `other`, as `~row`. */
const pick = (from: CodingIndex, rows: ArrayLike<number>, other = from): CodingIndex => {
  const column = (name: 'id' | 'codeId' | 'coderId' | 'start' | 'end') => {
    const numbers = new Int32Array(rows.length)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      numbers[at] = (row < 0 ? other[name][~row] : from[name][row]) as number
    }
    return numbers
  }
  const createdAt: string[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    createdAt.push((row < 0 ? other.createdAt[~row] : from.createdAt[row]) as string)
  }
  return withMaxEnd({
    id: column('id'),
    codeId: column('codeId'),
    coderId: column('coderId'),
    start: column('start'),
    end: column('end'),
    createdAt,
  })
}

const withMaxEnd = (sorted: Omit<CodingIndex, 'size' | 'maxEnd'>): CodingIndex => {
  const maxEnd = new Int32Array(sorted.end.length)
  let highest = -1
  for (let row = 0; row < maxEnd.length; row++) {
    highest = Math.max(highest, sorted.end[row] as number)
    maxEnd[row] = highest
  }
  return { ...sorted, size: maxEnd.length, maxEnd }
}

export const noCodings: CodingIndex = indexCodings({
  id: [],
  codeId: [],
  coderId: [],
  start: [],
  end: [],
  createdAt: [],
})
