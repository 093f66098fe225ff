import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Attribute } from '../../../contract/attributes.ts'
import { en } from '../../../contract/messages/en.ts'
import { nl } from '../../../contract/messages/nl.ts'
import { renamedChoices } from '../../../renderer/features/respondents/AttributeDialog.tsx'
import { readBands } from '../../../renderer/features/respondents/bands.ts'
import { actionOf } from '../../../renderer/features/respondents/grid-keys.ts'
import type { TableColumn } from '../../../renderer/features/respondents/table-model.ts'
import {
  at,
  blockOf,
  clamp,
  isInside,
  move,
  readBlock,
  spread,
  writeBlock,
} from '../../../renderer/features/respondents/grid.ts'
import { planPaste, planPasteWithNames } from '../../../renderer/features/respondents/pasting.ts'
import { readText, valueText } from '../../../renderer/features/respondents/value-text.ts'

const attribute = (id: number, type: Attribute['type'], choices: string[] = []): Attribute => ({
  id,
  owner: 'respondent',
  name: `attribute ${id}`,
  type,
  choices,
  bands: [],
  position: id,
})
const age = attribute(1, 'number')
const country = attribute(2, 'choice', ['Iraq'])
const talks = attribute(3, 'yes/no')
const r07 = { id: 7, name: 'R07' }
const r08 = { id: 8, name: 'R08' }

describe('blocks as spreadsheets write them', () => {
  test('tabs part cells, line ends part rows, one at the end parts nothing, quotes hold both', () => {
    expect(readBlock('R07\t27\r\nR08\t31\r\n')).toEqual([
      ['R07', '27'],
      ['R08', '31'],
    ])
    expect(readBlock('"two\nlines"\t"say ""no"""\t')).toEqual([['two\nlines', 'say "no"', '']])
    expect(readBlock('5" tall\tx')).toEqual([['5" tall', 'x']])
    expect(readBlock('a\n\nb')).toEqual([['a'], [''], ['b']])
    expect(readBlock('')).toEqual([['']])
  })

  test('what is written reads back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' b', 'é') }).map((text) => text.trim())
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
      // One empty last row is what the line end before it looks like.
      .filter((rows) => rows.length === 1 || rows.at(-1)?.join('') !== '')
    fc.assert(
      fc.property(table, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows)
      }),
    )
  })

  test('one cell fills the block that is chosen, several do not', () => {
    const block = { top: 0, bottom: 1, left: 2, right: 3 }
    expect(spread([['x']], block)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ])
    expect(spread([['x', 'y']], block)).toEqual([['x', 'y']])
  })
})

describe('moving about', () => {
  const size = { rows: 10, columns: 4 }
  test('keys lead to places, within the table', () => {
    expect(move({ row: 0, column: 1 }, 'ArrowUp', false, size)).toEqual({ row: -1, column: 1 })
    expect(move({ row: 5, column: 1 }, 'ArrowDown', true, size)).toEqual({ row: 9, column: 1 })
    expect(move({ row: 5, column: 1 }, 'End', false, size)).toEqual({ row: 5, column: 3 })
    expect(move({ row: 5, column: 1 }, 'x', false, size)).toBe(null)
    expect(clamp({ row: 12, column: -1 }, size, -1)).toEqual({ row: 9, column: 0 })
    expect(clamp({ row: -3, column: 0 }, size, 0)).toEqual({ row: 0, column: 0 })
  })

  test('a block is the same from either corner', () => {
    const one = { row: 3, column: 2 }
    const other = { row: 1, column: 0 }
    expect(blockOf({ active: one, anchor: other })).toEqual(blockOf({ active: other, anchor: one }))
    expect(isInside(blockOf({ active: one, anchor: other }), { row: 2, column: 1 })).toBe(true)
    expect(isInside(blockOf({ active: one, anchor: other }), { row: 2, column: 3 })).toBe(false)
  })
})

describe('pasting', () => {
  test('values are read by the type of their column; misfits are named, new choices asked', () => {
    const plan = planPaste(
      [
        ['27', 'iraq', 'yes'],
        ['old', 'Syria', 'n/a'],
      ],
      [r07, r08],
      [age, country, talks],
      'en',
    )
    expect(plan?.misfits).toEqual([{ attribute: age, ownerName: 'R08', value: 'old' }])
    expect(plan?.newChoices).toEqual([{ attribute: country, words: ['Syria'] }])
    expect(plan?.cells.map(({ ownerId, attributeId, value }) => [ownerId, attributeId, value])).toEqual([
      [7, 1, { kind: 'value', value: '27' }],
      [7, 2, { kind: 'value', value: 'Iraq' }],
      [7, 3, { kind: 'value', value: 'yes' }],
      [8, 2, { kind: 'value', value: 'Syria' }],
      [8, 3, { kind: 'not applicable' }],
    ])
  })

  test('a block that is larger than what is left of the table has no room', () => {
    expect(planPaste([['1', '2']], [r07], [age], 'en')).toBe(null)
    expect(planPaste([['1'], ['2']], [r07], [age], 'en')).toBe(null)
  })

  test('with names, rows find their respondents and new names become new ones, once each', () => {
    const plan = planPasteWithNames(
      [
        ['R09', '40'],
        ['r07', '27'],
        ['', '99'],
        [' r09 ', '41'],
      ],
      [r07, r08],
      [age],
      'en',
    )
    expect(plan?.newRespondents).toEqual(['R09'])
    expect(plan?.cells.map(({ ownerId, value }) => [ownerId, value?.kind === 'value' ? value.value : null])).toEqual([
      [-1, '40'],
      [7, '27'],
      [-1, '41'],
    ])
  })
})

