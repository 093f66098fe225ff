/** Puts lines with bold, italic and headings together to canonical text and its style marks. */
import { clean } from './canonical.ts'
import { shrinkToGraphemes } from './graphemes.ts'
import type { Mark } from './segment.ts'

export interface Piece {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface Line {
  readonly pieces: Piece[]
  readonly heading: boolean
}

export const lineText = ({ pieces }: Line): string => pieces.map(({ text }) => text).join('')

export class RichText {
  private readonly lines: string[] = []
  private readonly styles: Mark[] = []
  private length = 0

  add(line: Line) {
    const { text, marks } = normalised(line)
    // Blank lines before the first words are dropped (`canonicalText`).
    if (this.lines.length === 0 && !/\S/.test(text)) return
    for (const { start, end, kind } of marks)
      this.styles.push({ start: this.length + start, end: this.length + end, kind })
    if (line.heading && /\S/.test(text))
      this.styles.push({ start: this.length, end: this.length + text.length, kind: 'heading' })
    this.lines.push(text)
    this.length += text.length + 1
  }

  take(): { text: string; styles: Mark[] } {
    const text = this.lines.join('\n').trimEnd()
    const styles = this.styles.map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }))
    return { text, styles: styles.filter(({ start, end }) => start < end) }
  }
}

/** The line in NFC. Normalised between the marks' ends, which stand on whole characters, so that the ends stay true. */
const normalised = (line: Line): { text: string; marks: Mark[] } => {
  let raw = ''
  const spans: Mark[] = []
  for (const { text, bold, italic } of line.pieces) {
    const piece = clean(text)
    for (const [on, kind] of [
      [bold, 'bold'],
      [italic, 'italic'],
    ] as const) {
      if (!on || piece === '') continue
      const last = spans.findLast((span) => span.kind === kind)
      if (last?.end === raw.length) spans.splice(spans.indexOf(last), 1, { ...last, end: raw.length + piece.length })
      else spans.push({ start: raw.length, end: raw.length + piece.length, kind })
    }
    raw += piece
  }
  const whole = clean(raw)
  const text = whole.normalize('NFC')
  if (text === raw) return { text, marks: spans }
  if (whole !== raw) return { text, marks: [] }
  const marks = shrinkToGraphemes(raw, spans)
  const moved = new Map<number, number>([[0, 0]])
  let result = ''
  let from = 0
  for (const at of [...new Set(marks.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)) {
    result += raw.slice(from, at).normalize('NFC')
    moved.set(at, result.length)
    from = at
  }
  result += raw.slice(from).normalize('NFC')
  const movedMarks = marks.map(({ start, end, kind }) => ({
    start: moved.get(start) ?? 0,
    end: moved.get(end) ?? 0,
    kind,
  }))
  return { text: result, marks: result === text ? movedMarks : [] }
}
