/** A list of rows of equal height, however long: one stop for Tab, arrows and letters to move, only what is in sight drawn. */
import { useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useWindowedRows } from './windowed.ts'

export interface LongListProps<Row extends { readonly id: number }> {
  readonly label: string
  readonly rows: readonly Row[]
  /** In pixels. */
  readonly rowHeight: number
  readonly selected: ReadonlySet<number>
  /** More than one row can be selected, with Ctrl and Shift. */
  readonly multiple?: boolean
  readonly onSelect: (ids: ReadonlySet<number>) => void
  /** A press on a row without Ctrl or Shift, or Enter. */
  readonly onOpen?: (id: number) => void
  /** Space, where rows can be switched on and off. */
  readonly onToggle?: (id: number) => void
  /** What letters find. */
  readonly textOf: (row: Row) => string
  readonly checkedOf?: (row: Row) => boolean
  readonly rowClass: string
  /** Further marks on a row, for its look. */
  readonly dataOf?: (row: Row) => Readonly<Record<`data-${string}`, string | undefined>>
  readonly children: (row: Row) => ReactNode
}

/** Letters typed within this many milliseconds belong together. */
const TYPING = 700

export const LongList = <Row extends { readonly id: number }>(props: LongListProps<Row>) => {
  const { label, rows, rowHeight, selected, multiple = false, onSelect, onOpen, rowClass, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [activeId, setActiveId] = useState<number | null>(null)
  const [anchorId, setAnchorId] = useState<number | null>(null)
  const typed = useRef({ text: '', at: 0 })
  const { first, last, show } = useWindowedRows(scroller, rows.length, rowHeight, 0)
  const indexOf = (id: number | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id))
  const [firstSelected] = selected
  const active = Math.max(indexOf(activeId), activeId === null ? indexOf(firstSelected ?? null) : -1)

  const selectTo = (index: number, extend: boolean) => {
    const row = rows[index]
    if (!row) return
    setActiveId(row.id)
    show(index)
    const anchor = extend && multiple ? indexOf(anchorId ?? activeId) : -1
    if (anchor < 0) {
      setAnchorId(row.id)
      onSelect(new Set([row.id]))
      return
    }
    const [from, to] = anchor < index ? [anchor, index] : [index, anchor]
    onSelect(new Set(rows.slice(from, to + 1).map(({ id }) => id)))
  }
  const flip = (id: number) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setActiveId(id)
    setAnchorId(id)
    onSelect(next)
  }
  const find = (letter: string, now: number) => {
    const text = now - typed.current.at < TYPING ? typed.current.text + letter : letter
    typed.current = { text, at: now }
    const from = text.length === 1 ? active + 1 : Math.max(active, 0)
    const inOrder = [...rows.slice(from), ...rows.slice(0, from)]
    const found = inOrder.find((row) => props.textOf(row).toLowerCase().startsWith(text.toLowerCase()))
    if (found) selectTo(indexOf(found.id), false)
  }

  /** Answers whether the key was ours. */
  const press = (key: string, shift: boolean, at: number): boolean => {
    const next = destination(key, active, rows.length, pageOf(scroller.current, rowHeight))
    const row = rows[active]
    if (next !== null) selectTo(next, shift)
    else if (key === 'Enter' && row && onOpen) onOpen(row.id)
    else if (key === ' ' && row && props.onToggle) props.onToggle(row.id)
    else if (key === ' ' && row && multiple) flip(row.id)
    else if (key.length === 1 && /[\p{L}\p{N}]/u.test(key)) find(key, at)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, timeStamp } = event
    const isAll = (ctrlKey || metaKey) && multiple && key.toLowerCase() === 'a'
    if (isAll) onSelect(new Set(rows.map(({ id }) => id)))
    const isPlain = !altKey && !ctrlKey && !metaKey
    if (isAll || (isPlain && press(key, shiftKey, timeStamp))) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const id = rowIdAt(event.target)
    if (id === null) return
    if (multiple && (event.ctrlKey || event.metaKey)) flip(id)
    else {
      selectTo(indexOf(id), event.shiftKey)
      if (!event.shiftKey) onOpen?.(id)
    }
  }
  return (
    <div
      ref={scroller}
      className="long-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={multiple}
      aria-activedescendant={rows[active] ? `${listId}-${rows[active].id}` : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className="long-list-rows" role="presentation" style={{ blockSize: rows.length * rowHeight }}>
        {rows.slice(first, last + 1).map((row, offset) => {
          const index = first + offset
          return (
            <div
              key={row.id}
              id={`${listId}-${row.id}`}
              role="option"
              tabIndex={-1}
              className={rowClass}
              aria-selected={selected.has(row.id)}
              aria-checked={props.checkedOf?.(row)}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-row-id={row.id}
              data-active={index === active || undefined}
              style={{ transform: `translateY(${index * rowHeight}px)`, blockSize: rowHeight }}
              {...props.dataOf?.(row)}
            >
              {children(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Which row an element of the list is in. */
export const rowIdAt = (target: EventTarget): number | null => {
  const id = target instanceof Element ? target.closest('[data-row-id]')?.getAttribute('data-row-id') : null
  return id ? Number(id) : null
}

const pageOf = (scroller: HTMLElement | null, rowHeight: number) =>
  Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 1)

const destination = (key: string, from: number, count: number, page: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? null : Math.max(0, Math.min(to, count - 1))
}
