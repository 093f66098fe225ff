/** The two ends of the selected coding, to be dragged: by whole words, with Alt exactly. Keys do the same. */
import { type PointerEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Span } from '../../../contract/span.ts'
import { snapToGraphemes, snapToWords } from './boundaries.ts'
import { rowOf, spanAt } from './codingIndex.ts'
import type { CodeName } from './names.ts'
import type { ReaderView } from './readerView.ts'

interface HandlesProps {
  readonly view: ReaderView
  readonly names: ReadonlyMap<number, CodeName>
  readonly selected: readonly number[]
  /** Nobody moves the ends of a colleague's coding. */
  readonly me: number
  readonly onResize: (id: number, span: Span) => void | Promise<void>
}

const ENDS = ['start', 'end'] as const
type End = (typeof ENDS)[number]

export const Handles = ({ view, names, selected, me, onResize }: HandlesProps) => {
  // A coding moves without this component's parent hearing of it.
  useSyncExternalStore((listener) => view.subscribe('frame', listener), view.frame)
  const layer = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<Span | null>(null)
  const codings = view.codings()
  const row = selected.length === 1 ? rowOf(codings, selected[0] as number) : -1
  const span = row < 0 || codings.coderId[row] !== me ? null : (dragged ?? spanAt(codings, row))
  const { start = -1, end = -1 } = span ?? {}

  // Positions are read from the page, which has its layout only after the text was painted.
  useLayoutEffect(() => {
    const place = () => {
      if (start >= 0 && layer.current) placeHandles(view, layer.current, { start, end })
    }
    place()
    return view.subscribe('frame', place)
  }, [view, start, end])

  if (!span || row < 0) return null
  const id = codings.id[row] as number
  const color = names.get(codings.codeId[row] as number)?.color ?? 0

  const drag = (which: End) => (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const next = draggedTo(view, span, which, event)
    if (!next) return
    setDragged(next)
    view.preview(id, next)
  }
  const drop = async () => {
    if (!dragged) return
    await onResize(id, dragged)
    setDragged(null)
    view.choose(selected)
  }

  return (
    <div ref={layer} className="reader-handles" aria-hidden="true" data-color={color}>
      {ENDS.map((which) => (
        <span
          key={which}
          className={`reader-handle ${which}`}
          data-end={which}
          onPointerDown={(event) => {
            event.preventDefault()
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={drag(which)}
          onPointerUp={() => void drop()}
          onPointerCancel={() => {
            setDragged(null)
            view.choose(selected)
          }}
        />
      ))}
    </div>
  )
}

const draggedTo = (view: ReaderView, span: Span, which: End, event: PointerEvent<HTMLElement>): Span | null => {
  const layer = event.currentTarget.parentElement
  layer?.classList.add('dragging')
  const offset = view.geometry.offsetNear(event.clientX, event.clientY)
  layer?.classList.remove('dragging')
  if (offset === null) return null
  const marked = { ...span, [which]: offset }
  if (marked.start >= marked.end) return null
  const { text, language } = view.document
  return event.altKey ? snapToGraphemes(text, marked, language) : snapToWords(text, marked, language)
}

const placeHandles = (view: ReaderView, layer: HTMLElement, span: Span) => {
  const origin = layer.getBoundingClientRect()
  for (const which of ENDS) {
    const handle = layer.querySelector<HTMLElement>(`[data-end="${which}"]`)
    const rect = view.geometry.rectAt(span[which], which)
    if (!handle) continue
    handle.hidden = !rect
    if (!rect) continue
    handle.style.left = `${(which === 'start' ? rect.left : rect.right) - origin.left}px`
    handle.style.top = `${rect.top - origin.top}px`
    handle.style.height = `${rect.height}px`
  }
}
