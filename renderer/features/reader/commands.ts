/** Commands of the text: entries of the window's one list, each an action on the reader that is mounted. */
import type { Command } from '../../lib/command.ts'
import type { ReaderActionName } from './actions.ts'

const command = (
  name: ReaderActionName,
  keys: readonly string[],
  place: Pick<Command, 'scope' | 'menu'> = { scope: 'reader' },
): Command => ({
  id: `reader.${name}`,
  title: ({ reader }) => reader.commands[name],
  keys,
  ...place,
  when: ({ workspace }) => workspace.get().reader?.can(name) ?? false,
  run: ({ workspace }) => {
    workspace.get().reader?.run(name)
  },
})

export const readerCommands: readonly Command[] = [
  command('sentence', ['Space']),
  command('sentenceBack', ['Shift+Space']),
  command('turn', ['.']),
  command('turnBack', [',']),
  command('exact', ['Alt+E']),
  command('codingHere', ['Alt+Enter']),
  command('endLater', ['Alt+Shift+ArrowRight']),
  command('endEarlier', ['Alt+Shift+ArrowLeft']),
  command('startLater', ['Mod+Alt+ArrowRight']),
  command('startEarlier', ['Mod+Alt+ArrowLeft']),
  command('markRead', ['Mod+M'], { scope: 'reader', menu: 'code' }),
  command('clear', ['Escape']),
  command('nextCoding', ['Alt+ArrowDown'], { menu: 'go' }),
  command('previousCoding', ['Alt+ArrowUp'], { menu: 'go' }),
  command('nextUncoded', ['Mod+J'], { menu: 'go' }),
  command('find', ['Mod+F'], { menu: 'edit' }),
]
