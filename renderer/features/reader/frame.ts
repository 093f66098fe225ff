/** What the margin shows now: the codings of the window with their places, worked out once per change. */
import type { Span } from '../../../contract/span.ts'
import { codingAt, type CodingIndex } from './codingIndex.ts'
import type { Geometry } from './geometry.ts'
import { type Placement, placeLabels } from './labels.ts'
import type { Lanes } from './lanes.ts'

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

export interface Frame {
  /** Where its first paragraph stood when it was worked out, and how far that has moved since. */
  readonly top: number
  readonly shift: number
  /** In reading order. */
  readonly stripes: readonly Stripe[]
  readonly placement: Placement
  /** Lanes of the whole document: decides how near they stand. */
  readonly lanes: number
}

export const emptyFrame: Frame = { top: 0, shift: 0, stripes: [], placement: { labels: [], heaps: [] }, lanes: 0 }

/** `rows` are the codings of `window`, the text of whole paragraphs; stripes are cut off at its ends. */
export const readFrame = (
  geometry: Geometry,
  { index, lanes }: { readonly index: CodingIndex; readonly lanes: Lanes },
  rows: readonly number[],
  window: Span,
): Frame => {
  const top = geometry.topOf(geometry.paragraphOf(window.start))
  const stripes = rows.map((row): Stripe => {
    const { id, codeId, coderId, createdAt, start, end } = codingAt(index, row)
    const head = geometry.lineAt(Math.max(start, window.start), 'start')
    const foot = geometry.lineAt(Math.min(end, window.end), 'end')
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
  return { top, shift: 0, stripes, placement: placeLabels(byTop, LABEL_HEIGHT, LABEL_DRIFT), lanes: lanes.count }
}
