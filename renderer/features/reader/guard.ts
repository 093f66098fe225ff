/** Keeps a contenteditable from being written in while caret, selection and keys stay alive. */
import { stopLexicalPropagation } from 'lexical'

const WRITING = ['beforeinput', 'input', 'paste', 'cut', 'drop', 'dragstart', 'dragover'] as const
const SILENT = ['keydown', 'keyup', 'compositionstart', 'compositionend'] as const

/**
 * Blocks every way to write, in the capture phase on `frame`, which must be an ancestor of `root`. `putBack` is called
 * when something wrote all the same: an input method cannot be cancelled, nor can an extension of the browser.
 */
export const guardText = (frame: HTMLElement, root: HTMLElement, putBack: () => void): (() => void) => {
  const inText = (event: Event) => event.target instanceof Node && root.contains(event.target)
  const block = (event: Event) => {
    if (!inText(event)) return
    stopLexicalPropagation(event)
    event.preventDefault()
  }
  // Keys are for the commands of the window; Lexical would write, or swallow Ctrl+Z.
  const pass = (event: Event) => {
    if (inText(event)) stopLexicalPropagation(event)
  }
  const watch = new MutationObserver(() => {
    putBack()
    // What was put back is no reason to put back again.
    watch.takeRecords()
  })
  const capture = { capture: true }
  for (const name of WRITING) frame.addEventListener(name, block, capture)
  for (const name of SILENT) frame.addEventListener(name, pass, capture)
  watch.observe(root, { characterData: true, childList: true, subtree: true })
  return () => {
    for (const name of WRITING) frame.removeEventListener(name, block, capture)
    for (const name of SILENT) frame.removeEventListener(name, pass, capture)
    watch.disconnect()
  }
}
