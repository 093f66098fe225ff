import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf, decimalSignOf, guessType, nameKey, readValue } from '../../contract/values.ts'

const read = (type: Parameters<typeof readValue>[0], written: string, choices: string[] = []) => {
  const { fits, value } = readValue(type, choices, written)
  if (!fits) return 'misfit'
  if (value === null) return 'not known'
  return value.kind === 'value' ? value.value : value.kind
}

describe('typed values', () => {
  test.each([
    ['31', '31'],
    ['3.5', '3.5'],
    ['3,5', '3.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1 234', '1234'],
    ['1 234 567,25', '1234567.25'],
    ['-4', '-4'],
    ['−4', '-4'],
    ['0,125', '0.125'],
    ['1.234', '1.234'],
    ['1,234', 'misfit'],
    ['31 years', 'misfit'],
    ['1e999', 'misfit'],
    ['1,2,3', 'misfit'],
  ])('the number %s', (written, expected) => {
    expect(read('number', written)).toBe(expected)
  })

  test('a column tells which sign its decimals have, and then nothing is a guess', () => {
    expect(decimalSignOf(['1.234', '3,5'])).toBe(',')
    expect(readValue('number', [], '1.234', ',').value).toEqual({ kind: 'value', value: '1234' })
    expect(decimalSignOf(['1,234', '2.5'])).toBe('.')
    expect(readValue('number', [], '1,234', '.').value).toEqual({ kind: 'value', value: '1234' })
    expect(decimalSignOf(['1,234', '12'])).toBe(null)
    expect(decimalSignOf(['3,5', '3.5'])).toBe(null)
  })

  test.each([
    ['2026-03-14', '2026-03-14'],
    ['14-3-2026', '2026-03-14'],
    ['14/03/2026', '2026-03-14'],
    ['4.3.2026', '2026-03-04'],
    ['14 maart 2026', '2026-03-14'],
    ['14 March 2026', '2026-03-14'],
    ['29-2-2024', '2024-02-29'],
    ['29-2-2025', 'misfit'],
    ['3/14/2026', 'misfit'],
    ['31-4-2026', 'misfit'],
    ['2026', 'misfit'],
    ['14-3-26', 'misfit'],
  ])('the date %s', (written, expected) => {
    expect(read('date', written)).toBe(expected)
  })

  test('yes and no in both languages, choices in their own words', () => {
    expect(['Ja', 'y', 'TRUE'].map((written) => read('yes/no', written))).toEqual(['yes', 'yes', 'yes'])
    expect(['nee', 'No', 'onwaar'].map((written) => read('yes/no', written))).toEqual(['no', 'no', 'no'])
    expect(read('yes/no', '1')).toBe('misfit')
    expect(read('choice', ' iRAQ ', ['Iraq', 'Somalia'])).toBe('Iraq')
    expect(read('choice', 'Iran', ['Iraq', 'Somalia'])).toBe('misfit')
  })

  test('not known and not applicable are two things, whatever the type', () => {
    for (const type of ['text', 'number', 'date', 'yes/no', 'choice'] as const) {
      expect(['', ' ', '?', 'Onbekend'].map((written) => read(type, written))).toEqual(Array(4).fill('not known'))
      expect(['n/a', 'N.v.t.', 'not applicable'].map((written) => read(type, written))).toEqual(
        Array(3).fill('not applicable'),
      )
    }
  })

  test('what is stored reads back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(read('number', String(number))).toBe(String(Object.is(number, -0) ? 0 : number))
      }),
    )
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const stored = date.toISOString().slice(0, 10)
          expect(read('date', stored)).toBe(stored)
        },
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name))
      }),
    )
  })

  test.each([
    [['ja', 'nee', ''], 'yes/no'],
    [['31', '27', 'onbekend'], 'number'],
    [['2026-03-14', '1-2-2026'], 'date'],
    [['Iraq', 'iraq', 'Somalia', 'Somalia'], 'choice'],
    [['Iraq', 'Somalia', 'Guinea'], 'text'],
    [['31', 'about thirty'], 'text'],
    [['', '?'], 'text'],
  ])('the type of %j', (values, expected) => {
    expect(guessType(values)).toBe(expected)
  })

  test('a band begins at its own start', () => {
    expect([17.9, 18, 29, 30, 99].map((value) => bandOf([18, 30], value))).toEqual([0, 1, 1, 2, 2])
  })
})
