/** Reads a .docx: mammoth's document model to plain text with bold, italic and headings; tables of turns to labels. */
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { countLeftOut, type LeftOut } from './docx-leftout.ts'
import { openDocx, type DocxParts } from './docx-parts.ts'
import { tableLines, type Cell } from './docx-table.ts'
import { RichText, type Line } from './rich-text.ts'
import type { Mark } from './segment.ts'
import { Unreadable } from './unreadable.ts'

export interface DocxText {
  readonly text: string
  readonly styles: readonly Mark[]
  /** Labels that a column of a table says are speakers. */
  readonly labels: ReadonlySet<string>
  readonly leftOut: LeftOut
}

/** Throws `Unreadable` for what is no sound .docx. */
export const readDocx = async (bytes: Uint8Array): Promise<DocxText> => {
  const docx = openDocx(bytes)
  const leftOut = countLeftOut(docx)
  const root = await readModel(docx)
  const labels = new Set<string>()
  const rich = new RichText()
  for (const line of linesOf(root.children, labels)) rich.add(line)
  return { ...rich.take(), labels, leftOut }
}

/** The part of mammoth's document model that text is made of (mammoth/lib/documents.js). */
interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly checked?: boolean
  readonly colSpan?: number
  readonly rowSpan?: number
}

/**
 * mammoth gets an archive of our own making that holds the checked parts only, and hands over its model before it makes
 * HTML from it.
 */
const readModel = async ({ parts }: DocxParts): Promise<{ children: readonly Node[] }> => {
  const encoder = new TextEncoder()
  const files = Object.fromEntries([...parts].map(([name, xml]) => [name, encoder.encode(forMammoth(xml))]))
  let root: Node | undefined
  const buffer = Buffer.from(zipSync(files, { level: 0 }))
  const transformDocument = (document: Node) => {
    root = document
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml(
      { buffer },
      { transformDocument, externalFileAccess: false, includeEmbeddedStyleMap: false },
    )
  } catch {
    throw new Unreadable('damaged')
  }
  return { children: root?.children ?? [] }
}

/** Elements that mammoth drops with the words in them, under names that it reads the same way. */
const forMammoth = (xml: string): string =>
  xml
    .replace(/<(\/?)([A-Za-z_][\w.-]*:)(?:fldSimple|dir|bdo)(?=[\s/>])/g, '<$1$2smartTag')
    .replace(/<(\/?)([A-Za-z_][\w.-]*:)cr(?=[\s/>])/g, '<$1$2br')
    .replace(/<(\/?)([A-Za-z_][\w.-]*:)ptab(?=[\s/>])/g, '<$1$2tab')

const linesOf = (nodes: readonly Node[], labels: Set<string>): Line[] =>
  nodes.flatMap((node) => {
    if (node.type === 'paragraph') return paragraphLines(node, labels)
    if (node.type === 'table') return tableLines(tableCells(node, labels), labels)
    return node.children ? linesOf(node.children, labels) : []
  })

const headingStyle = /^(?:heading|kop|title|titel|subtitle|ondertitel)(?: ?\d)?$/i

/** One line, with the lines of text boxes that hang in the paragraph after it. */
const paragraphLines = (paragraph: Node, labels: Set<string>): Line[] => {
  const heading = headingStyle.test(paragraph.styleName ?? '') || headingStyle.test(paragraph.styleId ?? '')
  const line: Line = { pieces: [], heading }
  const inner: Line[] = []
  const walk = (node: Node, bold: boolean, italic: boolean) => {
    if (node.type === 'paragraph' || node.type === 'table') {
      inner.push(...linesOf([node], labels))
      return
    }
    const text = textOf(node)
    if (text) line.pieces.push({ text, bold, italic })
    const style = node.type === 'run' ? (node.styleName ?? '') : ''
    for (const child of node.children ?? [])
      walk(child, bold || !!node.isBold || style === 'Strong', italic || !!node.isItalic || style === 'Emphasis')
  }
  for (const child of paragraph.children ?? []) walk(child, false, false)
  return [line, ...inner]
}

const textOf = (node: Node): string => {
  switch (node.type) {
    case 'text':
      // A line end inside the XML is no line end on the page.
      return (node.value ?? '').replace(/[\r\n]+/g, ' ')
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'checkbox':
      return node.checked ? '☒' : '☐'
    default:
      return ''
  }
}

const tableCells = (table: Node, labels: Set<string>): Cell[][] =>
  (table.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => ({
      lines: linesOf(cell.children ?? [], labels),
      columns: cell.colSpan ?? 1,
      rows: cell.rowSpan ?? 1,
    })),
  )
