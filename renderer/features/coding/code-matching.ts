/** Finding codes by a few letters of their name or path, without regard to case or accents. Pure. */
import type { Code } from '../../../contract/codes.ts'

/** A code with the names of what it stands under, from the root down. */
export interface PathedCode extends Code {
  readonly path: readonly string[]
}
export interface CodeMatch {
  readonly code: PathedCode
  /** Parts of the name that were found, half-open, in order. */
  readonly found: readonly (readonly [start: number, end: number])[]
}

/** Codes in the order of the tree, with their paths. */
export const withPaths = (codes: readonly Code[]): PathedCode[] => {
  const paths = new Map<number | null, readonly string[]>([[null, []]])
  return codes.map((code) => {
    const path = paths.get(code.parentId) ?? []
    paths.set(code.id, [...path, code.name])
    return { ...code, path }
  })
}

/** Without case and accents: "Één" and "een" are alike. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The folded text, and for each of its units where it stands in the text; one more for the end. */
const foldWithPlaces = (text: string) => {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const sign of text) {
    const plain = fold(sign)
    for (let unit = 0; unit < plain.length; unit++) places.push(place)
    folded += plain
    place += sign.length
  }
  return { folded, places: [...places, text.length] }
}

const wordStarts = (folded: string): number[] => [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)

/** How well a query fits, best first. */
const fits = ['beginning', 'word', 'words', 'inside', 'scattered', 'path'] as const
type Fit = (typeof fits)[number]
type Spans = [number, number][]

const matchName = (query: string, name: string): { fit: Fit; spans: Spans } | null => {
  const starts = wordStarts(name)
  const whole = (at: number): Spans => [[at, at + query.length]]
  if (name.startsWith(query)) return { fit: 'beginning', spans: whole(0) }
  const word = starts.find((start) => name.startsWith(query, start))
  if (word !== undefined) return { fit: 'word', spans: whole(word) }
  const words = matchWords(query, name, starts)
  if (words) return { fit: 'words', spans: words }
  const inside = name.indexOf(query)
  if (inside >= 0) return { fit: 'inside', spans: whole(inside) }
  const scattered = matchScattered(query, name, starts)
  return scattered ? { fit: 'scattered', spans: scattered } : null
}

/** "saf fe", "safe" and "sf" for "safety fear": the query is made of beginnings of words, in order. */
const matchWords = (query: string, name: string, starts: readonly number[]): Spans | null => {
  // Tried without success: the rest of the query from one place, in the rest of the name from another.
  const failed = new Set<string>()
  const match = (place: number, from: number): Spans | null => {
    const at = query[place] === ' ' ? place + 1 : place
    if (at >= query.length) return []
    if (failed.has(`${at} ${from}`)) return null
    for (const start of starts) {
      if (start < from) continue
      let length = 0
      while (at + length < query.length && query[at + length] !== ' ' && query[at + length] === name[start + length])
        length++
      for (let taken = length; taken > 0; taken--) {
        const rest = match(at + taken, start + taken)
        if (rest) return [[start, start + taken], ...rest]
      }
    }
    failed.add(`${at} ${from}`)
    return null
  }
  return match(0, 0)
}

const LEAST_SCATTERED = 4

/** The letters in order with few between them, from the beginning of a word: "detnion" for "detention". */
const matchScattered = (query: string, name: string, starts: readonly number[]): Spans | null => {
  if (query.length < LEAST_SCATTERED) return null
  const most = query.length + Math.max(1, Math.floor(query.length / 3))
  for (const start of starts) {
    const spans: Spans = []
    let from = start
    for (const letter of query) {
      const at = name.indexOf(letter, from)
      if (at < 0 || at >= start + most || (spans.length === 0 && at !== start)) break
      spans.push([at, at + letter.length])
      from = at + letter.length
    }
    if (from > start && spans.length === [...query].length) return spans
  }
  return null
}

const isInPath = (query: string, path: readonly string[], name: string): boolean => {
  const words = fold([...path, name].join(' '))
  const starts = wordStarts(words)
  return query.split(' ').every((piece) => starts.some((start) => words.startsWith(piece, start)))
}

/** `recent`: ids, latest first. Without a query: recent codes first, then all in the order of the tree. */
export const matchCodes = (query: string, codes: readonly PathedCode[], recent: readonly number[]): CodeMatch[] => {
  const wanted = fold(query.trim().replaceAll(/\s+/gu, ' '))
  const age = new Map(recent.map((id, index) => [id, index]))
  const ageOf = ({ id }: PathedCode) => age.get(id) ?? Number.MAX_SAFE_INTEGER
  if (wanted === '')
    return codes.toSorted((a, b) => ageOf(a) - ageOf(b)).map((code): CodeMatch => ({ code, found: [] }))
  return codes
    .flatMap((code) => {
      const { folded, places } = foldWithPlaces(code.name)
      const match = matchName(wanted, folded)
      if (match) {
        const found = match.spans.map(([start, end]) => [places[start] ?? 0, places[end] ?? code.name.length] as const)
        return [{ code, found, rank: fits.indexOf(match.fit) }]
      }
      return isInPath(wanted, code.path, code.name) ? [{ code, found: [], rank: fits.indexOf('path') }] : []
    })
    .toSorted((a, b) => a.rank - b.rank || ageOf(a.code) - ageOf(b.code) || a.code.name.length - b.code.name.length)
    .map(({ code, found }) => ({ code, found }))
}

const IN_VIVO_LENGTH = 60

/** A code's name out of a quote: its words without marks at the ends, cut at a word where it is long. */
export const inVivoName = (quote: string): string => {
  const line = quote.replaceAll(/\s+/gu, ' ').replaceAll(/^[^\p{L}\p{N}([]+|[^\p{L}\p{N})\]]+$/gu, '')
  if (line.length <= IN_VIVO_LENGTH) return line
  const cut = line.slice(0, IN_VIVO_LENGTH - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), IN_VIVO_LENGTH / 2)).trimEnd()}…`
}
