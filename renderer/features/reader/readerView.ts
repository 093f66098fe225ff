/** One open document on the page: its text, what is painted on it, what the margin shows, and where one is. */
import type { DocumentText } from '../../../contract/documents.ts'
import { overlap, type Span } from '../../../contract/span.ts'
import { codingsAt, type CodingIndex, codingsIn, noCodings, rowOf, spanAt } from './codingIndex.ts'
import { emptyFrame, type Frame, readFrame } from './frame.ts'
import { Geometry } from './geometry.ts'
import { type Lanes, packLanes } from './lanes.ts'
import { type Opening, openInStages } from './opening.ts'
import { Marking } from './marking.ts'
import { Painter } from './painter.ts'
import { type Paragraph, readParagraphs } from './paragraphs.ts'
import type { Text } from './selecting.ts'
import { sweep } from './sweep.ts'
import { openText, type TextEditor } from './textEditor.ts'
import { readTurns, type Turn } from './turns.ts'

interface Places {
  /** The contenteditable. */
  readonly root: HTMLElement
  /** The element that scrolls; an ancestor of `root`. */
  readonly scroller: HTMLElement
}

const ARRIVED_MS = 1600
/** A jump leaves this part of the view above the place. */
const ABOVE = 0.3

export class ReaderView {
  readonly document: DocumentText
  readonly turns: readonly Turn[]
  readonly geometry: Geometry
  readonly painter: Painter
  readonly marking: Marking
  readonly #places: Places
  readonly #paragraphs: readonly Paragraph[]
  readonly #editor: TextEditor
  readonly #opening: Opening
  readonly #listeners = { frame: new Set<() => void>(), selection: new Set<() => void>() }
  readonly #undo: (() => void)[] = []
  #index: CodingIndex = noCodings
  #lanes: Lanes = { lane: new Uint16Array(), count: 0 }
  #colors: ReadonlyMap<number, number> = new Map()
  #chosen: readonly number[] = []
  #found: { readonly matches: readonly Span[]; readonly here: number } = { matches: [], here: -1 }
  #window = { first: 0, last: -1 }
  #frame = emptyFrame
  #width = 0
  #flash = 0

