/** Names in the margin: none covers another, none strays far from its stripe, and none is lost. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeLabels } from '../../../renderer/features/reader/labels.ts'

const ROW = 18
const DRIFT = 54

describe('labels', () => {
  test('never cover each other and every coding is told once', () => {
    const stripes = fc
      .array(fc.record({ top: fc.nat(400), height: fc.integer({ min: 10, max: 200 }), lane: fc.nat(6) }), {
        maxLength: 40,
      })
      .map((all) =>
        all
          .toSorted((a, b) => a.top - b.top)
          .map(({ top, height, lane }, id) => ({ id, top, bottom: top + height, lane })),
      )
    fc.assert(
      fc.property(stripes, (all) => {
        const { labels, heaps } = placeLabels(all, ROW, DRIFT)
        const rows = [...labels, ...heaps].toSorted((a, b) => a.top - b.top)
        rows.slice(1).forEach((row, number) => expect(row.top - (rows[number]?.top ?? 0)).toBeGreaterThanOrEqual(ROW))
        expect([...labels.map(({ id }) => id), ...heaps.flatMap(({ ids }) => ids)].toSorted((a, b) => a - b)).toEqual(
          all.map(({ id }) => id),
        )
        for (const { ids } of heaps) expect(ids.length).toBeGreaterThan(1)
        for (const { id, top, lanes } of labels) {
          const stripe = all[id]
          expect(top - (stripe?.top ?? 0)).toBeLessThanOrEqual(DRIFT + ROW)
          for (const other of all)
            if (other.top < top + ROW && other.bottom > top) expect(lanes).toBeGreaterThan(other.lane)
        }
      }),
    )
  })

  test('beyond the room the rest is counted', () => {
    const stripes = Array.from({ length: 9 }, (_, id) => ({ id, top: 0, bottom: 100, lane: id }))
    const { labels, heaps } = placeLabels(stripes, ROW, DRIFT)
    expect(labels.map(({ id, top }) => [id, top])).toEqual([
      [0, 0],
      [1, 18],
      [2, 36],
      [3, 54],
    ])
    expect(heaps.map(({ top, ids }) => [top, ids])).toEqual([[72, [4, 5, 6, 7, 8]]])
  })
})
