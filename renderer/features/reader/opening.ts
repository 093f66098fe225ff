/**
 * Opens a long text in stages: only what is in view is laid out before the first painting, the rest in idle slices.
 * Left on for good, `content-visibility: auto` makes scrolling jerk; so it is taken away when all is laid out.
 */
const SLICE_MS = 6
const AT_ONCE = 8

export interface Opening {
  /** Lays these paragraphs out now, because they are about to be measured. */
  need(first: number, last: number): void
  dispose(): void
}

/** `root` gets the class `opening` meanwhile; `onProgress` follows each slice, when what lies below may have moved. */
export const openInStages = (root: HTMLElement, elements: readonly HTMLElement[], onProgress: () => void): Opening => {
  let next = 0
  let idle = 0
  let done = elements.length <= AT_ONCE
  if (!done) root.classList.add('opening')

  const need = (first: number, last: number) => {
    if (done) return
    for (let place = Math.max(0, first); place <= Math.min(last, elements.length - 1); place++)
      elements[place]?.style.setProperty('content-visibility', 'visible')
  }
  const finish = () => {
    done = true
    root.classList.remove('opening')
    for (const element of elements) {
      element.style.removeProperty('content-visibility')
      element.style.removeProperty('contain-intrinsic-block-size')
    }
  }
  const slice = () => {
    const begun = performance.now()
    do {
      need(next, next + AT_ONCE - 1)
      next += AT_ONCE
      elements[Math.min(next, elements.length) - 1]?.getBoundingClientRect()
    } while (next < elements.length && performance.now() - begun < SLICE_MS)
    if (next >= elements.length) finish()
    else idle = requestIdleCallback(slice)
    onProgress()
  }
  if (!done) idle = requestIdleCallback(slice)
  return { need, dispose: () => cancelIdleCallback(idle) }
}
