/**
 * Everything about a text that follows from the text itself: paragraphs, turns, marks. Pure and linear; can be done
 * again at any time. Word starts are apart (`wordStarts`), since the language may be changed later.
 */
import type { MarkKind } from '../../../contract/documents.ts'
import type { Span } from '../../../contract/span.ts'
import { paragraphStarts } from './canonical.ts'
import { findConventions } from './conventions.ts'
import { shrinkToGraphemes } from './graphemes.ts'
import { isTimeLine, readHead, type Head } from './head.ts'
import { findTurns, type Line, type Turn } from './turns.ts'

/** Marks are in order of start. Labels, times and conventions never overlap each other; the other kinds may overlap all. */
export interface Mark extends Span {
  readonly kind: MarkKind
}

export interface Segmented {
  readonly paragraphs: readonly number[]
  readonly turns: readonly Turn[]
  readonly marks: readonly Mark[]
}

export interface SegmentOptions {
  /** Headings, bold and italic, from the format; in any order, they may cross paragraphs. */
  readonly styles?: readonly Mark[]
  /** Keys (`labelKey`) of labels that the format says are labels, such as those of a table's column. */
  readonly labels?: ReadonlySet<string>
  readonly markdown?: boolean
}

export const segment = (text: string, options: SegmentOptions = {}): Segmented => {
  const paragraphs = paragraphStarts(text)
  const styles = byLine(text, paragraphs, options.styles ?? [])
  const lines = readLines(text, paragraphs, styles)
  const { turns, heads } = findTurns(lines, options.labels ?? new Set())
  const quiet = headMarks(lines, new Set(heads))
  const conventions = apart(findConventions(text, options.markdown ?? false), quiet)
  const marks = shrinkToGraphemes(text, [...quiet, ...conventions, ...styles])
  return { paragraphs, turns, marks: marks.toSorted((a, b) => a.start - b.start || b.end - a.end) }
}

const readLines = (text: string, starts: readonly number[], styles: readonly Mark[]): Line[] => {
  const headings = styles.filter(({ kind }) => kind === 'heading')
  const bolds = styles.filter(({ kind }) => kind === 'bold')
  const lines: Line[] = []
  let heading = 0
  let bold = 0
  for (const [index, start] of starts.entries()) {
    const end = (starts[index + 1] ?? text.length + 1) - 1
    if (isBlank(text, start, end)) continue
    while ((headings[heading]?.start ?? start) < start) heading++
    while ((bolds[bold]?.start ?? start) < start) bold++
    const firstBold = bolds[bold]
    const head = readHead(text, start, end, firstBold && firstBold.start < end ? firstBold : undefined)
    lines.push({ start, end, heading: (headings[heading]?.start ?? end) < end, head })
  }
  return lines
}

const isBlank = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at] as string)) return false
  return true
}

/** Labels of turns with the line numbers before them, and time stamps at heads of lines. */
const headMarks = (lines: readonly Line[], labelled: ReadonlySet<Head>): Mark[] => {
  const heads = lines.flatMap(({ head }) => head ?? [])
  // "10:30" before words may be what is said; when many lines begin so, it is the recorder's clock.
  const minutes = heads.filter((head) => !labelled.has(head) && head.times.length > 0).length >= 3
  return heads.flatMap((head) => {
    const isLabel = labelled.has(head)
    const times = head.times
      .filter(({ bracketed, seconds }) => isLabel || isTimeLine(head) || bracketed || seconds || minutes)
      .map(({ start, end }): Mark => ({ start, end, kind: 'time' }))
    if (!isLabel || !head.label) return times
    const labels = [head.number, head.label].flatMap((span) => span ?? [])
    return [...labels.map(({ start, end }): Mark => ({ start, end, kind: 'label' })), ...times].toSorted(
      (a, b) => a.start - b.start,
    )
  })
}

/** The marks that overlap none of `others`; both in order. */
const apart = (marks: readonly Mark[], others: readonly Mark[]): Mark[] => {
  let other = 0
  return marks.filter(({ start, end }) => {
    while (other < others.length && (others[other] as Mark).end <= start) other++
    return (others[other]?.start ?? end) >= end
  })
}

/** Cuts marks at line ends, since every paragraph is drawn by itself; sorted. */
const byLine = (text: string, starts: readonly number[], marks: readonly Mark[]): Mark[] => {
  const cut: Mark[] = []
  let paragraph = 0
  for (const { start, end, kind } of marks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    while (paragraph + 1 < starts.length && (starts[paragraph + 1] as number) <= start) paragraph++
    for (let line = paragraph; line < starts.length && (starts[line] as number) < end; line++) {
      const next = starts[line + 1]
      const lineEnd = next === undefined ? text.length : next - 1
      const from = Math.max(start, starts[line] as number)
      const to = Math.min(end, lineEnd)
      if (from < to) cut.push({ start: from, end: to, kind })
    }
  }
  return cut.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
