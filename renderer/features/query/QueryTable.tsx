/** The answer: as a table or as bars, with what must be known to read it. */
import type { AppError } from '../../../contract/failure.ts'
import { isUnfinished, type Definition } from '../../../contract/queries.ts'
import { explain } from '../../lib/explain.ts'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button, Empty } from '../../ui/controls.tsx'
import { BarView } from './BarView.tsx'
import { HeatTable } from './HeatTable.tsx'
import { inOrderOfCodebook, question, useQueryState, type Sorting } from './query-state.ts'
import type { TableModel } from './table-model.ts'
import type { Asked } from './use-table.ts'
import { useTableActs } from './use-table-acts.ts'

export const QueryTable = ({ asked }: { readonly asked: Asked }) => {
  const messages = useMessages()
  const { query } = messages
  const state = useQueryState()
  const acts = useTableActs(asked)
  const { table, definition } = asked
  if (asked.error)
    return (
      <Empty
        title={query.title}
        text={isGone(asked.error) ? query.empty.failed : explain(asked.error.failure, messages)}
      >
        <Button
          onPress={() => {
            question.open({ ...definition, across: { kind: 'respondents' }, filter: noAttributes(definition) }, null)
          }}
        >
          {query.empty.anew}
        </Button>
      </Empty>
    )
  if (!table) return null
  const { model, rows } = table
  if (rows.length === 0) return <Empty {...query.empty.codings} />
  if (model.columns.length === 0) return <Empty {...query.empty.columns} />
  const label = query.table.label(asked.title, query.count.note[definition.count])
  return (
    <>
      {state.view === 'bars' ? (
        <BarView label={label} model={model} rows={rows} words={{ ...acts.words, title: '' }} />
      ) : (
        <HeatTable
          label={label}
          model={model}
          rows={rows}
          sorting={state.sorting}
          onSort={(by) => {
            question.set({ sorting: sortedBy(state.sorting, by) })
          }}
          cell={state.cell}
          onCell={(cell) => {
            question.set({ cell })
          }}
          showPercent={state.showPercent}
          onCopy={() => void acts.copy()}
        />
      )}
      <Notes model={model} asked={asked} />
    </>
  )
}

/** Kept questions outlive the attributes that they ask for. */
const isGone = ({ failure }: AppError) => failure.code === 'not-found'

const noAttributes = ({ filter }: Definition) => ({ ...filter, attributes: [] })

/** First the darkest on top, then the lightest, then as the codebook has them. */
const sortedBy = (now: Sorting, by: Sorting['by']): Sorting => {
  if (by === 'codebook' || now.by !== by) return { by, descending: by !== 'codebook' }
  return now.descending ? { by, descending: false } : inOrderOfCodebook
}

/** From so many columns on, numbers are better read in bands. */
const MANY_NUMBERS = 10

const Notes = ({ model: { answer }, asked }: { readonly model: TableModel; readonly asked: Asked }) => {
  const { table, count } = useMessages().query
  const { definition } = asked
  const isAbout = definition.relation === 'about'
  const turn = (relation: Definition['relation']) => () => {
    question.change({ relation })
  }
  const also = definition.alsoRoles.flatMap((role) =>
    role in count.alsoRoles ? [alsoName(role, count.alsoRoles)] : [],
  )
  const numbers = numbersAcross(asked)
  return (
    <div className="query-notes">
      {answer.codeIds.some((_, row) => isUnfinished(answer, row, null)) ? (
        <p className="legend">{table.unfinishedLegend}</p>
      ) : null}
      {answer.coders > 1 && definition.count === 'codings' ? <p>{table.coders(answer.coders)}</p> : null}
      {also.length > 0 ? <p>{count.alsoNote(also)}</p> : null}
      {numbers !== null && answer.columns.length > MANY_NUMBERS ? (
        <Note text={table.noBands(numbers)} action={table.setBands} onAction={goToRespondents} />
      ) : null}
      {answer.about > 0 ? (
        <Note text={table.about(answer.about)} action={table.showAbout} onAction={turn('about')} />
      ) : null}
      {isAbout ? <Note text={table.aboutShown} action={table.showBy} onAction={turn('by')} /> : null}
    </div>
  )
}

const alsoName = (role: string, names: Readonly<Record<string, string>>) => (names[role] ?? '').toLocaleLowerCase()
const goToRespondents = () => {
  workspace.go('respondents')
}

/** The name of the attribute across, where it is of numbers that have no bands. */
const numbersAcross = ({ definition: { across }, attributes }: Asked): string | null => {
  const found = across.kind === 'attribute' ? attributes.find(({ id }) => id === across.attributeId) : undefined
  return found?.type === 'number' && found.bands.length === 0 ? found.name : null
}

const Note = ({
  text,
  action,
  onAction,
}: {
  readonly text: string
  readonly action: string
  readonly onAction: () => void
}) => (
  <p>
    {text}{' '}
    <button type="button" className="link-button" onClick={onAction}>
      {action}
    </button>
  </p>
)
