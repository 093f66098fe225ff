/** The fast way to word starts answers what Intl.Segmenter answers. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordStarts } from '../../../main/formats/import/words.ts'
import type { Mark } from '../../../main/formats/import/segment.ts'

const slowly = (text: string, language: 'en' | 'nl'): number[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].flatMap(({ index, isWordLike }) =>
    isWordLike ? [index] : [],
  )

/** What the table knows, what it does not, and what joins or breaks words, often side by side. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'aZéßøĳœ19 ') },
  { weight: 6, arbitrary: fc.constantFrom(...'.,:;\'’‘_-/"“”„…–—()[]!?@#&%€+*\n\t') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...'\u0301\u200d\u200b\u00ad\u00b7\u2060\u00a0\u202f\u3000\ufe0f\u2018\u2024\u2027\u2011\u0085\u2028\u2009\u2007',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('א', 'ש', 'س', 'ا', 'ی', '٣', 'я', 'λ', '漢', 'カ', 'か', 'ไ', 'ท', '한', 'क', '्', 'ि'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('👩', '👨‍👩‍👧', '🇳🇱', '🇳', '👍🏽', '𝒜', '\ud83d', '\udc69', 'º', 'µ', '²', '½', '①', 'ǅ'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
)

describe.each(['en', 'nl'] as const)('word starts in %s', (language) => {
  test('are those of Intl.Segmenter, for any text', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 24 }), (characters) => {
        const text = characters.join('')
        expect([...wordStarts(text, [], language)]).toEqual(slowly(text, language))
      }),
      { numRuns: 20_000 },
    )
  })

  test('of plain Latin, every four characters in a row around punctuation', () => {
    const units = ['a', 'é', '1', ' ', '\n', ...".,:;'’‘_-…–€(\u00ad\u00b7\u0301"]
    const pairs = units.flatMap((first) => units.map((second) => first + second))
    const text = pairs.flatMap((first) => pairs.map((second) => first + second)).join(' ')
    expect(firstDifference([...wordStarts(text, [], language)], slowly(text, language), text)).toBe('')
  })

  test('of every character up to U+3000 between letters, digits and spaces', () => {
    const text = Array.from({ length: 0x3000 }, (_, unit) => String.fromCharCode(unit))
      .map((it) => `a${it}b 1${it}2 ${it}c ${it} d${it} ${it}${it}e`)
      .join(' ')
    expect(firstDifference([...wordStarts(text, [], language)], slowly(text, language), text)).toBe('')
  })
})

/** Around the first position that only one of the two has; empty when they are equal. */
const firstDifference = (found: readonly number[], expected: readonly number[], text: string): string => {
  const index = expected.findIndex((start, at) => start !== found[at])
  if (index < 0 && found.length === expected.length) return ''
  const at = Math.min(expected[index] ?? text.length, found[index] ?? text.length)
  return `at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 8), at + 8))}`
}

test('labels, times and conventions hold no words, and part the text', () => {
  const text = 'R:ja [lacht]nee 00:12 dus'
  const marks: Mark[] = [
    { start: 0, end: 2, kind: 'label' },
    { start: 0, end: 4, kind: 'bold' },
    { start: 5, end: 12, kind: 'convention' },
    { start: 16, end: 21, kind: 'time' },
  ]
  expect([...wordStarts(text, marks, 'nl')].map((start) => text.slice(start, start + 3))).toEqual(['ja ', 'nee', 'dus'])
})

test('long runs of one script are found in linear time', () => {
  for (const text of [
    'a'.repeat(2_000_000),
    "a'".repeat(1_000_000),
    'س '.repeat(500_000),
    '1,'.repeat(1_000_000),
    'א"'.repeat(300_000),
  ]) {
    const began = performance.now()
    expect(wordStarts(text, [], 'en').length).toBeGreaterThan(0)
    expect(performance.now() - began).toBeLessThan(4000)
  }
})
