/** Finding words in a document: capitals and accents make no difference, and white space is any white space. */
import { lowerBound, type Span } from '../../../contract/span.ts'

export interface FoldedText {
  readonly folded: string
  /** For each unit of `folded`, where it comes from; one more at the end for the length. */
  readonly origin: Int32Array
}

/** One pass over the text, once per document. */
export const foldText = (text: string): FoldedText => {
  const parts: string[] = []
  const origin: number[] = []
  let offset = 0
  for (const character of text) {
    const plain = foldCharacter(character)
    parts.push(plain)
    for (let unit = 0; unit < plain.length; unit++) origin.push(offset)
    offset += character.length
  }
  origin.push(text.length)
  return { folded: parts.join(''), origin: Int32Array.from(origin) }
}

/** Every place where `words` stand, ascending and disjoint. */
export const findAll = ({ folded, origin }: FoldedText, words: string): Span[] => {
  const wanted = Array.from(words, foldCharacter).join('')
  if (wanted === '') return []
  const found: Span[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = origin[at] as number
    const end = origin[at + wanted.length] as number
    if (end > start) found.push({ start, end })
  }
  return found
}

/** Index of the first place at or after `offset`, the first of all when none follows; -1 when there is none. */
export const nearestMatch = (matches: readonly Span[], offset: number): number => {
  if (matches.length === 0) return -1
  const at = lowerBound(
    matches.map(({ start }) => start),
    offset,
  )
  return at < matches.length ? at : 0
}

const ASCII_LIMIT = 0x80
const foldCharacter = (character: string): string => {
  if (character.charCodeAt(0) < ASCII_LIMIT) return /\s/u.test(character) ? ' ' : character.toLowerCase()
  if (/\s/u.test(character)) return ' '
  return character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
