import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../contract/codes.ts'
import { fold, inVivoName, matchCodes, withPaths } from '../../renderer/features/coding/code-matching.ts'

const code = (id: number, name: string, parentId: number | null = null): Code => ({
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
})
const codes = withPaths([
  code(1, 'Fear'),
  code(2, 'Safety fear', 1),
  code(3, 'Family as threat', 1),
  code(4, 'Agency'),
  code(5, 'Detention passivity', 4),
  code(6, 'Fairness of detention', 4),
  code(7, 'Één keer teruggaan'),
])
const found = (query: string, recent: number[] = []) => matchCodes(query, codes, recent).map(({ code: { id } }) => id)
const marked = (query: string) => {
  const [first] = matchCodes(query, codes, [])
  return first?.found.map(([start, end]) => first.code.name.slice(start, end))
}

describe('finding a code', () => {
  test('by the beginning of its name, then of a word, then by letters inside it', () => {
    expect(found('det')).toEqual([5, 6])
    expect(found('fa')).toEqual([3, 6])
    expect(found('sf')[0]).toBe(2)
    expect(found('saf fe')).toEqual([2])
    expect(found('tention')).toEqual([5, 6])
    expect(found('detpas')).toEqual([5])
    expect(found('detnion')).toEqual([5, 6])
    // A new name must not be taken for letters that lie far apart in an old one.
    expect(found('dept')).toEqual([])
    expect(found('zzz')).toEqual([])
  })

  test('by its path, after those whose own name fits', () => {
    expect(found('fear')).toEqual([1, 2, 3])
    expect(found('agency det')).toEqual([5, 6])
  })

  test('without regard to case and accents, and shows which letters were found', () => {
    expect(found('EEN')).toEqual([7])
    expect(marked('een')).toEqual(['Één'])
    expect(marked('saf fe')).toEqual(['Saf', 'fe'])
    expect(marked('sf')).toEqual(['S', 'f'])
    expect(fold('Ça va')).toBe('ca va')
  })

  test('with those used last before others that fit as well', () => {
    expect(found('fa', [6])).toEqual([6, 3])
    expect(found('tention', [6])).toEqual([6, 5])
    expect(found('', [4, 2])).toEqual([4, 2, 1, 3, 5, 6, 7])
  })

  test('whatever is typed, what is marked is in the name, in order', () => {
    assert(
      property(string(), array(constantFrom('é', 'A', ' ', 'ﬁ', '🙂', 'x', '-'), { maxLength: 12 }), (query, name) => {
        const text = name.join('')
        for (const { found: parts } of matchCodes(query, withPaths([code(1, text)]), [])) {
          let last = 0
          for (const [start, end] of parts) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
            last = end
          }
        }
      }),
    )
  })
})

describe('a name from the words themselves', () => {
  test('leaves marks at the ends out and cuts at a word', () => {
    expect(inVivoName(' “I became somebody who waits.” ')).toBe('I became somebody who waits')
    expect(inVivoName('You learn the\n sound of every key')).toBe('You learn the sound of every key')
    const long = inVivoName('At first I wrote letters and after some time you stop and lie down and wait for the door')
    expect(long).toBe('At first I wrote letters and after some time you stop and…')
    expect(long.length).toBeLessThanOrEqual(60)
    expect(inVivoName('...')).toBe('')
  })
})
