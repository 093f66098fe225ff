/** Walking over a table by the keyboard: one stop of the Tab key, arrows inside, and the focus follows. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

/** Row -1 is the header, column -1 the codes, the column after the last the totals. */
export interface Place {
  readonly row: number
  readonly column: number
}
export const isSamePlace = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column
export const placeId = ({ row, column }: Place): string => `${row} ${column}`

/** What an element of the table needs to take part: it must be a button, and have `data-at`. */
export interface Walk {
  readonly at: Place
  readonly meet: (place: Place) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}
const PAGE = 10

/** `show` scrolls a place into view, where it may not be drawn yet. */
export const useWalk = ({
  box,
  height,
  width,
  show,
  onCopy,
}: {
  readonly box: { readonly current: HTMLElement | null }
  readonly height: number
  readonly width: number
  readonly show: (place: Place) => void
  readonly onCopy: () => void
}): Walk => {
  const [asked, setAsked] = useState<Place>({ row: 0, column: 0 })
  const at = { row: Math.min(asked.row, height - 1), column: Math.min(asked.column, width) }
  // A place that was out of view is drawn first and takes the focus then.
  const isMoving = useRef(false)
  useEffect(() => {
    if (!isMoving.current) return
    const target = box.current?.querySelector<HTMLElement>(`[data-at="${placeId(at)}"]`)
    if (!target) return
    isMoving.current = false
    target.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      onCopy()
      return
    }
    const to = placeAfter(event, at, height, width)
    if (!to) return
    event.preventDefault()
    isMoving.current = true
    setAsked(to)
    show(to)
  }
  return { at, meet: setAsked, onKeyDown }
}

/** Arrows, Home and End, Page Up and Down; with Ctrl to the edges and corners. */
const placeAfter = (event: KeyboardEvent, { row, column }: Place, height: number, width: number): Place | null => {
  const isFar = event.ctrlKey || event.metaKey
  const rowAt = (wanted: number) => Math.max(-1, Math.min(height - 1, wanted))
  const columnAt = (wanted: number) => Math.max(-1, Math.min(width, wanted))
  const step = isFar ? Number.MAX_SAFE_INTEGER : 1
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: { row: rowAt(row - step), column },
    ArrowDown: { row: rowAt(row + step), column },
    ArrowLeft: { row, column: columnAt(column - step) },
    ArrowRight: { row, column: columnAt(column + step) },
    PageUp: { row: rowAt(row - PAGE), column },
    PageDown: { row: rowAt(row + PAGE), column },
    Home: { row: isFar ? -1 : row, column: -1 },
    End: { row: isFar ? height - 1 : row, column: width },
  }
  return moves[event.key] ?? null
}
