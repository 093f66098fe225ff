/** What is marked in the text: caret or selection, snapped to what would be coded, kept while the focus is elsewhere. */
import type { DocumentText } from '../../../contract/documents.ts'
import type { Span } from '../../../contract/span.ts'
import { snapToGraphemes, snapToWords } from './boundaries.ts'
import type { Geometry } from './geometry.ts'
import type { Painter } from './painter.ts'

/** Where the selection was begun and where it is now; equal for a caret. */
export interface Marks {
  readonly anchor: number
  readonly focus: number
}

/** What is selected, ready to be coded. */
export interface Selected extends Span {
  /** The words of the span. */
  readonly quote: string
}

interface Parts {
  readonly root: HTMLElement
  readonly document: DocumentText
  readonly geometry: Geometry
  readonly painter: Painter
}

const POINTER = ['pointerdown', 'pointermove', 'pointerup'] as const

export class Marking {
  readonly #parts: Parts
  readonly #onMove: () => void
  #marks: Marks | null = null
  #selected: Selected | null = null
  #exact = false
  #told = ''

  /** `onMove` follows caret and selection. */
  constructor(parts: Parts, onMove: () => void) {
    this.#parts = parts
    this.#onMove = onMove
    document.addEventListener('selectionchange', this.#follow)
    for (const name of POINTER) parts.root.addEventListener(name, this.#watchAlt)
  }

  dispose(): void {
    document.removeEventListener('selectionchange', this.#follow)
    for (const name of POINTER) this.#parts.root.removeEventListener(name, this.#watchAlt)
  }

  /** Null before the text ever had the focus; what they were, while it is elsewhere. Asks the page, which may be ahead of its events. */
  marks(): Marks | null {
    const { root, geometry } = this.#parts
    const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = getSelection() ?? {}
    const inText = (node: Node | null | undefined): node is Node => node instanceof Node && root.contains(node)
    const anchor = inText(anchorNode) ? geometry.offsetOf(anchorNode, anchorOffset) : null
    const focus = inText(focusNode) ? geometry.offsetOf(focusNode, focusOffset) : null
    if (anchor !== null && focus !== null) this.#marks = { anchor, focus }
    return this.#marks
  }

  /** Whole words, or exactly what was marked; null for a caret. */
  selected(): Selected | null {
    this.#follow()
    return this.#selected
  }

  /** Sets caret or selection, and takes the focus. */
  mark({ anchor, focus }: Marks): void {
    const { root, geometry } = this.#parts
    const from = geometry.pointAt(anchor, anchor > focus ? 'end' : 'start')
    const to = geometry.pointAt(focus, focus > anchor ? 'end' : 'start')
    root.focus({ preventScroll: true })
    if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    this.#follow()
  }

  get exact(): boolean {
    return this.#exact
  }
  /** Exactly what was marked, or the words around it; until the next caret. */
  set exact(exact: boolean) {
    this.#exact = exact
    this.#follow()
  }

  readonly #watchAlt = ({ altKey, shiftKey, button, buttons, type }: PointerEvent) => {
    if (buttons > 0 || type === 'pointerup') this.#exact = altKey
    // A press inside what is selected would begin to drag the words about; it begins a new selection instead.
    const marked = getSelection()
    if (type === 'pointerdown' && button === 0 && !shiftKey && marked && !marked.isCollapsed) marked.collapseToEnd()
  }

  readonly #follow = () => {
    const marks = this.marks()
    const isCaret = !marks || marks.anchor === marks.focus
    if (isCaret) this.#exact = false
    const selected = isCaret ? null : this.#snap(marks)
    const told = [marks?.anchor, marks?.focus, selected?.start, selected?.end].join(' ')
    if (told === this.#told) return
    this.#told = told
    this.#selected = selected
    this.#parts.painter.paint('selection', selected ? [{ ...selected, layer: 'reader-selection' }] : [])
    this.#onMove()
  }

  #snap({ anchor, focus }: Marks): Selected | null {
    const { text, language } = this.#parts.document
    const marked = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
    const span = this.#exact ? snapToGraphemes(text, marked, language) : snapToWords(text, marked, language)
    return span ? { ...span, quote: text.slice(span.start, span.end) } : null
  }
}
