/** Which items of a long list or row are in view, so that only those are drawn. Measured where their size differs. */
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'

export interface InView {
  readonly items: readonly VirtualItem[]
  /** Of all items, in pixels; and what is out of view before and after those that are drawn. */
  readonly size: number
  readonly before: number
  readonly after: number
  /** Give it to an element with `data-index`, to have its size measured. */
  readonly measure: (element: Element | null) => void
  readonly show: (index: number) => void
}

/** `size`: of an item in pixels, or what it is expected to be. */
export const useInView = ({
  box,
  count,
  size,
  extra,
  isHorizontal = false,
}: {
  /** What scrolls. */
  readonly box: { readonly current: HTMLElement | null }
  readonly count: number
  readonly size: number
  /** Items drawn beyond the edges. */
  readonly extra: number
  readonly isHorizontal?: boolean
}): InView => {
  // The virtualizer is changed in place: what it says now must not be remembered for the next time.
  'use no memo'
  const virtualizer = useVirtualizer({
    count,
    horizontal: isHorizontal,
    getScrollElement: () => box.current,
    estimateSize: () => size,
    overscan: extra,
  })
  const items = virtualizer.getVirtualItems()
  const total = virtualizer.getTotalSize()
  return {
    items,
    size: total,
    before: items[0]?.start ?? 0,
    after: total - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
    show: (index) => {
      virtualizer.scrollToIndex(index)
    },
  }
}
