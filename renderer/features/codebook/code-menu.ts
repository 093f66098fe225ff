/** What can be done with the chosen codes, as a menu. */
import type { CommandContext } from '../../lib/command.ts'
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx'
import { applyCode } from '../coding/acts.ts'
import { coding } from '../coding/coding-state.ts'
import { attempt, codesOf, freePin, showExcerpts } from './acts.ts'
import { codebook, type CodebookDialog } from './codebook-state.ts'

export const codeMenu = (context: CommandContext, ids: readonly number[]): readonly MenuGroup[] => {
  const { client, messages, workspace } = context
  const { commands } = messages.codebook
  const codes = codesOf(ids)
  const [code] = codes
  if (!code) return []
  const isOne = codes.length === 1
  const { selection, reader, room } = workspace.get()
  const { isClosed } = coding.get()
  const isArchived = codes.every(({ archived }) => archived)
  const pin = code.pin ?? freePin()

  const entry = (id: string, label: string, run: () => unknown, more: Partial<MenuEntry> = {}): MenuEntry => ({
    id,
    label,
    run: () => void run(),
    ...more,
  })
  const dialog = (kind: CodebookDialog['kind'], label: string, more: Partial<MenuEntry> = {}) =>
    entry(
      kind,
      label,
      () => {
        codebook.open(kind, ids)
      },
      more,
    )
  const one = (entries: readonly (MenuEntry | false | null)[]) => (isOne ? entries : [])
  const canApply = isOne && selection && reader && code.codable && !code.archived

  const groups: { id: string; entries: readonly (MenuEntry | false | null)[] }[] = [
    {
      id: 'use',
      entries: [
        canApply
          ? entry('apply', commands.apply, () => attempt(context, () => applyCode(context, code, selection)))
          : null,
        entry('excerpts', commands.excerpts, () => {
          showExcerpts(context, ids)
        }),
        isOne &&
          room !== 'codebook' &&
          entry('room', commands.openRoom, () => {
            workspace.go('codebook')
          }),
      ],
    },
    {
      id: 'make',
      entries: one([
        entry(
          'rename',
          commands.rename,
          () => {
            codebook.name({ kind: 'rename', id: code.id })
          },
          { keys: 'F2' },
        ),
        entry(
          'inside',
          commands.createInside,
          () => {
            codebook.name({ kind: 'create', parentId: code.id })
          },
          {
            keys: 'Alt+Shift+N',
            isDisabled: isClosed,
          },
        ),
        entry(
          'beside',
          commands.createBeside,
          () => {
            codebook.name({ kind: 'create', parentId: code.parentId })
          },
          {
            keys: 'Alt+N',
            isDisabled: isClosed,
          },
        ),
        code.codable && !code.archived && pin !== undefined
          ? entry('pin', code.pin === null ? commands.pinAt(pin) : commands.unpin, () =>
              attempt(context, () => client.codes.pin({ id: code.id, pin: code.pin === null ? pin : null })),
            )
          : null,
        entry('memo', commands.memo, () => {
          workspace.openMemo({ kind: 'code', codeId: code.id })
        }),
      ]),
    },
    {
      id: 'arrange',
      entries: [
        dialog('move', commands.move),
        dialog('merge', commands.merge),
        ...one([dialog('split', commands.split), dialog('recode', commands.recode)]),
      ],
    },
    {
      id: 'end',
      entries: [
        entry('archive', isArchived ? commands.restore : commands.archive, () =>
          attempt(context, () => client.codes.archive({ ids: [...ids], archived: !isArchived })),
        ),
        dialog('remove', commands.remove, { keys: 'Delete', isDangerous: true }),
      ],
    },
  ]
  return groups
    .map(({ id, entries }) => ({ id, entries: entries.filter((each) => each !== false && each !== null) }))
    .filter(({ entries }) => entries.length > 0)
}
