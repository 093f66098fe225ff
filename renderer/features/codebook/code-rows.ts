/** The codebook as the tree shows it, and where codes go when they are moved in it. Pure. */
import { fold, type PathedCode } from '../coding/code-matching.ts'

/** A row of the tree; without a code it is the place of one that is being made. */
export interface CodeRow {
  readonly id: number
  readonly code: PathedCode | null
  /** False for a code that is only shown because something below it was found. */
  readonly isFound: boolean
  readonly children: readonly CodeRow[]
}
/** The row of a code that is being made. */
export const NEW_ROW = 0

export interface RowsOptions {
  readonly filter: string
  readonly showArchived: boolean
  /** Compares siblings; null: their own order. */
  readonly compare: ((a: PathedCode, b: PathedCode) => number) | null
  /** Under which code a new one is being made; undefined: nowhere. */
  readonly newUnder: number | null | undefined
}

/** `codes` depth first, siblings in their order. */
export const codeRows = (codes: readonly PathedCode[], options: RowsOptions): CodeRow[] => {
  const words = fold(options.filter)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const found = (code: PathedCode) => {
    const name = words.length === 0 ? '' : fold([code.name, code.definition].join(' '))
    return words.every((word) => name.includes(word))
  }
  const children = Map.groupBy(codes, ({ parentId }) => parentId)
  const rowsBelow = (parentId: number | null): CodeRow[] => {
    const siblings = (children.get(parentId) ?? []).filter(({ archived }) => options.showArchived || !archived)
    const rows = (options.compare ? siblings.toSorted(options.compare) : siblings)
      .map((code): CodeRow => ({ id: code.id, code, isFound: found(code), children: rowsBelow(code.id) }))
      .filter((row) => row.isFound || row.children.length > 0)
    return options.newUnder === parentId ? [...rows, { id: NEW_ROW, code: null, isFound: true, children: [] }] : rows
  }
  return rowsBelow(null)
}

/** The rows in sight, from the top: what is below a folded row is not. */
export const visibleRows = (rows: readonly CodeRow[], folded: ReadonlySet<number>): CodeRow[] =>
  rows.flatMap((row) => [row, ...(folded.has(row.id) ? [] : visibleRows(row.children, folded))])

/** What `codes.move` takes. */
export interface Move {
  readonly ids: number[]
  readonly parentId: number | null
  readonly before: number | null
}
export type Direction = 'up' | 'down' | 'in' | 'out'

const siblingsOf = (codes: readonly PathedCode[], parentId: number | null) =>
  codes.filter((code) => code.parentId === parentId)

/** One step of codes that stand side by side under one parent; null where there is no such step. */
export const moveByKey = (codes: readonly PathedCode[], ids: readonly number[], direction: Direction): Move | null => {
  const moved = codes.filter(({ id }) => ids.includes(id))
  const [first] = moved
  if (!first || moved.some(({ parentId }) => parentId !== first.parentId)) return null
  const { parentId } = first
  const siblings = siblingsOf(codes, parentId)
  const places = moved.map((code) => siblings.indexOf(code))
  const above = siblings[Math.min(...places) - 1]
  const below = siblings[Math.max(...places) + 1]
  const step = (to: number | null, before: number | null): Move => ({
    ids: moved.map(({ id }) => id),
    parentId: to,
    before,
  })
  if (direction === 'up') return above ? step(parentId, above.id) : null
  if (direction === 'down') return below ? step(parentId, siblings[siblings.indexOf(below) + 1]?.id ?? null) : null
  if (direction === 'in') return above ? step(above.id, null) : null
  const parent = codes.find(({ id }) => id === parentId)
  if (!parent) return null
  const uncles = siblingsOf(codes, parent.parentId)
  return step(parent.parentId, uncles[uncles.indexOf(parent) + 1]?.id ?? null)
}

/** Where a drop on, before or after a row (null: on the empty ground) puts the codes. */
export const moveByDrop = (
  codes: readonly PathedCode[],
  ids: readonly number[],
  target: { readonly id: number; readonly position: 'on' | 'before' | 'after' } | null,
): Move => {
  const goal = codes.find(({ id }) => id === target?.id)
  if (!target || !goal) return { ids: [...ids], parentId: null, before: null }
  if (target.position === 'on') return { ids: [...ids], parentId: goal.id, before: null }
  const siblings = siblingsOf(codes, goal.parentId)
  const next = siblings[siblings.indexOf(goal) + 1]
  return { ids: [...ids], parentId: goal.parentId, before: target.position === 'before' ? goal.id : (next?.id ?? null) }
}

/** The ids of codes and of all below them. */
export const branchOf = (codes: readonly PathedCode[], ids: readonly number[]): Set<number> => {
  const branch = new Set(ids)
  for (const { id, parentId } of codes) if (parentId !== null && branch.has(parentId)) branch.add(id)
  return branch
}
