/** Typed values of attributes: what people write in English or Dutch, and the one form in which it is stored. */
import type { AttributeType, AttributeValue } from './attributes.ts'

/** A value read by its type; `fits: false` when it cannot be one of that type. A value of `null` is "not known". */
export type ReadValue =
  | { readonly fits: true; readonly value: AttributeValue | null }
  | { readonly fits: false; readonly value: null }

/** Which sign parts a whole number from its decimals; null where the values at hand do not tell. */
export type DecimalSign = '.' | ',' | null

const LONGEST = 2000
const notKnown = new Set(['', '?', 'unknown', 'not known', 'onbekend', 'niet bekend'])
const notApplicable = new Set(['n/a', 'not applicable', 'n.v.t.', 'nvt', 'niet van toepassing'])
const yes = new Set(['yes', 'y', 'true', 'ja', 'j', 'waar'])
const no = new Set(['no', 'n', 'false', 'nee', 'onwaar'])

/** Two names or values with the same key are the same to a reader: case, accents' encoding and spaces do not count. */
export const nameKey = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** `decimal` tells how to read "1,234"; without it a number that could be either is a misfit rather than a guess. */
export const readValue = (
  type: AttributeType,
  choices: readonly string[],
  written: string,
  decimal: DecimalSign = null,
): ReadValue => {
  const key = nameKey(written)
  if (notKnown.has(key)) return { fits: true, value: null }
  if (notApplicable.has(key)) return { fits: true, value: { kind: 'not applicable' } }
  const value = readers[type](written.normalize('NFC').trim(), key, choices, decimal)
  return value === null ? { fits: false, value: null } : { fits: true, value: { kind: 'value', value } }
}

const readers: Record<
  AttributeType,
  (written: string, key: string, choices: readonly string[], decimal: DecimalSign) => string | null
> = {
  text: (written) => (written.length <= LONGEST ? written : null),
  number: (written, _key, _choices, decimal) => {
    const found = readNumber(written, decimal)
    return found === null ? null : String(found)
  },
  date: (written, key) => readDate(written, key),
  'yes/no': (_written, key) => {
    if (yes.has(key)) return 'yes'
    return no.has(key) ? 'no' : null
  },
  choice: (_written, key, choices) => choices.find((choice) => nameKey(choice) === key) ?? null,
}

const plainNumber = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/iu
const commaDecimal = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/iu
const groupedByComma = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u
const groupedByPoint = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u
const oneGroup = /^[+-]?\d{1,3}[.,]\d{3}$/u

const readNumber = (written: string, decimal: DecimalSign): number | null => {
  const text = written.replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/gu, '').replace(/^[−–]/u, '-')
  const finite = (digits: string) => {
    const found = Number(digits)
    return Number.isFinite(found) ? found : null
  }
  if (oneGroup.test(text)) {
    const sign = text.includes(',') ? ',' : '.'
    if (decimal === null && sign === ',' && !/^[+-]?0,/u.test(text)) return null
    if (decimal !== null && decimal !== sign) return finite(text.replace(sign, ''))
    return finite(text.replace(',', '.'))
  }
  if (plainNumber.test(text)) return finite(text)
  if (commaDecimal.test(text)) return finite(text.replace(',', '.'))
  if (groupedByComma.test(text)) return finite(text.replaceAll(',', ''))
  if (groupedByPoint.test(text)) return finite(text.replaceAll('.', '').replace(',', '.'))
  return null
}

/** What the values of one column tell together about their decimal sign; null when nothing does, or they disagree. */
export const decimalSignOf = (values: readonly string[]): DecimalSign => {
  const signs = new Set<DecimalSign>()
  for (const value of values) {
    const text = value.trim()
    if (oneGroup.test(text) && !/^[+-]?0[.,]/u.test(text)) continue
    if (commaDecimal.test(text) || (groupedByPoint.test(text) && /[.].*[.,]/u.test(text))) signs.add(',')
    else if (/^[+-]?\d*\.\d+$/u.test(text) || (groupedByComma.test(text) && /,.*[.,]/u.test(text))) signs.add('.')
  }
  const [only = null] = signs
  return signs.size === 1 ? only : null
}

const months = [
  ['january', 'jan', 'januari'],
  ['february', 'feb', 'februari'],
  ['march', 'mar', 'maart', 'mrt'],
  ['april', 'apr'],
  ['may', 'mei'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug', 'augustus'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]

/** Year first, or day first; never month first, which cannot be told from day first. Answers YYYY-MM-DD. */
const readDate = (written: string, key: string): string | null => {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(written)
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(written)
  if (dayFirst) return dateOf(dayFirst[3], dayFirst[2], dayFirst[1])
  const inWords = /^(\d{1,2})(?:[- ]|\. )(\p{L}+)\.?[- ](\d{4})$/u.exec(key)
  const month = months.findIndex((names) => names.includes(inWords?.[2] ?? ''))
  return inWords && month >= 0 ? dateOf(inWords[3], String(month + 1), inWords[1]) : null
}

const dateOf = (year = '', month = '', day = ''): string | null => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null
}

const MOST_CHOICES = 20
const LONGEST_CHOICE = 60

/** The narrowest type that fits all values which say something; choices when few values keep coming back. */
export const guessType = (values: readonly string[]): AttributeType => {
  const said = values.filter((value) => readValue('text', [], value).value?.kind === 'value')
  if (said.length === 0) return 'text'
  const decimal = decimalSignOf(said)
  const all = (type: AttributeType) => said.every((value) => readValue(type, [], value, decimal).fits)
  if (all('yes/no')) return 'yes/no'
  if (all('number')) return 'number'
  if (all('date')) return 'date'
  const distinct = new Set(said.map(nameKey))
  const comeBack = distinct.size <= MOST_CHOICES && distinct.size * 2 <= said.length
  return comeBack && said.every((value) => value.trim().length <= LONGEST_CHOICE) ? 'choice' : 'text'
}

/** The band of a number: [18, 30] makes band 0 below 18, band 1 from 18, band 2 from 30. */
export const bandOf = (bands: readonly number[], value: number): number =>
  bands.reduce((band, start, index) => (value >= start ? index + 1 : band), 0)

/** What a band of numbers is called: [18, 30] makes "<18", "18–29" and "30+"; where the numbers are broken "18–<30". */
export const bandLabel = (bands: readonly number[], index: number, isWhole: boolean): string => {
  const from = bands[index - 1]
  const to = bands[index]
  if (from === undefined) return `<${to ?? ''}`
  if (to === undefined) return `${from}+`
  if (!isWhole || !bands.every(Number.isInteger)) return `${from}–<${to}`
  return to - from === 1 ? `${from}` : `${from}–${to - 1}`
}
