/** The coding index, its lanes and its layers against slow, obvious answers. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Coding } from '../../../contract/codings.ts'
import { overlap } from '../../../contract/span.ts'
import {
  codingAt,
  codingsAt,
  codingsIn,
  filterCodings,
  indexCodings,
  patchCodings,
} from '../../../renderer/features/reader/codingIndex.ts'
import { CodingStore } from '../../../renderer/features/reader/codingStore.ts'
import { packLanes } from '../../../renderer/features/reader/lanes.ts'
import { sweep } from '../../../renderer/features/reader/sweep.ts'
import { codingsArbitrary, columnsOf } from './sample.ts'

const LENGTH = 120
const codings = codingsArbitrary(LENGTH)
const byPlace = (a: Coding, b: Coding) => a.start - b.start || b.end - a.end || a.id - b.id
const byLength = (a: Coding, b: Coding) => a.end - a.start - (b.end - b.start) || a.id - b.id
const rowsOf = (all: readonly Coding[]) => all.map(({ documentId: _, ...row }) => row)
const listed = (index: ReturnType<typeof indexCodings>) => Array.from(index.id, (_, row) => codingAt(index, row))

describe('the coding index', () => {
  test('sorts by start, then the longer first', () => {
    fc.assert(
      fc.property(codings, (all) => {
        expect(listed(indexCodings(columnsOf(all)))).toEqual(rowsOf(all.toSorted(byPlace)))
      }),
    )
  })

  test('finds what a window touches', () => {
    fc.assert(
      fc.property(codings, fc.nat(LENGTH), fc.nat(LENGTH), (all, a, b) => {
        const window = { start: Math.min(a, b), end: Math.max(a, b) + 1 }
        const index = indexCodings(columnsOf(all))
        expect(codingsIn(index, window).map((row) => index.id[row])).toEqual(
          all
            .toSorted(byPlace)
            .filter((coding) => overlap(coding, window))
            .map(({ id }) => id),
        )
      }),
    )
  })

  test('finds what holds a place, the shortest first', () => {
    fc.assert(
      fc.property(codings, fc.nat(LENGTH), (all, offset) => {
        const index = indexCodings(columnsOf(all))
        expect(codingsAt(index, offset).map((row) => index.id[row])).toEqual(
          all
            .filter(({ start, end }) => start <= offset && offset < end)
            .toSorted(byLength)
            .map(({ id }) => id),
        )
      }),
    )
  })

  test('a change gives the same as building anew', () => {
    fc.assert(
      fc.property(codings, codings, fc.array(fc.integer({ min: 1, max: 500 })), (all, put, removed) => {
        const changed = new Map([...all, ...put].map((coding) => [coding.id, coding]))
        for (const id of removed) changed.delete(id)
        expect(listed(patchCodings(indexCodings(columnsOf(all)), { put, removed }))).toEqual(
          listed(indexCodings(columnsOf([...changed.values()]))),
        )
      }),
    )
  })

  test('a change that touches nothing gives the same value', () => {
    const index = indexCodings(
      columnsOf([{ id: 1, documentId: 1, codeId: 1, coderId: 1, start: 0, end: 4, createdAt: '' }]),
    )
    expect(patchCodings(index, { put: [], removed: [9] })).toBe(index)
  })

  test('filters by code and coder', () => {
    fc.assert(
      fc.property(codings, (all) => {
        const index = filterCodings(indexCodings(columnsOf(all)), (codeId, coderId) => codeId !== 2 && coderId === 1)
        expect(listed(index)).toEqual(
          rowsOf(all.filter((coding) => coding.codeId !== 2 && coding.coderId === 1).toSorted(byPlace)),
        )
      }),
    )
  })
})

describe('the coding store', () => {
  const coding = (id: number, start: number, end: number, documentId = 1): Coding => ({
    id,
    documentId,
    codeId: 1,
    coderId: 1,
    start,
    end,
    createdAt: '',
  })

  test('applies events to the rows and tells its listeners', () => {
    const store = new CodingStore(1)
    const seen: number[] = []
    store.subscribe(() => seen.push(store.current().size))
    store.load(columnsOf([coding(1, 0, 4), coding(2, 2, 8)]))
    store.apply({ put: [coding(3, 5, 9), coding(1, 0, 6)], removed: [2] })
    expect(listed(store.current()).map(({ id, end }) => [id, end])).toEqual([
      [1, 6],
      [3, 9],
    ])
    expect(seen).toEqual([2, 2])
  })

  test('keeps events that come before the rows, when they are asked for again too', () => {
    const store = new CodingStore(1)
    store.await()
    store.apply({ put: [coding(3, 5, 9)], removed: [2] })
    store.load(columnsOf([coding(1, 0, 4), coding(2, 2, 8)]))
    expect(listed(store.current()).map(({ id }) => id)).toEqual([1, 3])
    store.await()
    store.apply({ put: [coding(4, 6, 7)], removed: [1] })
    expect(listed(store.current()).map(({ id }) => id)).toEqual([3, 4])
    store.load(columnsOf([coding(1, 0, 4), coding(3, 5, 9)]))
    expect(listed(store.current()).map(({ id }) => id)).toEqual([3, 4])
  })

  test('leaves other documents aside', () => {
    const store = new CodingStore(1)
    store.load(columnsOf([coding(1, 0, 4)]))
    store.apply({ put: [coding(3, 5, 9, 2)], removed: [] })
    expect(store.current().size).toBe(1)
  })
})

describe('lanes', () => {
  test('two codings in one lane never meet on a line', () => {
    fc.assert(
      fc.property(codings, fc.uniqueArray(fc.integer({ min: 1, max: LENGTH }), { maxLength: 5 }), (all, breaks) => {
        const paragraphs = [0, ...breaks].toSorted((a, b) => a - b)
        const paragraphOf = (offset: number) => paragraphs.findLastIndex((start) => start <= offset)
        const index = indexCodings(columnsOf(all))
        const { lane, count } = packLanes(index, paragraphs)
        for (let a = 0; a < index.size; a++)
          for (let b = a + 1; b < index.size; b++) {
            if (lane[a] !== lane[b]) continue
            const [first, second] = [codingAt(index, a), codingAt(index, b)]
            expect(overlap(first, second)).toBe(false)
            expect(second.start - first.end >= 84 || paragraphOf(first.end - 1) < paragraphOf(second.start)).toBe(true)
          }
        expect(count).toBe(index.size === 0 ? 0 : Math.max(...lane) + 1)
      }),
    )
  })
})

describe('layers', () => {
  test('say of each place the shortest coding and the next colour', () => {
    fc.assert(
      fc.property(codings, fc.nat(LENGTH), fc.nat(LENGTH), (all, a, b) => {
        const window = { start: Math.min(a, b), end: Math.max(a, b) + 1 }
        const index = indexCodings(columnsOf(all))
        const color = (codeId: number) => codeId % 3
        const layers = sweep(index, codingsIn(index, window), (row) => color(index.codeId[row] ?? 0), window)
        const colorAt = (stretches: typeof layers.background, place: number) =>
          stretches.filter(({ start, end }) => start <= place && place < end).map((stretch) => stretch.color)
        for (let place = window.start; place < window.end; place++) {
          const here = all.filter(({ start, end }) => start <= place && place < end).toSorted(byLength)
          const colors = here.map(({ codeId }) => color(codeId))
          expect(colorAt(layers.background, place)).toEqual(colors.slice(0, 1))
          expect(colorAt(layers.underline, place)).toEqual(colors.filter((each) => each !== colors[0]).slice(0, 1))
        }
        for (const { start, end } of [...layers.background, ...layers.underline])
          expect(window.start <= start && start < end && end <= window.end).toBe(true)
      }),
    )
  })
})
