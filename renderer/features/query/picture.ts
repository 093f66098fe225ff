/** Pictures of a table: shapes that the window draws with its own colours, and that are saved with fixed ones. Pure. */
import { scaleLinear } from 'd3-scale'
import { PALETTE } from '../../../contract/palette.ts'
import { cellOf, type TableModel, type TableRow } from './table-model.ts'

/** Positions in pixels. `color` is a place in the palette; `share` how much of it, from 0 to 1. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly color: number
      readonly share: number
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
      readonly isSoft: boolean
      readonly size: number
    }
  | { readonly kind: 'line'; readonly x: number; readonly y1: number; readonly y2: number }
export interface Picture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}
export interface PictureWords {
  /** Empty: no heading. */
  readonly title: string
  readonly all: string
  /** What stands in a cell. */
  readonly cell: (value: number, of: number | null) => string
  readonly n: (count: number) => string
}
const MARGIN = 16
const TITLE = 28
const TEXT = 12
const SMALL = 11

/** About how wide a text is in the interface's font; a little more than it is. */
const widthOf = (text: string, size = TEXT) => text.length * size * 0.56
const cut = (text: string, width: number): string => {
  const most = Math.floor(width / (TEXT * 0.56))
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text
}
/** None where the screen has it already. */
const heading = (title: string): Shape[] =>
  title === ''
    ? []
    : [{ kind: 'text', x: MARGIN, y: MARGIN + 12, text: title, anchor: 'start', isSoft: false, size: 14 }]
const codeWidth = (rows: readonly TableRow[]) =>
  Math.min(260, Math.max(80, ...rows.map(({ code }) => widthOf(code.name) + 18)))

/** The table as it stands on the screen. */
export const heatPicture = (model: TableModel, rows: readonly TableRow[], words: PictureWords): Picture => {
  const label = codeWidth(rows)
  const column = 86
  const row = 28
  const top = MARGIN + TITLE + 36
  const columns = [...model.columns.keys(), null]
  const x = (place: number) => MARGIN + label + place * column
  const head = columns.flatMap((index, place): Shape[] => {
    const name = index === null ? words.all : (model.columns[index]?.name ?? '')
    const n = index === null ? model.answer.n : (model.columns[index]?.n ?? null)
    const middle = x(place) + column / 2
    const at = { kind: 'text', x: middle, anchor: 'middle', isSoft: true } as const
    return [
      { ...at, y: top - 22, text: cut(name, column - 6), size: TEXT },
      ...(n === null || model.count !== 'respondents' ? [] : [{ ...at, y: top - 8, text: words.n(n), size: SMALL }]),
    ]
  })
  const body = rows.flatMap(({ code, index }, place): Shape[] => {
    const y = top + place * row
    const at = { kind: 'text', y: y + row / 2 + 4, size: TEXT } as const
    return [
      { ...at, x: MARGIN, text: cut(code.name, label - 8), anchor: 'start', isSoft: false },
      ...columns.flatMap((which, column_): Shape[] => {
        const { value, of, share } = cellOf(model, index, which)
        const box = { x: x(column_) + 1, y: y + 1, width: column - 2, height: row - 2 }
        return [
          ...(which === null ? [] : [{ kind: 'rect', ...box, color: code.color, share: share * DARKEST } as const]),
          { ...at, x: x(column_) + column / 2, text: words.cell(value, of), anchor: 'middle', isSoft: which === null },
        ]
      }),
    ]
  })
  return {
    width: x(columns.length) + MARGIN,
    height: top + rows.length * row + MARGIN,
    shapes: [...heading(words.title), ...head, ...body],
  }
}
/** Text must stay legible on the darkest cell. */
export const DARKEST = 0.5

/** With more columns than this, the bars are of the totals alone. */
const MOST_BARS = 8

/** One group of bars per code, one bar per column. */
export const barPicture = (
  model: TableModel,
  rows: readonly TableRow[],
  words: PictureWords,
  width: number,
): Picture => {
  // What is not assigned is no group of people, and has no bar among them.
  const groups = [...model.columns.keys()].filter((index) => model.columns[index]?.column.kind !== 'not assigned')
  const columns = groups.length <= MOST_BARS ? groups : [null]
  const nameOf = (index: number | null) => (index === null ? words.all : (model.columns[index]?.name ?? ''))
  const label = codeWidth(rows)
  const names = Math.min(120, Math.max(...columns.map((index) => widthOf(nameOf(index), SMALL)), 30) + 8)
  const bar = 18
  const group = columns.length * bar + 14
  const top = MARGIN + (words.title === '' ? 0 : TITLE)
  const left = MARGIN + label + names
  const most = Math.max(1, ...rows.flatMap(({ index }) => columns.map((column) => sizeOf(model, index, column).size)))
  const length = scaleLinear(
    [0, sizeOf(model, 0, columns[0] ?? null).of === null ? most : 1],
    [0, Math.max(80, width - left - 96)],
  )
  const shapes = rows.flatMap(({ code, index }, place): Shape[] => {
    const y = top + place * group
    return [
      {
        kind: 'text',
        x: MARGIN,
        y: y + 13,
        text: cut(code.name, label - 8),
        anchor: 'start',
        isSoft: false,
        size: TEXT,
      },
      ...columns.flatMap((column, line): Shape[] => {
        const { size, value, of } = sizeOf(model, index, column)
        const middle = y + line * bar + 13
        return [
          {
            kind: 'text',
            x: left - 8,
            y: middle,
            text: cut(nameOf(column), names),
            anchor: 'end',
            isSoft: true,
            size: SMALL,
          },
          {
            kind: 'rect',
            x: left,
            y: y + line * bar + 3,
            width: Math.max(1, length(size)),
            height: bar - 5,
            color: code.color,
            share: 0.75,
          },
          {
            kind: 'text',
            x: left + length(size) + 6,
            y: middle,
            text: words.cell(value, of),
            anchor: 'start',
            isSoft: true,
            size: SMALL,
          },
        ]
      }),
    ]
  })
  const height = top + rows.length * group + MARGIN
  const axis: Shape = { kind: 'line', x: left, y1: top, y2: height - MARGIN }
  return { width: Math.max(width, left + 180), height, shapes: [...heading(words.title), axis, ...shapes] }
}

const sizeOf = (model: TableModel, row: number, column: number | null) => {
  const { value, of } = cellOf(model, row, column)
  return { value, of, size: of === null ? value : value / Math.max(1, of) }
}

const INK = '#22252a'
const SOFT = '#5f626a'
const LINE = '#8d8a82'
const FONT = 'Inter, system-ui, -apple-system, Segoe UI, sans-serif'
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const round = (value: number) => String(Math.round(value * 100) / 100)

/** A file of its own: light colours on white, whatever the theme, for a page or a slide. */
export const toSvg = ({ width, height, shapes }: Picture): string => {
  const drawn = shapes.map((shape) => {
    if (shape.kind === 'line')
      return `<line x1="${round(shape.x)}" x2="${round(shape.x)}" y1="${round(shape.y1)}" y2="${round(shape.y2)}" stroke="${LINE}"/>`
    if (shape.kind === 'rect')
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" rx="3" fill="${PALETTE[shape.color] ?? SOFT}" fill-opacity="${round(shape.share)}"/>`
    return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor}" fill="${shape.isSoft ? SOFT : INK}">${escape(shape.text)}</text>`
  })
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT}"><rect width="100%" height="100%" fill="#ffffff"/>${drawn.join('')}</svg>\n`
}
