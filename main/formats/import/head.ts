/** The head of a line: a number, a time stamp and what may be a speaker's label, before the words. */
import type { Span } from '../../../contract/span.ts'
import { bareTime, bracketedTime } from './conventions.ts'
import { labelKind } from './roles.ts'

/**
 * How a label was set off: `Name:`, `[Name]`, in bold, `Name (00:12)` or `Name` alone on a line, `Name` and a tab or a gap, `Q.`,
 * `Interviewer - `. Some are surer signs than others.
 */
export type Form = 'colon' | 'bracket' | 'bold' | 'timed' | 'alone' | 'tab' | 'stop' | 'dash'

export interface Label extends Span {
  readonly text: string
  readonly form: Form
}

/** Positions are in the whole text. */
export interface Head {
  /** Of the line, as in "12  R: ...". */
  readonly number: Span | null
  /** `end` takes in the colon or bracket. */
  readonly label: Label | null
  readonly times: readonly (Span & { readonly bracketed: boolean; readonly seconds: boolean })[]
  /** No words follow on the line. */
  readonly alone: boolean
}

/** A line that holds a time stamp and nothing else. */
export const isTimeLine = ({ label, times, alone }: Head): boolean => alone && label === null && times.length > 0

/** Longer heads are no heads; keeps every pattern below on a short string. */
const HEAD_LENGTH = 160

const bullets = /(?:[\s>*_•–—-]|#(?!\d))*/uy
const lineNumber = /\d{1,5}[.)]?\s+(?=\S)/uy
const time = new RegExp(`(?:${bracketedTime}|${bareTime})`, 'uy')
const afterTime = /[\s|*_–—-]*/uy
const word = String.raw`[\p{L}\p{M}\p{N}.'’&\/_-]{0,39}`
/** One to five words without a colon; a time ends it. */
const name = new RegExp(String.raw`[\p{L}]${word}(?:[ \u00a0](?![(]?\d{1,2}:\d)[\p{L}\p{N}(&]${word}\)?){0,4}`, 'uy')
const wholeName = new RegExp(`^(?:${name.source})$`, 'u')
const inBrackets = /\[([^[\]\n]{1,50})\][*_]{0,2}/uy
const colon = /[*_]{0,2}[ \u00a0]?[:：][*_]{0,2}/uy
const abbreviation = /(q|a|v|int|resp)\.(?=\s)/iuy
const blanks = /[ \u00a0]*/uy
const dash = / [–—-] (?=\S)/uy

/** The head of the line from `from` to `to`; null when it has neither time nor label. `bold`: the first bold on the line. */
export const readHead = (text: string, from: number, to: number, bold: Span | undefined): Head | null => {
  const line = text.slice(from, Math.min(to, from + HEAD_LENGTH))
  const cursor = new Cursor(line)
  cursor.take(bullets)
  const number = cursor.take(lineNumber).trimEnd()
  const numberStart = from + cursor.line.indexOf(number)
  const times: { start: number; end: number; bracketed: boolean; seconds: boolean }[] = []
  const takeTime = () => {
    const found = cursor.take(time)
    if (!found) return false
    times.push({
      start: from + cursor.at - found.length,
      end: from + cursor.at,
      bracketed: !/^\d/.test(found),
      seconds: /:\d\d:/.test(found),
    })
    cursor.take(afterTime)
    return true
  }
  takeTime()
  const label = labelAt(cursor, takeTime, bold && { start: bold.start - from, end: bold.end - from })
  if (!label && times.length === 0) return null
  cursor.take(blanks)
  // "R: 10:30" is what was said.
  if (/^\D|:\d\d:/.test(cursor.match(time)?.[0] ?? '')) takeTime()
  const alone = !/\S/.test(line.slice(cursor.at).replace(/^[*_\s]+/u, '')) && to - from <= HEAD_LENGTH
  return {
    number: number === '' ? null : { start: numberStart, end: numberStart + number.length },
    label: label && {
      text: label.text,
      start: from + withOpening(line, label.start),
      end: from + label.end,
      // "00:00:03 Speaker 1" alone on its line, the words below.
      form: label.form === 'alone' && times.length > 0 && isRole(label.text) ? 'timed' : label.form,
    },
    times,
    alone,
  }
}