describe('values in the language of the window', () => {
  test.each([
    ['en', en],
    ['nl', nl],
  ] as const)('what is shown in %s reads back as the same value', (language, messages) => {
    const roundTrip = (one: Attribute, stored: string) => {
      const value = { kind: 'value', value: stored } as const
      expect(readText(one, valueText(one, value, language, messages), language)).toEqual({ fits: true, value })
    }
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        roundTrip(age, String(Object.is(number, -0) ? 0 : number))
      }),
    )
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          roundTrip(attribute(4, 'date'), date.toISOString().slice(0, 10))
        },
      ),
    )
    roundTrip(talks, 'yes')
    roundTrip(talks, 'no')
    const notApplicable = { kind: 'not applicable' } as const
    expect(readText(age, valueText(age, notApplicable, language, messages), language).value).toEqual(notApplicable)
    expect(readText(age, valueText(age, null, language, messages), language)).toEqual({ fits: true, value: null })
  })

  test('numbers have the decimal sign of the language', () => {
    expect(valueText(age, { kind: 'value', value: '3.5' }, 'nl', nl)).toBe('3,5')
    expect(readText(age, '1.234', 'nl').value).toEqual({ kind: 'value', value: '1234' })
    expect(readText(age, '1.234', 'en').value).toEqual({ kind: 'value', value: '1.234' })
  })
})

describe('groups of numbers and choices as they are written', () => {
  test('groups begin where one writes it, in either language', () => {
    expect(readBands('18; 30,5 45', 'nl')).toEqual([18, 30.5, 45])
    expect(readBands('45, 18 30.5; 18', 'en')).toEqual([18, 30.5, 45])
    expect(readBands('18, 30, 45', 'nl')).toEqual([18, 30, 45])
    expect(readBands('18; old', 'en')).toBe(null)
    expect(readBands(' ', 'en')).toEqual([])
  })

  test('a changed line is the same choice in other words; moved, added and dropped lines are not', () => {
    expect(renamedChoices(['good', 'bad'], ['good', 'poor'])).toEqual([{ from: 'bad', to: 'poor' }])
    expect(renamedChoices(['good', 'bad'], ['bad', 'good'])).toEqual([])
    expect(renamedChoices(['good', 'bad'], ['good', 'poor', 'none'])).toEqual([{ from: 'bad', to: 'poor' }])
    expect(renamedChoices(['good', 'bad'], ['good'])).toEqual([])
    expect(renamedChoices(['good'], ['Good'])).toEqual([])
  })
})

describe('keys of the table', () => {
  const size = { rows: 3, columns: 3 }
  const press = (
    key: string,
    place = { row: 1, column: 1 },
    column: TableColumn = { kind: 'attribute', attribute: age },
  ) => actionOf({ key, mod: false, alt: false, shift: false }, at(place), size, column)
  test('move, edit, open, clear, or nothing of ours', () => {
    expect(press('ArrowUp', { row: 0, column: 1 })).toEqual({ kind: 'choose', chosen: at({ row: -1, column: 1 }) })
    expect(press('Enter')).toEqual({ kind: 'edit', typed: null })
    expect(press('7')).toEqual({ kind: 'edit', typed: '7' })
    expect(press('Enter', { row: 1, column: 0 }, { kind: 'name' })).toEqual({ kind: 'open' })
    expect(press('F2', { row: 1, column: 0 }, { kind: 'name' })).toEqual({ kind: 'edit', typed: null })
    expect(press('Enter', { row: -1, column: 1 })).toEqual({ kind: 'menu' })
    expect(press('7', { row: -1, column: 1 })).toBe(null)
    expect(press('Delete')).toEqual({ kind: 'clear' })
    expect(press('Tab')).toBe(null)
    const extended = actionOf(
      { key: 'ArrowDown', mod: false, alt: false, shift: true },
      at({ row: 1, column: 1 }),
      size,
      undefined,
    )
    expect(extended).toEqual({
      kind: 'choose',
      chosen: { active: { row: 2, column: 1 }, anchor: { row: 1, column: 1 } },
    })
  })
})