  constructor(places: Places, document: DocumentText) {
    this.#places = places
    this.document = document
    this.#paragraphs = readParagraphs(document)
    this.turns = readTurns(document)
    this.#editor = openText({ ...places, frame: places.scroller }, document, this.#paragraphs)
    const { elements } = this.#editor
    this.geometry = new Geometry({ ...places, elements, paragraphs: this.#paragraphs })
    this.painter = new Painter(this.geometry)
    this.marking = new Marking({ root: places.root, document, geometry: this.geometry, painter: this.painter }, () =>
      this.#tell('selection'),
    )
    this.#opening = openInStages(places.root, elements, this.#settled)
    this.#follow()
  }

  dispose(): void {
    clearTimeout(this.#flash)
    for (const undo of this.#undo) undo()
    this.#opening.dispose()
    this.marking.dispose()
    this.painter.clear()
    this.#editor.dispose()
  }

  /** Follows the margin's frame, or the selection. */
  readonly subscribe = (what: 'frame' | 'selection', listener: () => void): (() => void) => {
    this.#listeners[what].add(listener)
    return () => this.#listeners[what].delete(listener)
  }

  readonly frame = (): Frame => this.#frame
  readonly codings = (): CodingIndex => this.#index
  get text(): Text {
    return { text: this.document.text, language: this.document.language, turns: this.turns }
  }

  /** The codings to show, and the colour of each code. */
  show(index: CodingIndex, colors: ReadonlyMap<number, number>): void {
    if (index !== this.#index) this.#lanes = packLanes(index, this.document.paragraphs)
    this.#index = index
    this.#colors = colors
    this.#repaint()
  }

  /** The codings that stand out. */
  choose(ids: readonly number[]): void {
    this.#chosen = ids
    this.#paintChosen()
  }

  /** Selects a span, or sets the caret where it is empty, and takes the focus. */
  select(span: Span, backward = false): void {
    this.marking.mark(backward ? { anchor: span.end, focus: span.start } : { anchor: span.start, focus: span.end })
    this.reveal(backward ? span.start : span.end)
  }

  /** Paints a coding as if it had this span already, until `choose` is called again. */
  preview(id: number, span: Span): void {
    const code = this.#index.codeId[rowOf(this.#index, id)] ?? 0
    this.painter.paint('chosen', [{ ...span, layer: `coding-selected-${this.#colors.get(code) ?? 0}` }])
  }

  /** What a search found; `here` is the index of the one that is looked at. */
  find(matches: readonly Span[], here: number): void {
    this.#found = { matches, here }
    this.#paintFound()
  }

  /** Where one was, or else at the top of the view. */
  focus(): void {
    this.marking.mark(this.marking.marks() ?? { anchor: this.topInView(), focus: this.topInView() })
  }

  /** Around what is selected, or the caret, on the screen and inside the view. */
  selectionRect(): DOMRect | null {
    const marks = this.marking.marks()
    const span = this.marking.selected() ?? (marks && { start: marks.focus, end: marks.focus })
    if (!span) return null
    const first = this.geometry.rectAt(span.start, 'start')
    const last = span.end > span.start ? this.geometry.rectAt(span.end, 'end') : first
    if (!first || !last) return null
    const view = this.#places.scroller.getBoundingClientRect()
    const inside = (y: number) => Math.min(Math.max(y, view.top), view.bottom)
    const oneLine = last.top < first.bottom
    const { root } = this.#places
    const margin = root.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(root).paddingLeft)
    const left = oneLine ? first.left : margin
    const top = inside(first.top)
    return new DOMRect(left, top, Math.max(0, last.right - left), inside(last.bottom) - top)
  }

  /** Offset of the first paragraph in view. */
  topInView(): number {
    return this.geometry.textOf(this.geometry.inView().first, 0).start
  }

  /** Codings at a place, the shortest first. */
  codingsAt(offset: number): number[] {
    return codingsAt(this.#index, offset).map((row) => this.#index.id[row] as number)
  }

  /** Scrolls a place into view, with the lines above it, and lets it light up for a moment. */
  jumpTo(span: Span): void {
    const { scroller } = this.#places
    const place = this.geometry.paragraphOf(span.start)
    const wanted = scroller.clientHeight * ABOVE
    // Paragraphs that were not laid out yet may turn out higher than was thought.
    for (let attempt = 0; attempt < 4; attempt++) {
      this.#opening.need(place - AROUND, place + AROUND)
      const gap = this.#distance(span.start) - wanted
      if (Math.abs(gap) < 2) break
      const before = scroller.scrollTop
      scroller.scrollTop += gap
      if (scroller.scrollTop === before) break
    }
    this.#repaint()
    this.painter.paint('arrived', [{ ...span, layer: 'reader-arrived' }])
    clearTimeout(this.#flash)
    this.#flash = window.setTimeout(() => this.painter.paint('arrived', []), ARRIVED_MS)
  }

  /** Scrolls only as far as is needed to see a place. */
  reveal(offset: number): void {
    const { scroller } = this.#places
    const place = this.geometry.paragraphOf(offset)
    this.#opening.need(place - AROUND, place + AROUND)
    const top = this.#distance(offset)
    const room = scroller.clientHeight - REVEAL_GAP * 2
    if (top < REVEAL_GAP) scroller.scrollTop += top - REVEAL_GAP
    else if (top > room) scroller.scrollTop += top - room
  }

  #distance(offset: number): number {
    const { scroller, root } = this.#places
    const rootTop = root.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    return rootTop + this.geometry.lineAt(offset, 'start').top
  }

  #follow(): void {
    const { root, scroller } = this.#places
    let due = 0
    const scrolled = () => {
      due ||= requestAnimationFrame(() => {
        due = 0
        this.#followScroll()
      })
    }
    const resized = new ResizeObserver(() => {
      if (root.clientWidth === this.#width) this.#settled()
      else this.#relayout()
      this.#width = root.clientWidth
    })
    const relayout = () => this.#relayout()
    this.#width = root.clientWidth
    resized.observe(root)
    scroller.addEventListener('scroll', scrolled, { passive: true })
    document.fonts.addEventListener('loadingdone', relayout)
    this.#undo.push(
      () => cancelAnimationFrame(due),
      () => resized.disconnect(),
      () => scroller.removeEventListener('scroll', scrolled),
      () => document.fonts.removeEventListener('loadingdone', relayout),
    )
  }

  #relayout(): void {
    this.geometry.forget()
    this.#repaint()
  }

  /** What lies above the window was laid out, so the frame begins elsewhere. */
  readonly #settled = () => {
    const shift = this.geometry.topOf(this.#window.first) - this.#frame.top
    if (shift !== this.#frame.shift) this.#setFrame({ ...this.#frame, shift })
    this.#followScroll()
  }

  #followScroll(): void {
    const { first, last } = this.geometry.inView()
    if (first < this.#window.first || last > this.#window.last) this.#repaint()
  }

  /** Paints the view and one screen around it, less where there is much to paint. */
  #repaint(): void {
    const { first, last } = this.geometry.inView()
    const reach = (more: number) => {
      this.#window = { first: Math.max(0, first - more), last: Math.min(this.#paragraphs.length - 1, last + more) }
      const span = this.geometry.textOf(this.#window.first, this.#window.last)
      return { window: span, rows: codingsIn(this.#index, span) }
    }
    const screen = last - first + 1
    const wide = reach(Math.max(6, screen))
    const { window, rows } = wide.rows.length > DENSE ? reach(Math.ceil(screen / 3)) : wide
    this.#opening.need(this.#window.first, this.#window.last)
    const color = (row: number) => this.#colors.get(this.#index.codeId[row] as number) ?? 0
    const { background, underline } = sweep(this.#index, rows, color, window)
    this.painter.paint('codings', [
      ...background.map(({ start, end, color: each }) => ({ start, end, layer: `coding-${each}` as const })),
      ...underline.map(({ start, end, color: each }) => ({ start, end, layer: `coding-below-${each}` as const })),
    ])
    this.#paintChosen()
    this.#paintFound()
    const codings = { index: this.#index, lanes: this.#lanes }
    this.#setFrame(readFrame(this.geometry, codings, rows, this.#paragraphs, { ...this.#window, span: window }))
  }

  #paintChosen(): void {
    const rows = this.#chosen.map((id) => rowOf(this.#index, id)).filter((row) => row >= 0)
    this.painter.paint(
      'chosen',
      rows.map((row) => ({
        ...spanAt(this.#index, row),
        layer: `coding-selected-${this.#colors.get(this.#index.codeId[row] as number) ?? 0}` as const,
      })),
    )
  }

  #paintFound(): void {
    const { matches, here } = this.#found
    const window = this.geometry.textOf(this.#window.first, this.#window.last)
    const shown = matches.filter((match) => overlap(match, window))
    this.painter.paint(
      'found',
      shown.map((match) => ({ ...match, layer: match === matches[here] ? 'reader-found-here' : 'reader-found' })),
    )
  }

  #tell(what: 'frame' | 'selection'): void {
    for (const listener of this.#listeners[what]) listener()
  }

  #setFrame(frame: Frame): void {
    this.#frame = frame
    this.#tell('frame')
  }
}

/** With more codings than this in three screens, a third of a screen around the view is painted. */
const DENSE = 240
/** Paragraphs around a place that are laid out before it is measured. */
const AROUND = 12
/** Pixels that stay free above and below a revealed place. */
const REVEAL_GAP = 60
