import { describe, expect, test } from 'vitest'
import type { Code } from '../../contract/codes.ts'
import { withPaths } from '../../renderer/features/coding/code-matching.ts'
import {
  branchOf,
  codeRows,
  moveByDrop,
  moveByKey,
  visibleRows,
  type CodeRow,
} from '../../renderer/features/codebook/code-rows.ts'

const code = (id: number, name: string, parentId: number | null, extra: Partial<Code> = {}): Code => ({
  id,
  parentId,
  name,
  position: id,
  color: 0,
  definition: '',
  useWhen: '',
  notWhen: '',
  codable: true,
  archived: false,
  pin: null,
  createdAt: '2026-01-01T00:00:00Z',
  anchors: [],
  ...extra,
})
const codes = withPaths([
  code(1, 'Fear', null),
  code(2, 'Safety', 1, { definition: 'Géén geweld' }),
  code(3, 'Family', 1),
  code(4, 'Agency', null),
  code(5, 'Detention', 4),
  code(6, 'Old', 4, { archived: true }),
  code(7, 'Return', null),
])
const options = { filter: '', showArchived: false, compare: null, newUnder: undefined }
const outline = (rows: readonly CodeRow[]): unknown[] =>
  rows.map(({ id, children }) => (children.length > 0 ? [id, ...outline(children)] : id))

describe('rows of the tree', () => {
  test('hold every code that is not archived; archived ones when asked for', () => {
    expect(outline(codeRows(codes, options))).toEqual([[1, 2, 3], [4, 5], 7])
    expect(outline(codeRows(codes, { ...options, showArchived: true }))).toEqual([[1, 2, 3], [4, 5, 6], 7])
  })

  test('are found by name or definition, with what they stand under', () => {
    const rows = codeRows(codes, { ...options, filter: 'GEEN' })
    expect(outline(rows)).toEqual([[1, 2]])
    expect([rows[0]?.isFound, rows[0]?.children[0]?.isFound]).toEqual([false, true])
    expect(outline(codeRows(codes, { ...options, filter: 'zzz' }))).toEqual([])
  })

  test('make room for a new code, last under its parent', () => {
    expect(outline(codeRows(codes, { ...options, newUnder: 1 }))).toEqual([[1, 2, 3, 0], [4, 5], 7])
    expect(outline(codeRows(codes, { ...options, newUnder: 7 }))).toEqual([
      [1, 2, 3],
      [4, 5],
      [7, 0],
    ])
    expect(outline(codeRows(codes, { ...options, newUnder: null }))).toEqual([[1, 2, 3], [4, 5], 7, 0])
  })

  test('can be sorted, and folded away', () => {
    const rows = codeRows(codes, { ...options, compare: (a, b) => a.name.localeCompare(b.name) })
    expect(outline(rows)).toEqual([[4, 5], [1, 3, 2], 7])
    expect(visibleRows(rows, new Set([1])).map(({ id }) => id)).toEqual([4, 5, 1, 7])
  })
})

describe('moving', () => {
  test('by key goes one place up or down, into the code above, or out behind the parent', () => {
    expect(moveByKey(codes, [4], 'up')).toEqual({ ids: [4], parentId: null, before: 1 })
    expect(moveByKey(codes, [1], 'up')).toBeNull()
    expect(moveByKey(codes, [1], 'down')).toEqual({ ids: [1], parentId: null, before: 7 })
    expect(moveByKey(codes, [4], 'down')).toEqual({ ids: [4], parentId: null, before: null })
    expect(moveByKey(codes, [7], 'down')).toBeNull()
    expect(moveByKey(codes, [4, 7], 'in')).toEqual({ ids: [4, 7], parentId: 1, before: null })
    expect(moveByKey(codes, [3], 'out')).toEqual({ ids: [3], parentId: null, before: 4 })
    expect(moveByKey(codes, [1], 'out')).toBeNull()
    expect(moveByKey(codes, [3, 5], 'up')).toBeNull()
    expect(moveByKey(codes, [], 'up')).toBeNull()
  })

  test('by drop goes before, after or into the code that is pointed at', () => {
    expect(moveByDrop(codes, [7], { id: 2, position: 'before' })).toEqual({ ids: [7], parentId: 1, before: 2 })
    expect(moveByDrop(codes, [7], { id: 2, position: 'after' })).toEqual({ ids: [7], parentId: 1, before: 3 })
    expect(moveByDrop(codes, [7], { id: 3, position: 'after' })).toEqual({ ids: [7], parentId: 1, before: null })
    expect(moveByDrop(codes, [2, 3], { id: 4, position: 'on' })).toEqual({ ids: [2, 3], parentId: 4, before: null })
    expect(moveByDrop(codes, [2], null)).toEqual({ ids: [2], parentId: null, before: null })
  })

  test('a branch holds all that is below', () => {
    expect([...branchOf(codes, [1, 7])]).toEqual([1, 7, 2, 3])
  })
})