/** The asterisks that open Markdown's bold belong to the label, as those that close it do. */
const withOpening = (line: string, start: number): number => {
  let at = start
  while (at > 0 && (line[at - 1] === '*' || line[at - 1] === '_')) at--
  return at
}

/** A place in a line, moved by patterns with the sticky flag. */
class Cursor {
  at = 0
  readonly line: string
  constructor(line: string) {
    this.line = line
  }
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.line)
  }
  take(pattern: RegExp): string {
    const found = this.match(pattern)?.[0] ?? ''
    this.at += found.length
    return found
  }
}

const labelAt = (cursor: Cursor, takeTime: () => boolean, bold: Span | undefined): Label | null => {
  const start = cursor.at
  const label =
    bracketLabel(cursor) ??
    stopLabel(cursor) ??
    (bold && bold.start <= start && bold.end > start ? boldLabel(cursor, bold.end) : null) ??
    timedLabel(cursor, takeTime) ??
    plainLabel(cursor)
  if (!label) cursor.at = start
  return label
}

const bracketLabel = (cursor: Cursor): Label | null => {
  const start = cursor.at
  const found = cursor.take(inBrackets)
  const text = found.replace(/^\[|\][*_]*$/g, '').trim()
  if (!wholeName.test(text)) return undo(cursor, start)
  const form = cursor.take(colon) ? 'colon' : 'bracket'
  return { text, start, end: cursor.at, form }
}

const stopLabel = (cursor: Cursor): Label | null => {
  const start = cursor.at
  const found = cursor.take(abbreviation)
  return found ? { text: found.slice(0, -1), start, end: cursor.at, form: 'stop' } : null
}

/** The bold words at the head as a label, when they are a name and nothing else. */
const boldLabel = (cursor: Cursor, boldEnd: number): Label | null => {
  const start = cursor.at
  const text = cursor.line.slice(start, boldEnd).replace(/[\s:：*_]+$/u, '')
  if (boldEnd > cursor.line.length || !wholeName.test(text)) return null
  cursor.at = start + text.length
  const form = cursor.take(colon) ? 'colon' : 'bold'
  const setOff = form === 'colon' || cursor.at >= cursor.line.length || /[\s*_]/u.test(cursor.line[cursor.at] ?? '')
  return setOff ? { text, start, end: cursor.at, form } : undo(cursor, start)
}

/** `Name (00:12):`, or `Name 00:12` alone on its line. */
const timedLabel = (cursor: Cursor, takeTime: () => boolean): Label | null => {
  const start = cursor.at
  const text = cursor.take(name)
  const end = cursor.at
  cursor.take(blanks)
  const found = text === '' ? null : cursor.match(time)
  const rest = found ? cursor.line.slice(cursor.at + found[0].length) : ''
  const sign = /^[*_ \u00a0]*[:：]/u.test(rest)
  if (!found || !(sign || /^[*_\s]*$/u.test(rest))) return undo(cursor, start)
  takeTime()
  cursor.take(colon)
  return { text, start, end, form: sign ? 'colon' : 'timed' }
}

const plainLabel = (cursor: Cursor): Label | null => {
  const start = cursor.at
  const text = cursor.take(name)
  if (!text) return null
  const end = cursor.at
  if (cursor.take(colon))
    return endsWell(cursor.line, cursor.at, text) ? { text, start, end: cursor.at, form: 'colon' } : null
  const rest = cursor.line.slice(end)
  if (/^[ \u00a0]*\t/u.test(rest) || (isRole(text) && /^[ \u00a0]{2,}\S/u.test(rest)))
    return { text, start, end, form: 'tab' }
  if (/^[*_\s]*$/u.test(rest)) return { text, start, end, form: 'alone' }
  return cursor.match(dash) ? { text, start, end, form: 'dash' } : null
}

const undo = (cursor: Cursor, at: number): null => {
  cursor.at = at
  return null
}

const isRole = (label: string): boolean => labelKind(label) !== 'name'

/** After the colon come a space or the end; after `I:` and its like a word may follow at once, but not `//`. */
const endsWell = (line: string, at: number, label: string): boolean =>
  at >= line.length || /\s/.test(line[at] ?? '') || (isRole(label) && /[\p{L}\p{N}"'“‘([…]/u.test(line[at] ?? ''))
