/** What the margin shows now: the codings of the window with their places, worked out once per change. */
import type { Span } from '../../../contract/span.ts'
import { codingAt, type CodingIndex } from './codingIndex.ts'
import type { Geometry } from './geometry.ts'
import { type Placement, placeLabels } from './labels.ts'
import type { Lanes } from './lanes.ts'
import type { Paragraph } from './paragraphs.ts'

export const LABEL_HEIGHT = 18
/** How far below the head of its stripe a name may stand, in pixels. */
const LABEL_DRIFT = 3 * LABEL_HEIGHT

/** In pixels from the top of the text. */
export interface Stripe {
  readonly id: number
  readonly codeId: number
  readonly coderId: number
  readonly createdAt: string
  readonly span: Span
  readonly top: number
  readonly bottom: number
  readonly lane: number
}

/** The number beside the first paragraph of a turn. */
export interface TurnNumber {
  readonly number: number
  readonly top: number
}

export interface Frame {
  /** Where its first paragraph stood when it was worked out, and how far that has moved since. */
  readonly top: number
  readonly shift: number
  /** In reading order. */
  readonly stripes: readonly Stripe[]
  readonly placement: Placement
  readonly turns: readonly TurnNumber[]
  /** Lanes of the whole document: decides how near they stand. */
  readonly lanes: number
}

export const emptyFrame: Frame = {
  top: 0,
  shift: 0,
  stripes: [],
  placement: { labels: [], heaps: [] },
  turns: [],
  lanes: 0,
}

interface Window {
  /** Paragraphs, first and last. */
  readonly first: number
  readonly last: number
  /** Their text. */
  readonly span: Span
}

/** `rows` are the codings of `window`; stripes are cut off at its ends. */
export const readFrame = (
  geometry: Geometry,
  { index, lanes }: { readonly index: CodingIndex; readonly lanes: Lanes },
  rows: readonly number[],
  paragraphs: readonly Paragraph[],
  { first, last, span: window }: Window,
): Frame => {
  const lineAt = geometry.linesNow()
  const stripes = rows.map((row): Stripe => {
    const { id, codeId, coderId, createdAt, start, end } = codingAt(index, row)
    const head = lineAt(Math.max(start, window.start), 'start')
    const foot = lineAt(Math.min(end, window.end), 'end')
    return {
      id,
      codeId,
      coderId,
      createdAt,
      span: { start, end },
      top: head.top,
      bottom: Math.max(foot.bottom, head.bottom),
      lane: lanes.lane[row] ?? 0,
    }
  })
  const byTop = stripes.toSorted((a, b) => a.top - b.top || a.lane - b.lane)
  const turns = paragraphs
    .slice(first, last + 1)
    .flatMap((paragraph, offset) =>
      paragraph.first ? [{ number: paragraph.turn, top: geometry.topOf(first + offset) }] : [],
    )
  return {
    top: geometry.topOf(first),
    shift: 0,
    stripes,
    placement: placeLabels(byTop, LABEL_HEIGHT, LABEL_DRIFT),
    turns,
    lanes: lanes.count,
  }
}
