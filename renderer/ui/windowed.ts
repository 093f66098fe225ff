/** Which rows of a long list of equal heights are in sight, so that only those are drawn. */
import { useEffect, useState, type RefObject } from 'react'

/** Rows drawn above and below the window, so that scrolling shows no gap. */
const MARGIN = 12

/** `scroller` holds `count` rows of `height` pixels, the first one `head` pixels from its top. */
export const useWindowedRows = (
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  head: number,
): { readonly first: number; readonly last: number; readonly show: (row: number) => void } => {
  const [sight, setSight] = useState({ first: 0, last: 40 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const first = Math.floor(element.scrollTop / height) - MARGIN
      const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + MARGIN
      setSight((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, height])
  return {
    first: Math.max(0, Math.min(sight.first, count - 1)),
    last: Math.min(count - 1, sight.last),
    /** Scrolls a row into sight, and no further than that. */
    show: (row) => {
      const element = scroller.current
      if (!element) return
      const top = row * height
      if (top < element.scrollTop) element.scrollTo({ top })
      const bottom = top + height + head
      if (bottom > element.scrollTop + element.clientHeight) element.scrollTo({ top: bottom - element.clientHeight })
    },
  }
}
