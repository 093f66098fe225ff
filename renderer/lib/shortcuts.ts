/** Keys as written in the command list, as pressed, and as shown. */
const isMac = navigator.platform.startsWith('Mac')

/** "Mod+Shift+Z" for a keyboard event; letters by what they write, so that every keyboard layout works. */
export const keysOf = (event: KeyboardEvent): string => {
  // On a Mac, Alt writes another sign; the key itself is meant.
  const plain = isMac && event.altKey ? /^(?:Key|Digit)(?<sign>.)$/u.exec(event.code)?.groups?.['sign'] : undefined
  const key = plain ?? event.key
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  // Shift is part of the sign itself for "?" and its like, but not for letters, digits and named keys.
  const hasShift = event.shiftKey && (key.length > 1 || /[\p{L}\p{N} ]/u.test(key))
  return [
    (isMac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    hasShift ? 'Shift' : '',
    name,
  ]
    .filter((part) => part !== '')
    .join('+')
}

const names: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
}
/** "Ctrl+Shift+Z", for people. */
export const shownKeys = (keys: string): string =>
  keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(isMac ? '' : '+')

/** The target takes what is typed, so a shortcut without Mod must not steal it. The reader's text does not. */
export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement) || target.closest('[data-reader]')) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}
