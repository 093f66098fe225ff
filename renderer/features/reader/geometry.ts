/** Between offsets of the text and the page: points, lines, what is in view, and what lies under the pointer. */
import type { Span } from '../../../contract/span.ts'
import { type Paragraph, paragraphAt } from './paragraphs.ts'

/** In pixels from the top of the text's root element. */
export interface Line {
  readonly top: number
  readonly bottom: number
}
export interface Place {
  readonly node: Node
  readonly offset: number
}
type Side = 'start' | 'end'

export class Geometry {
  readonly #root: HTMLElement
  readonly #scroller: HTMLElement
  readonly #elements: readonly HTMLElement[]
  readonly #paragraphs: readonly Paragraph[]
  readonly #starts: readonly number[]
  /** Lines that were measured, from the top of their paragraph, by offset; valid for one width of the text. */
  readonly #lines = { start: new Map<number, Line>(), end: new Map<number, Line>() }
  readonly #ruler = new Range()

  constructor(parts: {
    readonly root: HTMLElement
    readonly scroller: HTMLElement
    readonly elements: readonly HTMLElement[]
    readonly paragraphs: readonly Paragraph[]
  }) {
    this.#root = parts.root
    this.#scroller = parts.scroller
    this.#elements = parts.elements
    this.#paragraphs = parts.paragraphs
    this.#starts = parts.paragraphs.map(({ start }) => start)
  }

  /** The width or the font changed: every line may lie elsewhere. */
  forget(): void {
    this.#lines.start.clear()
    this.#lines.end.clear()
  }

  /** Paragraphs that are at least partly in view, first and last. */
  inView(): { readonly first: number; readonly last: number } {
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    return { first: this.#firstBelow(top), last: this.#firstBelow(bottom) }
  }

  /** The text of paragraphs `first` to `last`. */
  textOf(first: number, last: number): Span {
    return { start: this.#paragraphs[first]?.start ?? 0, end: this.#paragraphs[last]?.end ?? 0 }
  }

  paragraphOf(offset: number): number {
    return paragraphAt(this.#starts, offset)
  }

  topOf(paragraph: number): number {
    return this.#elements[paragraph]?.offsetTop ?? 0
  }

  /** Point in the page: `start` stands before the unit at `offset`, `end` after the one before it. */
  pointAt(offset: number, side: Side): Place | null {
    const place = this.paragraphOf(side === 'end' ? Math.max(0, offset - 1) : offset)
    const paragraph = this.#paragraphs[place]
    const element = this.#elements[place]
    if (!paragraph || !element) return null
    const inside = Math.min(Math.max(offset, paragraph.start), paragraph.end)
    const number = paragraph.pieces.findIndex(({ end }) => (side === 'start' ? inside < end : inside <= end))
    const found = number < 0 ? paragraph.pieces.length - 1 : number
    const node = element.children[found]?.firstChild
    const piece = paragraph.pieces[found]
    return node && piece ? { node, offset: inside - piece.start } : { node: element, offset: 0 }
  }

  /** The line that holds the first unit at `offset` (`start`), or the last unit before it (`end`). */
  lineAt(offset: number, side: Side): Line {
    return this.linesNow()(offset, side)
  }

  /** `lineAt` for many places at one moment: asks the page once per paragraph, not once per place. */
  linesNow(): (offset: number, side: Side) => Line {
    const tops = new Map<number, number>()
    const rootTop = this.#root.getBoundingClientRect().top
    return (offset, side) => {
      const place = this.paragraphOf(side === 'end' ? Math.max(0, offset - 1) : offset)
      const element = this.#elements[place]
      const top = tops.get(place) ?? this.topOf(place)
      tops.set(place, top)
      const known = this.#lines[side].get(offset)
      const line = known ?? this.#measure(element, rootTop + top, offset, side)
      if (!known) this.#lines[side].set(offset, line)
      return { top: top + line.top, bottom: top + line.bottom }
    }
  }

  /** Where a character stands on the screen; null where it is not laid out. */
  rectAt(offset: number, side: Side): DOMRect | null {
    const from = side === 'start' ? offset : Math.max(0, offset - 1)
    const a = this.pointAt(from, 'start')
    const b = this.pointAt(from + 1, 'end')
    if (!a || !b) return null
    this.#ruler.setStart(a.node, a.offset)
    this.#ruler.setEnd(b.node, b.offset)
    const rects = this.#ruler.getClientRects()
    return rects[side === 'start' ? 0 : rects.length - 1] ?? null
  }

  /** The offset nearest to a point of the screen; null outside the text. */
  offsetNear(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y)
    return position ? this.offsetOf(position.offsetNode, position.offset) : null
  }

  /** The unit that is drawn at a point of the screen; null between lines, in margins and after the last word. */
  unitAt(x: number, y: number): number | null {
    const near = this.offsetNear(x, y)
    if (near === null) return null
    for (const unit of [near, near - 1]) {
      const rect = unit < 0 ? null : this.rectAt(unit, 'start')
      if (rect && rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom) return unit
    }
    return null
  }

  /** The offset of a point in the page; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    // On the text itself, as after "select all": before the paragraph of that number.
    if (node === this.#root) return this.#paragraphs[offset]?.start ?? this.#paragraphs.at(-1)?.end ?? 0
    const inside = node instanceof Element ? node : node.parentElement
    const element = inside?.closest<HTMLElement>('[data-paragraph]')
    if (!element || !this.#root.contains(element)) return null
    const paragraph = this.#paragraphs[Number(element.dataset['paragraph'])]
    if (!paragraph) return null
    if (node === element) return paragraph.pieces[offset]?.start ?? paragraph.end
    const piece = paragraph.pieces[[...element.children].findIndex((each) => each.contains(node))]
    return piece ? offsetInPiece(piece, node, offset) : paragraph.start
  }

  /** From the top of the paragraph, which is at `top` on the screen. */
  #measure(element: HTMLElement | undefined, top: number, offset: number, side: Side): Line {
    const rect = this.rectAt(offset, side)
    if (!rect || rect.height === 0) return { top: 0, bottom: element?.offsetHeight ?? 0 }
    return { top: rect.top - top, bottom: rect.bottom - top }
  }

  #firstBelow(y: number): number {
    let low = 0
    let high = this.#elements.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#elements[middle] as HTMLElement).getBoundingClientRect().bottom <= y) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** On the element of a piece, unlike in its text, an offset counts children. */
const offsetInPiece = ({ start, end }: Span, node: Node, offset: number): number =>
  node.nodeType === Node.TEXT_NODE ? start + offset : offset === 0 ? start : end
