/** Places the names beside the margin's stripes so that none covers another; what finds no room is counted in "+n". */
export interface Labelled {
  readonly id: number
  /** Where its stripe begins and ends, in pixels; ascending by top. */
  readonly top: number
  readonly bottom: number
  readonly lane: number
}

export interface Placed {
  readonly id: number
  readonly top: number
  /** How many lanes the label must leave free at its left. */
  readonly lanes: number
}

/** Stands for the labels that found no room near their stripes. */
export interface Heap {
  readonly top: number
  readonly lanes: number
  readonly ids: readonly number[]
}

export interface Placement {
  readonly labels: readonly Placed[]
  readonly heaps: readonly Heap[]
}

/** `row` is the height of a label; a label stands at most `drift` below the head of its stripe. */
export const placeLabels = (stripes: readonly Labelled[], row: number, drift: number): Placement => {
  const labels: { id: number; top: number }[] = []
  const heaps: { top: number; ids: number[] }[] = []
  let free = Number.NEGATIVE_INFINITY
  let heap: { top: number; ids: number[] } | null = null
  for (const stripe of stripes) {
    const top = Math.max(stripe.top, free)
    if (top - stripe.top <= drift) {
      labels.push({ id: stripe.id, top })
      free = top + row
      heap = null
      continue
    }
    if (!heap) {
      heap = { top: free, ids: [] }
      heaps.push(heap)
      free += row
    }
    heap.ids.push(stripe.id)
  }
  const lanesAt = (top: number) =>
    stripes.reduce(
      (lanes, stripe) => (stripe.top < top + row && stripe.bottom > top ? Math.max(lanes, stripe.lane + 1) : lanes),
      0,
    )
  return {
    // "+1" would take the room that the name itself needs.
    labels: [...labels, ...heaps.filter(isSingle).map(({ ids, top }) => ({ id: ids[0] as number, top }))].map(
      (label) => ({ ...label, lanes: lanesAt(label.top) }),
    ),
    heaps: heaps.filter((each) => !isSingle(each)).map((each) => ({ ...each, lanes: lanesAt(each.top) })),
  }
}

const isSingle = ({ ids }: { readonly ids: readonly number[] }) => ids.length === 1
