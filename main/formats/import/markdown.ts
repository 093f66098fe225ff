/** Headings, bold and italic of a Markdown text, as marks; the text itself stays as the file has it. */
import type { Mark } from './segment.ts'

/**
 * The part of Markdown that transcripts use: `# heading` and underlined headings, `**bold**`, `__bold__`, `*italic*`,
 * `_italic_`, on one line, with `\*` for an asterisk and code left alone. Linear.
 */
export const markdownStyles = (text: string): Mark[] => {
  const marks: Mark[] = []
  let fenced = false
  let previous = { start: 0, end: 0, heading: true }
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end)
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced
    else if (!fenced) {
      const heading = /^ {0,3}#{1,6}(?=[ \t])/.test(line)
      if (heading) marks.push({ start, end, kind: 'heading' })
      else if (/^ {0,3}(?:={3,}|-{3,})$/.test(line.trimEnd()) && !previous.heading && previous.end > previous.start)
        marks.push({ start: previous.start, end: previous.end, kind: 'heading' })
      emphasis(line, start, marks)
      previous = { start, end, heading: heading || line.trim() === '' }
    }
    start = end + 1
  }
  return marks
}

interface Opener {
  readonly run: string
  readonly end: number
}

const emphasis = (line: string, offset: number, marks: Mark[]): void => {
  const open = new Map<string, Opener>()
  const token = /\\.|`+|\*{1,3}|_{1,3}/gs
  for (let hit = token.exec(line); hit; hit = token.exec(line)) {
    const run = hit[0]
    if (run.startsWith('\\')) continue
    if (run.startsWith('`')) {
      const closing = line.indexOf(run, token.lastIndex)
      if (closing >= 0) token.lastIndex = closing + run.length
      continue
    }
    const before = line[hit.index - 1] ?? ' '
    const after = line[token.lastIndex] ?? ' '
    const opener = open.get(run)
    const underscore = run.startsWith('_')
    if (opener && /\S/.test(before) && !(underscore && /[\p{L}\p{N}]/u.test(after))) {
      if (run.length !== 2) marks.push({ start: offset + opener.end, end: offset + hit.index, kind: 'italic' })
      if (run.length !== 1) marks.push({ start: offset + opener.end, end: offset + hit.index, kind: 'bold' })
      open.delete(run)
    } else if (/\S/.test(after) && !(underscore && /[\p{L}\p{N}]/u.test(before)))
      open.set(run, { run, end: token.lastIndex })
  }
}
