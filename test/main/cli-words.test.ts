import { array, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../contract/codes.ts'
import { en } from '../../contract/messages/en.ts'
import { nl } from '../../contract/messages/nl.ts'
import { readCommand } from '../../main/host/cli/arguments.ts'
import { findCode, pathParts } from '../../main/host/cli/code-path.ts'
import { WrongUsage } from '../../main/host/cli/problems.ts'
import { findQuote } from '../../main/host/cli/quote.ts'

const problemOf = (words: readonly string[], messages = en): string => {
  try {
    return JSON.stringify(readCommand(words))
  } catch (error) {
    if (error instanceof WrongUsage) return error.say(messages.cli)
    throw error
  }
}

describe('words of a command', () => {
  test.each([
    [[], 'Say which command.'],
    [['code!'], 'There is no command “code!”.'],
    [['constructor', 'study'], 'There is no command “constructor”.'],
    [['new'], 'FILE is missing.'],
    [['new', 'a', 'b'], '“b” is one word too many. Names with spaces go between quotation marks.'],
    [['new', 'a', '--force'], '“new” knows no --force.'],
    [['new', 'a', '--rollup'], '“new” knows no --rollup.'],
    [['import', 'a'], 'PATH is missing.'],
    [['import', 'a', 'b', '--attributes'], 'A value is missing behind --attributes.'],
    [['code', 'a', '--document', 'd', '--quote', 'q'], '--code is missing.'],
    [['code', 'a', '--document', 'd', '--code', 'c', '--quote', ' '], '--quote is missing.'],
    [['code', 'a', '--document', 'd', '--quote', '--code', 'c'], 'A value is missing behind --quote.'],
    [['code', 'a', '--document', 'd', '--quote', 'q', '--code', 'c', '--code', 'e'], '--code is given twice.'],
    [['code', 'a', '--document', 'd', '--quote', 'q', '--code', 'a > '], '“a >” lacks a name before or behind a “>”.'],
    [
      ['code', 'a', '--document', 'd', '--quote', 'q', '--code', 'c', '--occurrence', '0'],
      'Behind --occurrence comes a number from 1.',
    ],
    [['query', 'study'], 'Behind query comes frequencies.'],
    [['query', 'frequencies'], 'FILE is missing.'],
    [['query', 'frequencies', 'a', '--count', 'letters'], 'Behind --count comes respondents or codings or words.'],
    [['query', 'frequencies', 'a', '--format', 'qdc'], 'Behind --format comes csv or json.'],
    [['query', 'frequencies', 'a', '--rollup=yes'], '--rollup takes no value.'],
    [['export', 'memos', 'a'], 'Behind export comes excerpts or codebook.'],
    [['export', 'excerpts', 'a', '--format', 'qdc'], 'Behind --format comes csv.'],
    [
      ['export', 'codebook', 'a', '--output', 'a.verbatim'],
      'A project file cannot be written over. Choose another name for --output.',
    ],
    [['call', 'a', 'codes'], 'There is no method “codes”.'],
    [['call', 'a', 'codes.constructor'], 'There is no method “codes.constructor”.'],
    [['call', 'a', 'shell.openLink', '{"url":"https://example.org"}'], 'There is no method “shell.openLink”.'],
  ] as const)('%j', (words, sentence) => {
    expect(problemOf(words)).toBe(sentence)
    // In Dutch too, and not the same words.
    expect(problemOf(words, nl)).not.toBe(sentence)
  })
})

describe('paths of codes', () => {
  const code = (id: number, parentId: number | null, name: string): Code => ({
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
    createdAt: '',
    anchors: [],
  })
  const codes = [code(1, null, 'Fear'), code(2, 1, 'Safety fear'), code(3, null, 'A > B'), code(4, 1, 'C > D')]
  const find = (path: string) => {
    const found = findCode(codes, path)
    return [found.code?.id ?? null, ...found.missing]
  }

  test('a sign without spaces around it belongs to a name; a name that is left out is empty', () => {
    expect(pathParts('Fear > Safety fear')).toEqual(['Fear', 'Safety fear'])
    expect(pathParts('age>18 >  <10> kids')).toEqual(['age>18', '<10> kids'])
    expect(pathParts('a >b> c')).toEqual(['a >b> c'])
    for (const path of ['a >', '> a', 'a > > b', '>']) expect(pathParts(path)).toContain('')
  })

  test('what is there is found whatever its case, the rest is to be made', () => {
    expect(find('fear > SAFETY FEAR')).toEqual([2])
    expect(find('Fear > Other > Deep')).toEqual([1, 'Other', 'Deep'])
    expect(find('Safety fear')).toEqual([null, 'Safety fear'])
    expect(find('A > B')).toEqual([3])
    expect(find('Fear > C > D')).toEqual([4])
    expect(find('A > C')).toEqual([null, 'A', 'C'])
  })
})

describe('quotes', () => {
  const units = constantFrom('a', 'b', ' ', '\n', '\u{1f469}\u{1f3fd}', '\u{1f469}', 'é', 'ë', '.', '[', '\\', '-')
  const text = array(units, { maxLength: 40 }).map((parts) => parts.join('').normalize('NFC'))

  test('law: a piece of the text is found where it was taken from, and every place holds exactly it', () => {
    assert(
      property(text, nat(), nat(), (whole, from, length) => {
        const parts = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole)]
        const first = parts.length === 0 ? 0 : from % parts.length
        const chosen = parts.slice(first, first + 1 + (length % 6)).map(({ segment }) => segment)
        const quote = chosen.join('')
        if (quote.trim() === '') return
        const { exact, loose } = findQuote(whole, quote)
        const start = (parts[first]?.index ?? 0) + quote.length - quote.trimStart().length
        expect(exact).toContainEqual({ start, end: start + quote.trim().length })
        expect(exact.map((span) => whole.slice(span.start, span.end))).toEqual(exact.map(() => quote.trim()))
        expect(loose).toEqual([])
      }),
    )
  })

  test('law: other spaces between the words lose no place', () => {
    assert(
      property(text, text, text, constantFrom('  ', '\n', '\t', ' \u00a0'), (before, quote, after, space) => {
        if (!/\S\s+\S/u.test(quote)) return
        const whole = `${before} ${quote.trim()} ${after}`
        const { exact, loose } = findQuote(whole, quote.trim().replace(/\s+/gu, space))
        const start = before.length + 1
        expect([...exact, ...loose]).toContainEqual({ start, end: start + quote.trim().length })
      }),
    )
  })

  test('a quote in another normal form is the same quote', () => {
    expect(findQuote('een cafébaas', 'cafe\u0301baas')).toEqual({ exact: [{ start: 4, end: 12 }], loose: [] })
    expect(findQuote('cafe\u0301baas', 'cafe')).toEqual({ exact: [], loose: [] })
  })

  test('a long quote of words that come back is looked for in no more time than it takes to read the text', () => {
    const began = performance.now()
    expect(findQuote('a '.repeat(100_000), `${'a '.repeat(2000)}b`)).toEqual({ exact: [], loose: [] })
    expect(performance.now() - began).toBeLessThan(4000)
  })
})
