/** The Lexical editor that holds the text of one document, and nothing that could change it. */
import {
  $getNodeByKey,
  $getRoot,
  createEditor,
  type EditorState,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical'
import type { DocumentText } from '../../../contract/documents.ts'
import { guardText } from './guard.ts'
import { $createParagraph, DocumentParagraphNode, PieceNode } from './nodes.ts'
import type { Paragraph } from './paragraphs.ts'

export interface TextEditor {
  /** One element per paragraph, in order, with one child per piece. */
  readonly elements: readonly HTMLElement[]
  readonly dispose: () => void
}

/** Fills `root`; `frame` is an ancestor on which writing is blocked. */
export const openText = (
  { root, frame }: { readonly root: HTMLElement; readonly frame: HTMLElement },
  { text }: DocumentText,
  paragraphs: readonly Paragraph[],
): TextEditor => {
  const editor = createEditor({
    namespace: 'reader',
    // Lexical then leaves keys, selection and focus to the browser; the element itself stays editable, for its caret.
    editable: false,
    nodes: [DocumentParagraphNode, PieceNode],
    onError: (error) => {
      throw error
    },
  })
  editor.setRootElement(root)
  const keys = build(editor, text, paragraphs)
  const original = editor.getEditorState()
  const elements = keys.map((key) => editor.getElementByKey(key) as HTMLElement)
  assertText(original, keys, text)

  // Nothing writes in this mode; what was written all the same is undone before anyone can code against it.
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState }) => {
    if (editorState !== original && (dirtyLeaves.size > 0 || dirtyElements.size > 0))
      editor.setEditorState(original, { tag: SKIP_DOM_SELECTION_TAG })
  })
  const stopGuard = guardText(frame, root, () => putBack(elements, text, paragraphs))
  return {
    elements,
    dispose: () => {
      stopGuard()
      stopListening()
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

/** Every piece as it was, where the page differs. */
const putBack = (elements: readonly HTMLElement[], text: string, paragraphs: readonly Paragraph[]) => {
  elements.forEach((element, place) => {
    const paragraph = paragraphs[place]
    if (!paragraph || element.textContent === text.slice(paragraph.start, paragraph.end)) return
    paragraph.pieces.forEach(({ start, end }, number) => {
      const words = element.children[number]?.firstChild
      if (words && words.nodeValue !== text.slice(start, end)) words.nodeValue = text.slice(start, end)
    })
  })
}
