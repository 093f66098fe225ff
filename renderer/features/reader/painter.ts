/** Paints spans with a fixed set of CSS Custom Highlights; between two paintings only what differs is touched. */
import type { Span } from '../../../contract/span.ts'
import type { Geometry } from './geometry.ts'

/** Names of the rules in highlights.css; a later one lies over an earlier one. */
export type Layer =
  | `coding-${number}`
  | `coding-below-${number}`
  | `coding-selected-${number}`
  | 'reader-found'
  | 'reader-arrived'
  | 'reader-selection'
  | 'reader-found-here'

const priorityOf = (layer: Layer): number => {
  if (layer === 'reader-found') return 4
  if (layer === 'reader-arrived') return 5
  if (layer === 'reader-selection') return 6
  if (layer === 'reader-found-here') return 7
  return layer.startsWith('coding-selected') ? 3 : layer.startsWith('coding-below') ? 2 : 1
}

/** The page's own highlight of that name; readers side by side share it. */
const highlightOf = (layer: Layer): Highlight => {
  const known = CSS.highlights.get(layer)
  if (known) return known
  const made = new Highlight()
  made.priority = priorityOf(layer)
  CSS.highlights.set(layer, made)
  return made
}

export interface Painted extends Span {
  readonly layer: Layer
}

export class Painter {
  readonly #geometry: Geometry
  /** What is registered now, by group, layer and span. */
  readonly #groups = new Map<string, Map<string, { readonly highlight: Highlight; readonly range: AbstractRange }>>()

  constructor(geometry: Geometry) {
    this.#geometry = geometry
  }

  /** Makes the spans of `group` exactly these; other groups stay as they are. */
  paint(group: string, spans: readonly Painted[]): void {
    const before = this.#groups.get(group) ?? new Map<string, { highlight: Highlight; range: AbstractRange }>()
    const now: typeof before = new Map()
    for (const span of spans) {
      const key = `${span.layer} ${span.start} ${span.end}`
      const kept = before.get(key)
      before.delete(key)
      const range = kept?.range ?? this.#rangeOf(span)
      if (!range) continue
      const highlight = kept?.highlight ?? highlightOf(span.layer)
      if (!kept) highlight.add(range)
      now.set(key, { highlight, range })
    }
    for (const { highlight, range } of before.values()) highlight.delete(range)
    this.#groups.set(group, now)
  }

  /** The elements of the text were made anew: nothing that is registered still points into the page. */
  clear(): void {
    for (const group of this.#groups.values())
      for (const { highlight, range } of group.values()) highlight.delete(range)
    this.#groups.clear()
  }

  #rangeOf({ start, end }: Span): AbstractRange | null {
    const from = this.#geometry.pointAt(start, 'start')
    const to = this.#geometry.pointAt(end, 'end')
    if (!from || !to) return null
    // The text never changes here, so the cheaper range that follows no changes is enough.
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }
}
