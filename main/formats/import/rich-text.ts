/** Puts lines with bold, italic and headings together to canonical text and its style marks. */
import { clean, withoutBlankEnds } from './canonical.ts'
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
    const heading: Mark[] = line.heading ? [{ start: 0, end: text.length, kind: 'heading' }] : []
    for (const { start, end, kind } of [...marks, ...heading])
      this.styles.push({ start: this.length + start, end: this.length + end, kind })
    this.lines.push(text)
    this.length += text.length + 1
  }

  /** The canonical text of all lines, and the marks on it. */
  take(): { text: string; styles: Mark[] } {
    const whole = this.lines.join('\n')
    const kept = withoutBlankEnds(whole)
    const inKept = (at: number) => Math.min(Math.max(at, kept.start), kept.end) - kept.start
    const styles = this.styles.map(({ start, end, kind }) => ({ start: inKept(start), end: inKept(end), kind }))
    return { text: whole.slice(kept.start, kept.end), styles: styles.filter(({ start, end }) => start < end) }
  }
}

/**
 * The line in NFC. The marks' ends are moved to whole characters first: no letter and accent come together across such
 * a place, so that the pieces between can be normalised one by one.
 */
const normalised = (line: Line): { text: string; marks: Mark[] } => {
  const { raw, marks } = joined(line)
  if (raw.normalize('NFC') === raw) return { text: raw, marks }
  const whole = shrinkToGraphemes(raw, marks)
  const ends = [...new Set(whole.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
  const moved = new Map<number, number>()
  let text = ''
  let from = 0
  for (const at of ends) {
    text += raw.slice(from, at).normalize('NFC')
    moved.set(at, text.length)
    from = at
  }
  text += raw.slice(from).normalize('NFC')
  const place = (at: number) => moved.get(at) as number
  return { text, marks: whole.map(({ start, end, kind }) => ({ start: place(start), end: place(end), kind })) }
}

/** The pieces one after another, and where they are bold and italic; neighbours alike make one mark. */
const joined = (line: Line): { raw: string; marks: Mark[] } => {
  let raw = ''
  const marks: Mark[] = []
  const open: Record<'bold' | 'italic', number> = { bold: -1, italic: -1 }
  const turn = (kind: 'bold' | 'italic', on: boolean) => {
    if (on && open[kind] < 0) open[kind] = raw.length
    if (on || open[kind] < 0) return
    marks.push({ start: open[kind], end: raw.length, kind })
    open[kind] = -1
  }
  for (const { text, bold, italic } of line.pieces) {
    const piece = clean(text)
    if (piece === '') continue
    turn('bold', bold)
    turn('italic', italic)
    raw += piece
  }
  turn('bold', false)
  turn('italic', false)
  return { raw, marks }
}
