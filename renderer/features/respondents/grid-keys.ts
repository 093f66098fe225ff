/** What a key press means in the table of attributes while no cell is being edited. */
import { at, clamp, move, type Chosen, type Size } from './grid.ts'
import type { TableColumn } from './table-model.ts'

export type GridAction =
  | { readonly kind: 'choose'; readonly chosen: Chosen }
  /** `typed` null: the value as it is. */
  | { readonly kind: 'edit'; readonly typed: string | null }
  | { readonly kind: 'open' | 'menu' | 'clear' }

interface Pressed {
  readonly key: string
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** Null: the key is not ours. */
export const actionOf = (
  pressed: Pressed,
  chosen: Chosen,
  size: Size,
  column: TableColumn | undefined,
): GridAction | null =>
  moveBy(pressed, chosen, size) ?? (chosen.active.row < 0 ? inHead(pressed) : inCell(pressed, chosen, size, column))

const moveBy = ({ key, mod, alt, shift }: Pressed, { active, anchor }: Chosen, size: Size): GridAction | null => {
  const next = alt ? null : move(active, key, mod, size)
  if (!next) return null
  return { kind: 'choose', chosen: shift ? { active: clamp(next, size, 0), anchor } : at(clamp(next, size, -1)) }
}

const inHead = ({ key, alt }: Pressed): GridAction | null =>
  key === 'Enter' || key === 'F10' || (alt && key === 'ArrowDown') ? { kind: 'menu' } : null

const inCell = (
  { key, mod, alt }: Pressed,
  { active }: Chosen,
  size: Size,
  column: TableColumn | undefined,
): GridAction | null => {
  switch (key) {
    case 'Enter':
      return column?.kind === 'attribute' ? { kind: 'edit', typed: null } : { kind: 'open' }
    case 'F2':
      return { kind: 'edit', typed: null }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case 'Escape':
      return { kind: 'choose', chosen: at(active) }
    default:
  }
  if (mod && key.toLowerCase() === 'a')
    return {
      kind: 'choose',
      chosen: { anchor: { row: 0, column: 0 }, active: { row: size.rows - 1, column: size.columns - 1 } },
    }
  return key.length === 1 && !mod && !alt ? { kind: 'edit', typed: key } : null
}
