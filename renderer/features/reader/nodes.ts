/** The two kinds of node in the reader's tree: a paragraph that knows its place, and a run drawn in its own way. */
import { type EditorConfig, type LexicalEditor, ParagraphNode, TextNode } from 'lexical'
import type { Paragraph, Piece } from './paragraphs.ts'

/** Roughly, in pixels: what a paragraph is taken to be until it has been laid out. */
const LINE_HEIGHT = 28
const LINE_LENGTH = 66
const GAP = 13

export class DocumentParagraphNode extends ParagraphNode {
  /** Index of the paragraph in the document. */
  place = 0
  paragraph: Paragraph | null = null

  override $config() {
    return this.config('document-paragraph', { extends: ParagraphNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.place = previous.place
    this.paragraph = previous.paragraph
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    const paragraph = this.paragraph
    element.dataset['paragraph'] = String(this.place)
    if (paragraph?.first) element.classList.add('turn')
    if (paragraph?.quiet) element.classList.add('quiet')
    if (paragraph?.pieces.every(isHeading)) element.classList.toggle('heading', paragraph.pieces.length > 0)
    const lines = Math.max(1, Math.ceil((paragraph ? paragraph.end - paragraph.start : 0) / LINE_LENGTH))
    element.style.setProperty('contain-intrinsic-block-size', `auto ${lines * LINE_HEIGHT + GAP}px`)
    return element
  }
}

export class PieceNode extends TextNode {
  /** Kinds of mark that cover it, parted by spaces: they are its classes. */
  kinds = ''

  override $config() {
    return this.config('document-piece', { extends: TextNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.kinds = previous.kinds
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor)
    element.className = this.kinds
    return element
  }
}

/** One paragraph node with one text node per piece. */
export const $createParagraph = (text: string, paragraph: Paragraph, place: number): DocumentParagraphNode => {
  const node = new DocumentParagraphNode()
  node.place = place
  node.paragraph = paragraph
  return node.append(...paragraph.pieces.map((piece) => $createPiece(text, piece)))
}

const $createPiece = (text: string, { start, end, kinds }: Piece): TextNode => {
  const words = text.slice(start, end)
  if (kinds.length === 0) return new TextNode(words)
  const node = new PieceNode(words)
  node.kinds = kinds.join(' ')
  return node
}

const isHeading = ({ kinds }: Piece) => kinds.includes('heading')
