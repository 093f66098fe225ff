import { describe, expect, test } from 'vitest'
import type { Frequencies } from '../../../contract/queries.ts'
import {
  asTabs,
  cellOf,
  modelOf,
  percentOf,
  sortRows,
  tableRows,
} from '../../../renderer/features/query/table-model.ts'

const codes = [
  { id: 1, name: 'Fear', color: 0, path: [] },
  { id: 2, name: 'Safety fear', color: 0, path: ['Fear'] },
  { id: 3, name: 'Return', color: 4, path: [] },
]
const value = (text: string) => ({ kind: 'value', value: { kind: 'value', value: text } }) as const
const done = '2026-01-02T00:00:00.000Z'
const answer: Frequencies = {
  columns: [
    { column: value('good'), label: 'good', n: 24, doneSince: done },
    { column: value('poor'), label: 'poor', n: 7, doneSince: null },
    { column: { kind: 'not assigned' }, label: null, n: null, doneSince: done },
  ],
  codeIds: [1, 2, 3],
  cells: [8, 6, 40, 8, 1, 0, 12, 0, 0],
  newestCode: ['2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z', ''],
  rowTotals: [14, 9, 12],
  rowCodings: [60, 20, 12],
  rowRespondents: [14, 9, 12],
  columnTotals: [14, 6, 40],
  total: 20,
  n: 31,
  coders: 1,
  about: 0,
}
const nameOf = ({ label }: Frequencies['columns'][number]) => label ?? 'Not assigned'
const model = modelOf(answer, 'respondents', codes, nameOf)

describe('a cell', () => {
  test('says how many of how many, and is as dark as its share; totals and what is not assigned have no shade', () => {
    expect(cellOf(model, 0, 1)).toEqual({ value: 6, of: 7, share: 6 / 7, isUnfinished: true })
    expect(cellOf(model, 0, null)).toMatchObject({ value: 14, of: 31, share: 0 })
    expect(cellOf(model, 0, 2)).toMatchObject({ value: 40, of: null, share: 0 })
  })

  test('of codings or words is as dark as its part of the largest, "not assigned" apart', () => {
    const counted = modelOf(answer, 'codings', codes, nameOf)
    expect(cellOf(counted, 2, 0)).toMatchObject({ value: 12, of: null, share: 1 })
    expect(cellOf(counted, 1, 0).share).toBeCloseTo(8 / 12)
  })

  test('rests on documents that are not done, also when they were done before one of its codes was made', () => {
    expect([0, 1, 2].map((row) => cellOf(model, row, 0).isUnfinished)).toEqual([false, true, false])
    expect([0, 1, 2].map((row) => cellOf(model, row, 1).isUnfinished)).toEqual([true, true, true])
  })

  test('shows a percentage from 20 on, or on request', () => {
    expect(percentOf({ value: 8, of: 24 }, false)).toBeCloseTo(1 / 3)
    expect(percentOf({ value: 6, of: 7 }, false)).toBeNull()
    expect(percentOf({ value: 6, of: 7 }, true)).toBeCloseTo(6 / 7)
    expect(percentOf({ value: 6, of: null }, true)).toBeNull()
    expect(percentOf({ value: 0, of: 0 }, true)).toBeNull()
  })
})

describe('rows', () => {
  const ids = (sorting: Parameters<typeof sortRows>[1]) => sortRows(model, sorting).map(({ code }) => code.id)
  test('stand in the order of the codebook, or by share, the darkest first or last', () => {
    expect(ids({ by: 'codebook', descending: false })).toEqual([1, 2, 3])
    expect(ids({ by: 1, descending: true })).toEqual([1, 2, 3])
    expect(ids({ by: 1, descending: false })).toEqual([3, 2, 1])
    expect(ids({ by: 0, descending: true })).toEqual([3, 1, 2])
    expect(ids({ by: 'total', descending: false })).toEqual([2, 3, 1])
  })

  test('of codes that were removed since are left out', () => {
    expect(modelOf(answer, 'respondents', codes.slice(0, 2), nameOf).rows).toHaveLength(2)
  })

  test('are copied with names, n, cells and totals, without what would break the cells', () => {
    const words = { code: 'Code', all: 'All', n: 'n' }
    const rows = tableRows(model, sortRows(model, { by: 0, descending: true }), words)
    expect(rows).toEqual([
      ['Code', 'good', 'poor', 'Not assigned', 'All'],
      ['n', 24, 7, '', 31],
      ['Return', 12, 0, 0, 12],
      ['Fear', 8, 6, 40, 14],
      ['Fear > Safety fear', 8, 1, 0, 9],
      ['All', 14, 6, 40, 20],
    ])
    expect(asTabs([['a\tb', 'c\nd', 3]])).toBe('a b\tc d\t3')
  })
})
