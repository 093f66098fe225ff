/** Keeps a contenteditable from being written in while caret, selection and keys stay alive. */

const WRITING = ['beforeinput', 'input', 'paste', 'cut', 'drop', 'dragstart', 'dragover'] as const

/**
 * Blocks every way to write, in the capture phase on `frame`, which must be an ancestor of `root`. `putBack` is called
 * when something wrote all the same: an input method cannot be cancelled, nor can an extension of the browser.
 */
export const guardText = (frame: HTMLElement, root: HTMLElement, putBack: () => void): (() => void) => {
  const block = (event: Event) => {
    if (event.target instanceof Node && root.contains(event.target)) event.preventDefault()
  }
  const watch = new MutationObserver(() => {
    putBack()
    // What was put back is no reason to put back again.
    watch.takeRecords()
  })
  for (const name of WRITING) frame.addEventListener(name, block, { capture: true })
  watch.observe(root, { characterData: true, childList: true, subtree: true })
  return () => {
    for (const name of WRITING) frame.removeEventListener(name, block, { capture: true })
    watch.disconnect()
  }
}
