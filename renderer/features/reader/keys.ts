/** Which of the reader's commands a key means. */
import type { ReaderCommand } from './commands.ts'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Plain keys mean something only in the text; with Ctrl or Alt they work from the margin too. */
export const commandFor = (
  event: Pressed,
  commands: readonly ReaderCommand[],
  inText: boolean,
): ReaderCommand | undefined =>
  commands.find(({ keys }) => keys.some((key) => matches(event, key) && (inText || key.length > 1)))

const matches = (event: Pressed, keys: string): boolean => {
  const parts = keys.split('+')
  const key = parts.at(-1)
  const has = (name: string) => parts.includes(name)
  const pressed = event.key === ' ' ? 'Space' : event.key
  return (
    pressed.toLowerCase() === key?.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === has('Mod') &&
    event.altKey === has('Alt') &&
    event.shiftKey === has('Shift')
  )
}
