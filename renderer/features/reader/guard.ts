/** Keeps a contenteditable from being written in while caret, selection and keys stay alive. */
import { stopLexicalPropagation } from 'lexical'

const WRITING = ['beforeinput', 'input', 'paste', 'cut', 'drop', 'dragstart', 'dragover'] as const
const KEYS = ['keydown', 'keyup'] as const

/**
 * Blocks every way to write, in the capture phase on `frame`, which must be an ancestor of `root`. `onDisturbed` is
 * called when an input method wrote all the same (that cannot be cancelled) and the text has to be put back.
 */
export const guardText = (frame: HTMLElement, root: HTMLElement, onDisturbed: () => void): (() => void) => {
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
  const compose = (event: Event) => {
    if (!inText(event)) return
    stopLexicalPropagation(event)
    root.blur()
  }
  const composed = (event: Event) => {
    if (!inText(event)) return
    stopLexicalPropagation(event)
    onDisturbed()
    root.focus({ preventScroll: true })
  }
  const capture = { capture: true }
  const listeners: [string, (event: Event) => void][] = [
    ...WRITING.map((name): [string, (event: Event) => void] => [name, block]),
    ...KEYS.map((name): [string, (event: Event) => void] => [name, pass]),
    ['compositionstart', compose],
    ['compositionend', composed],
  ]
  for (const [name, listener] of listeners) frame.addEventListener(name, listener, capture)
  return () => {
    for (const [name, listener] of listeners) frame.removeEventListener(name, listener, capture)
  }
}
