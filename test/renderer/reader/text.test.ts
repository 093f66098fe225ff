/** Paragraphs, turns, boundaries, selecting, walking and finding, on a small interview and on random text. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesIn, snapToGraphemes, snapToWords, wordAt } from '../../../renderer/features/reader/boundaries.ts'
import { indexCodings } from '../../../renderer/features/reader/codingIndex.ts'
import { findAll, foldText, nearestMatch } from '../../../renderer/features/reader/finding.ts'
import { paragraphAt, readParagraphs } from '../../../renderer/features/reader/paragraphs.ts'
import { growBySentence, growByTurn, moveEnd } from '../../../renderer/features/reader/selecting.ts'
import { readTurns, turnAt } from '../../../renderer/features/reader/turns.ts'
import { codingBeside, nextUncodedTurn } from '../../../renderer/features/reader/walking.ts'
import { columnsOf, documentOf, interview } from './sample.ts'

const { text } = interview
const turns = readTurns(interview)
const said = (span: { start: number; end: number } | null | undefined) =>
  span ? text.slice(span.start, span.end) : null
const at = (words: string, within = text) => {
  const start = within.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

describe('paragraphs', () => {
  const paragraphs = readParagraphs(interview)

  test('their pieces hold the whole text, in order', () => {
    expect(paragraphs.map(({ pieces }) => pieces.map(said).join('')).join('\n')).toBe(text)
    for (const { start, end, pieces } of paragraphs) {
      expect(pieces[0]?.start).toBe(start)
      expect(pieces.at(-1)?.end).toBe(end)
      pieces.slice(1).forEach((piece, number) => expect(piece.start).toBe(pieces[number]?.end))
    }
  })

  test('know their turn, the first of it, and who is quiet', () => {
    expect(paragraphs.map(({ turn, first, quiet }) => [turn, first, quiet])).toEqual([
      [1, true, true],
      [2, true, false],
      [2, false, false],
      [3, true, true],
      [4, true, false],
      [5, true, false],
    ])
  })

  test('cut out labels and conventions', () => {
    expect(paragraphs[1]?.pieces.map((piece) => [said(piece), piece.kinds])).toEqual([
      ['R07:', ['label']],
      [' I see the street where my brother was stopped. I cannot sleep. ', []],
      ['[sighs]', ['convention']],
    ])
  })

  test('marks that overlap and cross paragraphs keep their kinds on each piece', () => {
    const document = documentOf([{ speaker: null, paragraphs: ['one two three', '', 'four five'] }])
    const marked = { ...document, marks: { start: [4, 0], end: [19, 7], kind: ['bold' as const, 'italic' as const] } }
    expect(
      readParagraphs(marked).map(({ pieces }) => pieces.map(({ start, end, kinds }) => [start, end, kinds])),
    ).toEqual([
      [
        [0, 4, ['italic']],
        [4, 7, ['italic', 'bold']],
        [7, 13, ['bold']],
      ],
      [],
      [
        [15, 19, ['bold']],
        [19, 24, []],
      ],
    ])
  })

  test('are found by offset', () => {
    fc.assert(
      fc.property(fc.nat(text.length), (offset) => {
        const found = paragraphs[paragraphAt(interview.paragraphs, offset)]
        expect(found && found.start <= offset && offset <= found.end).toBe(true)
      }),
    )
  })
})

describe('turns', () => {
  test('leave out the label at their head and reach over their paragraphs', () => {
    expect(turns.map(({ spoken }) => said(spoken))).toEqual([
      'When you picture yourself there, what is the first thing you see?',
      'I see the street where my brother was stopped. I cannot sleep. [sighs]\nPeople say the war is over. For them perhaps.',
      'And if the place were safe?',
      'She says: then still it is not going back.',
      "The house is sold, I'd arrive as a stranger. 👨‍👩‍👧 Zoë came.",
    ])
    expect(turns.map(({ role }) => role)).toEqual([
      'interviewer',
      'respondent',
      'interviewer',
      'interpreter',
      'respondent',
    ])
  })

  test('leave out a time stamp before or after the label', () => {
    const line = '[00:01:02] R07: I waited.'
    const document = {
      ...documentOf([{ speaker: null, paragraphs: [line] }]),
      turns: { start: [0], end: [line.length], speakerId: [2] },
      marks: { start: [0, 11], end: [10, 14], kind: ['time' as const, 'label' as const] },
    }
    expect(readTurns(document).map(({ spoken }) => line.slice(spoken.start, spoken.end))).toEqual(['I waited.'])
  })

  test('are found by offset', () => {
    expect(turnAt(turns, at('I cannot').start)?.number).toBe(2)
    expect(turnAt(turns, text.length)?.number).toBe(5)
  })

  test('are the paragraphs where there are none', () => {
    const document = documentOf([{ speaker: null, paragraphs: ['one', '', 'two three'] }])
    expect(readTurns(document).map(({ number, start, end }) => [number, start, end])).toEqual([
      [1, 0, 3],
      [2, 5, 14],
    ])
  })
})

describe('snapping', () => {
  test('takes the words that are touched, without white space', () => {
    const inside = { start: at('street').start + 2, end: at('stopped').start + 3 }
    expect(said(snapToWords(text, inside, 'en'))).toBe('street where my brother was stopped')
    expect(said(snapToWords(text, at(' street '), 'en'))).toBe('street')
    expect(said(snapToWords(text, at('sleep.'), 'en'))).toBe('sleep.')
    expect(said(snapToWords(text, { start: at("I'd").start + 2, end: at("I'd").end }, 'en'))).toBe("I'd")
    expect(snapToWords(text, at(' '), 'en')).toBeNull()
  })

  test('never cuts a family in two', () => {
    const family = at('👨‍👩‍👧')
    expect(snapToGraphemes(text, { start: family.start + 2, end: family.start + 4 }, 'en')).toEqual(family)
  })

  test('holds what was selected, and again changes nothing', () => {
    const words = fc
      .array(fc.constantFrom('fear', ' ', "don't", '👨‍👩‍👧', 'e\u0301te\u0301', '.', '\n', '野家', '-'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, fc.nat(200), fc.nat(200), (random, a, b) => {
        const span = { start: Math.min(a, b, random.length), end: Math.min(Math.max(a, b), random.length) }
        const snapped = snapToWords(random, span, 'en')
        const held = random.slice(span.start, span.end).trim()
        if (!snapped) {
          expect(held).toBe('')
          return
        }
        expect(random.slice(snapped.start, snapped.end)).toContain(held)
        expect(snapToWords(random, snapped, 'en')).toEqual(snapped)
        expect(snapToGraphemes(random, snapped, 'en')).toEqual(snapped)
      }),
    )
  })

  test('finds the word at a caret, also behind it', () => {
    expect(said(wordAt(text, at('brother').start + 3, 'en'))).toBe('brother')
    expect(said(wordAt(text, at('brother').end, 'en'))).toBe('brother')
    expect(wordAt('a  b', 2, 'en')).toBeNull()
  })
})

describe('selecting', () => {
  const input = { text, language: 'en' as const, turns }

  test('by sentence: the one at the caret, then one more, over paragraphs, without labels', () => {
    const caret = at('brother').start
    let span = growBySentence(input, { start: caret, end: caret }, 'forward')
    expect(said(span)).toBe('I see the street where my brother was stopped.')
    span = growBySentence(input, span ?? at('I'), 'forward')
    expect(said(span)).toBe('I see the street where my brother was stopped. I cannot sleep. [sighs]')
    span = growBySentence(input, at('I cannot sleep. [sighs]'), 'forward')
    expect(said(span)).toBe('I cannot sleep. [sighs]\nPeople say the war is over.')
    expect(said(growBySentence(input, at('People say the war is over.'), 'backward'))).toBe(
      'I cannot sleep. [sighs]\nPeople say the war is over.',
    )
  })

  test('by sentence: part of a sentence becomes the whole of it', () => {
    expect(said(growBySentence(input, at('brother'), 'forward'))).toBe('I see the street where my brother was stopped.')
    expect(said(growBySentence(input, at('stopped. I cannot'), 'forward'))).toBe(
      'I see the street where my brother was stopped. I cannot sleep. [sighs]',
    )
  })

  test('by sentence: on a label the first sentence after it is meant', () => {
    const caret = at('R07:').start + 1
    expect(said(growBySentence(input, { start: caret, end: caret }, 'forward'))).toBe(
      'I see the street where my brother was stopped.',
    )
  })

  test('by turn: the one at the caret, then one more', () => {
    const caret = at('the place').start
    const one = growByTurn(input, { start: caret, end: caret }, 'forward')
    expect(said(one)).toBe('And if the place were safe?')
    expect(said(growByTurn(input, one ?? at('I'), 'forward'))).toBe(
      'And if the place were safe?\nT: She says: then still it is not going back.',
    )
    expect(said(growByTurn(input, one ?? at('I'), 'backward'))).toBe(
      'I see the street where my brother was stopped. I cannot sleep. [sighs]\nPeople say the war is over. For them perhaps.\nI: And if the place were safe?',
    )
  })

  test('by turn: the last turn grows no further', () => {
    const last = turns.at(-1)?.spoken ?? at('I')
    expect(growByTurn(input, last, 'forward')).toEqual(last)
  })

  test('moves either end by a word and never turns the span round', () => {
    const span = at('my brother')
    expect(said(moveEnd(input, span, 'end', 'forward'))).toBe('my brother was')
    expect(said(moveEnd(input, span, 'end', 'backward'))).toBe('my')
    expect(said(moveEnd(input, span, 'start', 'forward'))).toBe('brother')
    expect(said(moveEnd(input, span, 'start', 'backward'))).toBe('where my brother')
    expect(moveEnd(input, at('brother'), 'start', 'forward')).toBeNull()
    expect(moveEnd(input, at('brother'), 'end', 'backward')).toBeNull()
    expect(said(moveEnd(input, at('over.'), 'end', 'forward'))).toBe('over. For')
    expect(said(moveEnd(input, at('perhaps'), 'end', 'forward'))).toBe('perhaps.\nI')
  })

  test('Dutch sentences end where Dutch sentences end', () => {
    const dutch = 'Dat was in de winter. Ik wachtte. En toen?'
    expect(
      sentencesIn(dutch, { start: 0, end: dutch.length }, 'nl').map(({ start, end }) => dutch.slice(start, end)),
    ).toEqual(['Dat was in de winter.', 'Ik wachtte.', 'En toen?'])
  })
})

describe('walking', () => {
  const make = (id: number, words: string, coderId = 1) => ({
    id,
    documentId: 1,
    codeId: 1,
    coderId,
    ...at(words),
    createdAt: '',
  })
  const index = indexCodings(
    columnsOf([
      make(1, 'I see the street'),
      make(2, 'I see'),
      make(3, 'the house is sold'.replace('t', 'T')),
      make(4, 'She says', 2),
    ]),
  )

  test('goes from coding to coding in reading order', () => {
    const order = [1, 2, 4, 3]
    order.forEach((id, number) => {
      expect(index.id[codingBeside(index, { id, offset: 0 }, 'forward')]).toBe(order[number + 1])
      expect(index.id[codingBeside(index, { id, offset: 0 }, 'backward')]).toBe(order[number - 1])
    })
    expect(index.id[codingBeside(index, { id: null, offset: at('She').start + 1 }, 'forward')]).toBe(3)
    expect(index.id[codingBeside(index, { id: null, offset: at('She').start }, 'backward')]).toBe(2)
  })

  test('finds the next turn of a respondent without a coding of mine, past interviewers and what was read', () => {
    const next = (after: number, read: number[] = [], coderId = 1) =>
      nextUncodedTurn(turns, index, { after, read: new Set(read), coderId })?.number ?? null
    expect(next(0)).toBe(4)
    expect(next(4)).toBe(4)
    expect(next(0, [4])).toBeNull()
    expect(next(0, [], 2)).toBe(2)
    expect(next(2, [], 2)).toBe(5)
    expect(next(5, [], 2)).toBe(2)
  })

  test('where nobody is known every turn counts', () => {
    const bare = readTurns(documentOf([{ speaker: null, paragraphs: ['one', 'two'] }]))
    expect(nextUncodedTurn(bare, indexCodings(columnsOf([])), { after: 1, read: new Set(), coderId: 1 })?.number).toBe(
      2,
    )
  })
})

describe('finding', () => {
  test('takes no notice of capitals, accents and kinds of white space', () => {
    const found = (words: string) => findAll(foldText(text), words).map(said)
    expect(found('zoe')).toEqual(['Zoë'])
    expect(found('ZOË CAME')).toEqual(['Zoë came'])
    expect(found('perhaps. i')).toEqual(['perhaps.\nI'])
    expect(found('👨‍👩‍👧')).toEqual(['👨‍👩‍👧'])
    expect(found('')).toEqual([])
    expect(findAll(foldText('e\u0301te\u0301'), 'ete').map(({ start, end }) => [start, end])).toEqual([[0, 5]])
  })

  test('finds what a plain search finds, on plain text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab \n]{0,40}$/u), fc.stringMatching(/^[ab]{1,3}$/u), (random, words) => {
        const expected: number[] = []
        for (let start = random.indexOf(words); start >= 0; start = random.indexOf(words, start + words.length))
          expected.push(start)
        expect(findAll(foldText(random), words).map(({ start }) => start)).toEqual(expected)
      }),
    )
  })

  test('begins at the caret and goes round', () => {
    const matches = [
      { start: 3, end: 4 },
      { start: 9, end: 10 },
    ]
    expect([0, 3, 4, 10].map((offset) => nearestMatch(matches, offset))).toEqual([0, 0, 1, 0])
    expect(nearestMatch([], 4)).toBe(-1)
  })
})
