/** The history of the project: every step by day, who took it and when, filtered by object and coder; undo and redo of mine. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { GridList, GridListItem, GridListLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components'
import { Entity, type Step } from '../../../contract/history.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { useClient, useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button, Kbd, Select } from '../../ui/controls.tsx'
import { historyCommands, takeStep } from './commands.ts'
import { history, useHistory } from './history-state.ts'
import './history.css'

const PAGE = 100
const ROW_HEIGHT = 32

/** A step, or the day that the steps below it were taken on. */
type Row = { readonly id: string; readonly day: string } | { readonly id: string; readonly step: Step }

export const HistoryRoom = () => {
  const { history: messages } = useMessages()
  return (
    <div className="history-room">
      <header className="history-head">
        <h1>{messages.title}</h1>
        <StepButtons />
        <Filters />
      </header>
      <Steps />
    </div>
  )
}

const StepButtons = () => {
  const context = useCommandContext()
  const { messages, next } = context
  return (
    <div className="history-buttons">
      {historyCommands.map((command, index) => {
        const of = index === 0 ? 'undo' : 'redo'
        return (
          <Button key={command.id} isDisabled={next[of] === null} onPress={() => void takeStep(context, of)}>
            <span className="history-button-name">{command.title(messages, next)}</span>
            <Kbd keys={command.keys?.[0] ?? ''} />
          </Button>
        )
      })}
    </div>
  )
}

const Filters = () => {
  const { history: messages } = useMessages()
  const { filter, entities } = messages
  const { entity, object, coderId } = useHistory()
  const coders = useLive('coders.list', {}).data ?? []
  return (
    <div className="history-filters">
      {object && entity ? (
        <Button
          selected
          onPress={() => {
            history.clear()
          }}
        >
          {filter.object(entity, object.name)}
          <span aria-hidden="true" className="history-clear" />
          <span className="visually-hidden">{filter.all}</span>
        </Button>
      ) : (
        <Select
          label={filter.what}
          hideLabel
          choices={[
            { id: 'all', name: filter.everything },
            ...Entity.options.map((id) => ({ id, name: entities[id] })),
          ]}
          value={entity ?? 'all'}
          onChange={(value) => {
            history.filter({ entity: value === 'all' ? null : value })
          }}
        />
      )}
      <Select
        label={filter.who}
        hideLabel
        choices={[{ id: 'all', name: filter.everybody }, ...coders.map(({ id, name }) => ({ id: String(id), name }))]}
        value={coderId === null ? 'all' : String(coderId)}
        onChange={(value) => {
          history.filter({ coderId: value === 'all' ? null : Number(value) })
        }}
      />
    </div>
  )
}

/** The steps so far, and how to ask for earlier ones; every event of the history asks again for those that are shown. */
const useSteps = () => {
  const client = useClient()
  const { entity, object, coderId } = useHistory()
  const filter = { coderId, object: entity ? { entity, id: object?.id ?? null } : null }
  return useInfiniteQuery({
    queryKey: ['history.list', 'pages', filter],
    queryFn: ({ pageParam }) => client.history.list({ ...filter, limit: PAGE, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : (last.at(-1)?.id ?? undefined)),
  })
}

const Steps = () => {
  const messages = useMessages()
  const formats = useFormats()
  const coders = useLive('coders.list', {}).data ?? []
  const { entity, coderId } = useHistory()
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSteps()
  const steps = data?.pages.flat() ?? []
  const rows = byDay(steps, (at) => dayName(at, formats.date(at), messages.history))
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT, loaderHeight: ROW_HEIGHT }}>
      <GridList
        className="history-list"
        aria-label={messages.history.list}
        dependencies={[coders, messages]}
        disabledKeys={rows.filter((row) => 'day' in row).map(({ id }) => id)}
        renderEmptyState={() => (
          <p className="history-none">
            {data === undefined
              ? ''
              : entity === null && coderId === null
                ? messages.history.none
                : messages.history.noneFound}
          </p>
        )}
      >
        {rows.map((row) =>
          'day' in row ? (
            <GridListItem key={row.id} id={row.id} textValue={row.day} className="history-day">
              {row.day}
            </GridListItem>
          ) : (
            <GridListItem
              key={row.id}
              id={row.id}
              textValue={messages.steps.line(row.step)}
              className="history-step"
              data-reverted={row.step.reverted || undefined}
              data-kind={row.step.kind}
            >
              <time>{formats.time(row.step.at)}</time>
              <span className="history-who">
                {coders.find(({ id }) => id === row.step.coderId)?.name ?? messages.history.nobody}
              </span>
              <span className="history-what">{messages.steps.line(row.step)}</span>
              {row.step.reverted && row.step.kind !== 'undo' ? (
                <span className="history-undone">{messages.history.undone}</span>
              ) : null}
            </GridListItem>
          ),
        )}
        {hasNextPage ? (
          <GridListLoadMoreItem
            className="history-day"
            isLoading={isFetchingNextPage}
            onLoadMore={() => void fetchNextPage()}
          >
            {messages.history.more}
          </GridListLoadMoreItem>
        ) : null}
      </GridList>
    </Virtualizer>
  )
}

const byDay = (steps: readonly Step[], name: (at: string) => string): Row[] => {
  const rows: Row[] = []
  let last = ''
  for (const step of steps) {
    const day = name(step.at)
    if (day !== last) rows.push({ id: `day before ${step.id}`, day })
    last = day
    rows.push({ id: String(step.id), step })
  }
  return rows
}

/** `date` is the day in words; the last two days have names of their own. */
const dayName = (at: string, date: string, words: { today: string; yesterday: string }): string => {
  const day = new Date(at).toDateString()
  const now = new Date()
  if (day === now.toDateString()) return words.today
  now.setDate(now.getDate() - 1)
  return day === now.toDateString() ? words.yesterday : date
}
