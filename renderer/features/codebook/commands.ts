/** Commands of the codebook; most act on the codes chosen in its tree, while one is in it. */
import type { Command, CommandContext } from '../../lib/command.ts'
import type { Room } from '../../lib/workspace.ts'
import { coding } from '../coding/coding-state.ts'
import { codesOf, isInTree, showExcerpts } from './acts.ts'
import { moveByKey, type Direction } from './code-rows.ts'
import { codebook, type CodebookDialog } from './codebook-state.ts'

const chosen = ({ workspace }: CommandContext) => workspace.get().codeIds
const roomsWithTree: readonly Room[] = ['code', 'query', 'codebook']
/** The tree is on the screen and new codes may be made. */
const canMake = ({ isOpen, workspace }: CommandContext) =>
  isOpen && roomsWithTree.includes(workspace.get().room) && !coding.get().isClosed

const moveCodes = (name: Direction, keys: string): Command => ({
  id: `codebook.${name}`,
  title: ({ codebook: { commands } }) => commands[name],
  keys: [keys],
  when: (context) =>
    isInTree() && codebook.get().order === 'own' && moveByKey(coding.get().codes, chosen(context), name) !== null,
  run: async (context) => {
    const move = moveByKey(coding.get().codes, chosen(context), name)
    if (move) await context.client.codes.move(move)
  },
})

/** By key only in the tree, where the key means the codes; by name wherever the tree is on the screen. */
const inDialog = (kind: Exclude<CodebookDialog['kind'], 'anchors'>, key?: string): Command => ({
  id: `codebook.${kind}`,
  title: ({ codebook: { titles } }) => titles[kind],
  ...(key === undefined ? {} : { keys: [key] }),
  when: (context) =>
    chosen(context).length > 0 &&
    (key === undefined ? roomsWithTree.includes(context.workspace.get().room) : isInTree()),
  run: (context) => {
    codebook.open(kind, chosen(context))
  },
})

export const codebookCommands: readonly Command[] = [
  {
    id: 'codebook.create',
    title: (messages) => messages.codebook.commands.create,
    keys: ['Alt+N'],
    menu: 'code',
    when: canMake,
    run: (context) => {
      const [code] = isInTree() ? codesOf(chosen(context)) : []
      codebook.name({ kind: 'create', parentId: code?.parentId ?? null })
    },
  },
  {
    id: 'codebook.createInside',
    title: (messages) => messages.codebook.commands.createInside,
    keys: ['Alt+Shift+N'],
    when: (context) => canMake(context) && chosen(context).length === 1,
    run: (context) => {
      codebook.name({ kind: 'create', parentId: chosen(context)[0] ?? null })
    },
  },
  {
    id: 'codebook.rename',
    title: (messages) => messages.codebook.commands.rename,
    keys: ['F2'],
    when: (context) => isInTree() && chosen(context).length === 1,
    run: (context) => {
      const [id] = chosen(context)
      if (id !== undefined) codebook.name({ kind: 'rename', id })
    },
  },
  moveCodes('up', 'Alt+Shift+ArrowUp'),
  moveCodes('down', 'Alt+Shift+ArrowDown'),
  moveCodes('in', 'Alt+Shift+ArrowRight'),
  moveCodes('out', 'Alt+Shift+ArrowLeft'),
  inDialog('move'),
  inDialog('merge'),
  inDialog('split'),
  inDialog('recode'),
  inDialog('remove', 'Delete'),
  {
    id: 'codebook.excerpts',
    title: ({ codebook: { titles } }) => titles.excerpts,
    menu: 'view',
    when: (context) => chosen(context).length > 0,
    run: (context) => {
      showExcerpts(context, chosen(context))
    },
  },
  {
    id: 'codebook.close',
    title: ({ codebook: { commands } }) => (coding.get().isClosed ? commands.reopen : commands.close),
    menu: 'code',
    when: ({ isOpen }) => isOpen,
    run: async ({ client }) => {
      await client.codes.setClosed({ closed: !coding.get().isClosed })
    },
  },
]
