/** The Lexical editor that holds the text of one document; positions go in and out as offsets of that text. */
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  createEditor,
  type EditorState,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type PointType,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical'
import type { DocumentText } from '../../../contract/documents.ts'
import { guardText } from './guard.ts'
import { $createParagraph, DocumentParagraphNode, PieceNode } from './nodes.ts'
import { type Paragraph, paragraphAt } from './paragraphs.ts'

/** Where the selection was begun and where it is now; equal for a caret. */
export interface Marks {
  readonly anchor: number
  readonly focus: number
}

export interface TextEditor {
  /** One element per paragraph, in order. */
  readonly elements: readonly HTMLElement[]
  /** Null before the text ever had the focus. */
  selection(): Marks | null
  /** Moves caret or selection, and the focus with it; does not scroll. */
  select(marks: Marks): void
  dispose(): void
}

/** Fills `root`; `frame` is an ancestor on which writing is blocked. `onSelection` follows every move of the caret. */
export const openText = (
  { root, frame }: { readonly root: HTMLElement; readonly frame: HTMLElement },
  document: DocumentText,
  paragraphs: readonly Paragraph[],
  onSelection: () => void,
): TextEditor => {
  const editor = createEditor({
    namespace: 'reader',
    nodes: [DocumentParagraphNode, PieceNode],
    onError: (error) => {
      throw error
    },
  })
  editor.setRootElement(root)
  const keys = build(editor, document.text, paragraphs)
  const original = editor.getEditorState()
  const elements = keys.map((key) => editor.getElementByKey(key) as HTMLElement)
  assertText(original, keys, document.text)

  const putBack = () => editor.setEditorState(original, { tag: HISTORY_MERGE_TAG })
  const stopGuard = guardText(frame, root, () => restoreText(elements, document.text, paragraphs))
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState }) => {
    if (editorState === original) return
    // Nothing writes in this mode; whatever did all the same is undone before anyone can code against it.
    if (dirtyLeaves.size > 0 || dirtyElements.size > 0) putBack()
    else onSelection()
  })

  return {
    elements,
    selection: () => editor.read(() => $readMarks(document.text.length, paragraphs)),
    select: ({ anchor, focus }) => {
      editor.update(
        () => {
          const selection = $createRangeSelection()
          selection.anchor.set(...$pointAt(keys, document.paragraphs, paragraphs, anchor))
          selection.focus.set(...$pointAt(keys, document.paragraphs, paragraphs, focus))
          $setSelection(selection)
        },
        { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
      )
    },
    dispose: () => {
      stopListening()
      stopGuard()
      editor.setRootElement(null)
    },
  }
}

const build = (editor: LexicalEditor, text: string, paragraphs: readonly Paragraph[]): NodeKey[] => {
  let keys: NodeKey[] = []
  editor.update(
    () => {
      const nodes = paragraphs.map((paragraph, place) => $createParagraph(text, paragraph, place))
      $getRoot()
        .clear()
        .append(...nodes)
      keys = nodes.map((node) => node.getKey())
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  )
  return keys
}

/** Every position that is stored rests on this; a difference would code the wrong words without a sign. */
const assertText = (state: EditorState, keys: readonly NodeKey[], text: string) => {
  const shown = state.read(() => keys.map((key) => $getNodeByKey(key)?.getTextContent() ?? '').join('\n'))
  if (shown !== text) throw new Error('The reader shows another text than the document holds.')
}

/** After an input method has written into the page behind Lexical's back: every piece as it was. */
const restoreText = (elements: readonly HTMLElement[], text: string, paragraphs: readonly Paragraph[]) => {
  elements.forEach((element, place) => {
    const paragraph = paragraphs[place]
    if (!paragraph || element.textContent === text.slice(paragraph.start, paragraph.end)) return
    paragraph.pieces.forEach(({ start, end }, number) => {
      const words = element.children[number]?.firstChild
      if (words) words.nodeValue = text.slice(start, end)
    })
  })
}

type PointArguments = [key: NodeKey, offset: number, type: 'text' | 'element']

const $pointAt = (
  keys: readonly NodeKey[],
  starts: readonly number[],
  paragraphs: readonly Paragraph[],
  offset: number,
): PointArguments => {
  const place = paragraphAt(starts, offset)
  const key = keys[place] as NodeKey
  const paragraph = paragraphs[place]
  const node = $getNodeByKey(key)
  if (!paragraph || !$isElementNode(node) || paragraph.pieces.length === 0) return [key, 0, 'element']
  const inside = Math.min(offset, paragraph.end)
  const found = paragraph.pieces.findIndex(({ end }) => inside <= end)
  const child = node.getChildAtIndex(found) as LexicalNode
  return [child.getKey(), inside - (paragraph.pieces[found]?.start ?? 0), 'text']
}

const $readMarks = (length: number, paragraphs: readonly Paragraph[]): Marks | null => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return {
    anchor: $offsetOf(selection.anchor, length, paragraphs),
    focus: $offsetOf(selection.focus, length, paragraphs),
  }
}

const $offsetOf = (point: PointType, length: number, paragraphs: readonly Paragraph[]): number => {
  const node = point.getNode()
  const top = node.getTopLevelElement()
  // On the root itself, as after "select all": between two paragraphs.
  if (!(top instanceof DocumentParagraphNode)) return paragraphs[point.offset]?.start ?? length
  let offset = paragraphs[top.place]?.start ?? 0
  if (point.type === 'text') offset += point.offset
  const before = point.type === 'text' ? node : top.getChildAtIndex(point.offset)
  const earlier = before ? before.getPreviousSiblings() : top.getChildren()
  for (const sibling of earlier) offset += sibling.getTextContentSize()
  return offset
}
