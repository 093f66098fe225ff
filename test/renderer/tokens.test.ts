import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PALETTE } from '../../contract/palette.ts'

const css = readFileSync('renderer/ui/tokens.css', 'utf8')
/** The two values of a token, light and dark, as #rrggbb. */
const token = (name: string): [light: string, dark: string] => {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, 'u').exec(css)
  if (!found?.[1] || !found[2]) throw new Error(`no token --${name}`)
  return [found[1], found[2]]
}
/** Relative luminance and contrast ratio of WCAG 2.2, "contrast ratio" and "relative luminance". */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((index) => Number.parseInt(hex.slice(index, index + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_, theme) => {
  test('every code colour stands out against paper and desk', () => {
    for (const ground of ['paper', 'desk'])
      for (let index = 0; index < PALETTE.length; index++)
        expect(
          contrast(token(`code-${index}`)[theme], token(ground)[theme]),
          `code ${index} on ${ground}`,
        ).toBeGreaterThanOrEqual(3)
  })
  test('text can be read on paper and desk, and on what is selected', () => {
    for (const ground of ['paper', 'desk'])
      for (const text of ['ink', 'soft', 'faint', 'accent', 'danger', 'good', 'warning'])
        expect(contrast(token(text)[theme], token(ground)[theme]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('ink')[theme], token('selected')[theme])).toBeGreaterThanOrEqual(7)
    expect(contrast(token('soft')[theme], token('selected')[theme])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('on-accent')[theme], token('accent')[theme])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('line-strong')[theme], token('paper')[theme])).toBeGreaterThanOrEqual(3)
  })
})

test('the light colours of codes are those of exported files', () => {
  expect(PALETTE.map((_, index) => token(`code-${index}`)[0])).toEqual([...PALETTE])
})
