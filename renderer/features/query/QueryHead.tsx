/** The name of the question, and its menus: how it is looked at, questions that were kept, and files. */
import { useState } from 'react'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button, Tooltip } from '../../ui/controls.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { tell } from '../../ui/toasts.tsx'
import { NameDialog } from './NameDialog.tsx'
import { question, useQueryState } from './query-state.ts'
import type { Asked } from './use-table.ts'
import { useTableActs } from './use-table-acts.ts'

export const QueryHead = ({ asked }: { readonly asked: Asked }) => {
  const { query } = useMessages()
  const isRoom = useWorkspace((state) => state.room === 'query')
  return (
    <header className="query-head">
      <h2 title={asked.title}>{asked.title}</h2>
      <ViewMenu asked={asked} />
      <KeptMenu asked={asked} />
      <ExportMenu asked={asked} />
      {isRoom ? null : (
        <Tooltip text={query.commands.close}>
          <Button
            kind="quiet"
            aria-label={query.commands.close}
            onPress={() => {
              workspace.set({ dock: null })
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </Button>
        </Tooltip>
      )}
    </header>
  )
}

/** Speakers who count for nobody unless somebody asks for them. */
const silentRoles = ['interviewer', 'other'] as const

const ViewMenu = ({ asked: { definition } }: { readonly asked: Asked }) => {
  const { view: words, count } = useMessages().query
  const { view, showPercent } = useQueryState()
  const { alsoRoles } = definition
  const mark = (isOn: boolean, text: string) => (isOn ? `✓ ${text}` : text)
  return (
    <MenuButton
      label={words.label}
      groups={[
        {
          id: 'view',
          entries: (['table', 'bars'] as const).map((id) => ({
            id,
            label: mark(view === id, words[id]),
            run: () => {
              question.set({ view: id })
            },
          })),
        },
        {
          id: 'percent',
          entries: [
            {
              id: 'percent',
              label: mark(showPercent, words.percent),
              run: () => {
                question.set({ showPercent: !showPercent })
              },
            },
          ],
        },
        {
          id: 'also',
          title: count.also,
          entries: silentRoles.map((role) => ({
            id: role,
            label: mark(alsoRoles.includes(role), count.alsoRoles[role]),
            run: () => {
              const others = alsoRoles.filter((one) => one !== role)
              question.change({ alsoRoles: alsoRoles.includes(role) ? others : [...others, role] })
            },
          })),
        },
      ]}
    >
      <Button kind="quiet">{words.label}</Button>
    </MenuButton>
  )
}

const KeptMenu = ({ asked: { definition } }: { readonly asked: Asked }) => {
  const { kept: words } = useMessages().query
  const all = useLive('queries.list', {}).data ?? []
  const keptId = useQueryState((state) => state.keptId)
  const current = all.find(({ id }) => id === keptId)
  const [naming, setNaming] = useState<'keep' | 'rename' | null>(null)
  const save = useCommand('queries.save')
  const update = useCommand('queries.update')
  const remove = useCommand('queries.remove')
  const isChanged = current !== undefined && JSON.stringify(current.definition) !== JSON.stringify(definition)
  const close = () => {
    setNaming(null)
  }
  return (
    <>
      <MenuButton
        label={words.menu}
        groups={[
          {
            id: 'kept',
            ...(all.length > 0 ? { title: words.menu } : {}),
            entries: all.map(({ id, name, definition: then }) => ({
              id: String(id),
              label: id === keptId ? `✓ ${name}` : name,
              run: () => {
                question.open(then, id)
              },
            })),
          },
          {
            id: 'keep',
            entries: [
              {
                id: 'keep',
                label: words.keep,
                run: () => {
                  setNaming('keep')
                },
              },
            ],
          },
          ...(current
            ? [
                {
                  id: 'this',
                  entries: [
                    {
                      id: 'update',
                      label: words.update(current.name),
                      isDisabled: !isChanged,
                      run: () => {
                        update.mutate({ id: current.id, definition })
                      },
                    },
                    {
                      id: 'rename',
                      label: words.rename,
                      run: () => {
                        setNaming('rename')
                      },
                    },
                    {
                      id: 'remove',
                      label: words.remove(current.name),
                      isDangerous: true,
                      run: () => {
                        question.set({ keptId: null })
                        remove.mutate(
                          { ids: [current.id] },
                          {
                            onSuccess: () => {
                              tell(words.removed(current.name))
                            },
                          },
                        )
                      },
                    },
                  ],
                },
              ]
            : []),
        ].filter(({ entries }) => entries.length > 0)}
      >
        <Button kind="quiet" aria-label={words.menu}>
          <svg viewBox="0 0 16 16" aria-hidden="true" fill="none">
            <path d="M4.5 2.5h7v11L8 11l-3.5 2.5z" stroke="currentColor" strokeWidth="1.4" />
          </svg>
        </Button>
      </MenuButton>
      {naming === null ? null : (
        <NameDialog
          title={naming === 'keep' ? words.keepTitle : words.renameTitle}
          name={naming === 'keep' ? '' : (current?.name ?? '')}
          onClose={close}
          onName={(name) => {
            if (naming === 'rename' && current) update.mutate({ id: current.id, name })
            else
              save.mutate(
                { name, definition },
                {
                  onSuccess: ({ id }) => {
                    question.set({ keptId: id })
                  },
                },
              )
          }}
        />
      )}
    </>
  )
}

const ExportMenu = ({ asked }: { readonly asked: Asked }) => {
  const { export: words } = useMessages().query
  const acts = useTableActs(asked)
  const entry = (id: string, label: string, run: () => Promise<void>) => ({ id, label, run: () => void run() })
  return (
    <MenuButton
      label={words.menu}
      groups={[
        {
          id: 'table',
          entries: [
            entry('copy', words.copy, acts.copy),
            entry('xlsx', words.excel, () => acts.saveTable('xlsx')),
            entry('csv', words.csv, () => acts.saveTable('csv')),
            entry('svg', words.svg, () => acts.savePicture('svg')),
            entry('png', words.png, () => acts.savePicture('png')),
          ],
        },
        {
          id: 'more',
          entries: [
            entry('excerpts-xlsx', words.excerpts, () => acts.saveExcerpts('xlsx')),
            entry('excerpts-csv', words.excerptsCsv, () => acts.saveExcerpts('csv')),
            entry('qdc', words.codebook, () => acts.saveCodebook('qdc')),
            entry('codebook-csv', words.codebookCsv, () => acts.saveCodebook('csv')),
          ],
        },
      ]}
    >
      <Button kind="quiet" aria-label={words.menu}>
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none">
          <path d="M8 2v7.5M5 6.5 8 9.5l3-3M3 11v2.5h10V11" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
    </MenuButton>
  )
}
