import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { PALETTE } from '../../../contract/palette.ts'
import type { Frequencies } from '../../../contract/queries.ts'
import {
  barPicture,
  DARKEST,
  heatPicture,
  toSvg,
  type Picture,
  type Shape,
} from '../../../renderer/features/query/picture.ts'
import { modelOf, sortRows } from '../../../renderer/features/query/table-model.ts'

const names = ['good', 'poor', '<sick> & "tired"']
const answer: Frequencies = {
  columns: [
    ...names.map((label) => ({
      column: { kind: 'value', value: { kind: 'value', value: label } } as const,
      label,
      n: 7,
      doneSince: null,
    })),
    { column: { kind: 'not assigned' }, label: null, n: null, doneSince: null },
  ],
  codeIds: [1, 2],
  cells: [6, 0, 3, 2, 7, 1, 0, 0],
  newestCode: ['', ''],
  rowTotals: [9, 8],
  rowCodings: [9, 8],
  rowRespondents: [9, 8],
  columnTotals: [7, 1, 3, 2],
  total: 12,
  n: 21,
  coders: 1,
  about: 0,
}
const codes = [
  { id: 1, name: 'Safety fear', color: 0, path: [] },
  { id: 2, name: 'A code with a name that is much longer than any column could ever be wide', color: 4, path: [] },
]
const model = modelOf(answer, 'respondents', codes, ({ label }) => label ?? 'Not assigned')
const rows = sortRows(model, { by: 'codebook', descending: false })
const words = {
  title: 'Codes by Health',
  all: 'All',
  n: (count: number) => `n=${count}`,
  cell: (value: number, of: number | null) => (of === null ? `${value}` : `${value} of ${of}`),
}
const texts = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
const rects = ({ shapes }: Picture) =>
  shapes.filter((shape): shape is Extract<Shape, { kind: 'rect' }> => shape.kind === 'rect')

describe('the picture of a table', () => {
  test('holds every name, n, cell and total, and nothing lies outside of it', () => {
    const picture = heatPicture(model, rows, words)
    const found = texts(picture)
    for (const text of ['Codes by Health', 'good', 'n=7', 'n=21', 'Safety fear', '6 of 7', '9 of 21', '2'])
      expect(found).toContain(text)
    expect(rects(picture)).toHaveLength(8)
    for (const { x, y, width, height } of rects(picture)) {
      expect(x + width).toBeLessThanOrEqual(picture.width)
      expect(y + height).toBeLessThanOrEqual(picture.height)
    }
  })

  test('is a file that any program can read, with names as they are', async () => {
    const svg = toSvg(heatPicture(model, rows, words))
    const schema =
      '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg"><xsd:element name="svg"/></xsd:schema>'
    const checked = await validateXML({ xml: [{ fileName: 'picture.svg', contents: svg }], schema: [schema] })
    expect(checked.errors).toEqual([])
    expect(svg).toContain('&lt;sick&gt; &amp;')
  })
})

describe('bars', () => {
  test('are as long as the share, one per column, without what is not assigned', () => {
    const bars = rects(barPicture(model, rows, words, 760))
    expect(bars).toHaveLength(6)
    const [good, none] = bars
    expect((good?.width ?? 0) / (bars[4]?.width ?? 1)).toBeCloseTo(6)
    expect(none?.width).toBe(1)
    expect(texts(barPicture(model, rows, { ...words, title: '' }, 760))).not.toContain('Codes by Health')
  })
})

const css = readFileSync('renderer/ui/tokens.css', 'utf8')
const token = (name: string): [string, string] => {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, 'u').exec(css)
  return [found?.[1] ?? '', found?.[2] ?? '']
}
const channels = (hex: string) =>
  [1, 3, 5]
    .map((index) => Number.parseInt(hex.slice(index, index + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
/** Björn Ottosson's Oklab, as color-mix() uses it. */
const toOklab = ([r = 0, g = 0, b = 0]: number[]): number[] => {
  const [l, m, s] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt) as [number, number, number]
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const fromOklab = ([lightness = 0, a = 0, b = 0]: number[]): number[] => {
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((value) => value ** 3) as [number, number, number]
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * r + 0.7152 * g + 0.0722 * b

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme, a number can be read on the darkest cell of every colour', (_, theme) => {
  const paper = toOklab(channels(token('paper')[theme]))
  const ink = luminance(channels(token('ink')[theme]))
  for (let color = 0; color < PALETTE.length; color++) {
    const code = toOklab(channels(token(`code-${color}`)[theme]))
    const mixed = paper.map((value, index) => value + ((code[index] ?? 0) - value) * DARKEST)
    const [dark = 0, light = 0] = [luminance(fromOklab(mixed)), ink].toSorted((a, b) => a - b)
    expect((light + 0.05) / (dark + 0.05), `colour ${color}`).toBeGreaterThan(4.5)
  }
  // The style sheet says the same of the darkest.
  expect(readFileSync('renderer/features/query/query.css', 'utf8')).toContain(`calc(var(--share) * ${DARKEST * 100}%)`)
})
