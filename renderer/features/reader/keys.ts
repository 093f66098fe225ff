/** Which of the reader's commands a key means. */
import type { ReaderCommand } from './commands.ts'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export const commandFor = (event: Pressed, commands: readonly ReaderCommand[]): ReaderCommand | undefined =>
  commands.find(({ keys }) => keys.some((key) => matches(event, key)))

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
