/** The answer: as a table or as bars, with what must be known to read it. */
import { isUnfinished, type Definition } from '../../../contract/queries.ts'
import { useMessages } from '../../lib/messages.tsx'
import { Button, Empty } from '../../ui/controls.tsx'
import { BarView } from './BarView.tsx'
import { HeatTable } from './HeatTable.tsx'
import { inOrderOfCodebook, question, useQueryState, type Sorting } from './query-state.ts'
import type { TableModel } from './table-model.ts'
import type { Asked } from './use-table.ts'
import { useTableActs } from './use-table-acts.ts'

export const QueryTable = ({ asked }: { readonly asked: Asked }) => {
  const { query } = useMessages()
  const state = useQueryState()
  const acts = useTableActs(asked)
  const { table, definition } = asked
  if (asked.error)
    return (
      <Empty title={query.title} text={query.empty.failed}>
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
      <Notes model={model} definition={definition} />
    </>
  )
}

const noAttributes = ({ filter }: Definition) => ({ ...filter, attributes: [] })

/** First the darkest on top, then the lightest, then as the codebook has them. */
const sortedBy = (now: Sorting, by: Sorting['by']): Sorting => {
  if (by === 'codebook' || now.by !== by) return { by, descending: by !== 'codebook' }
  return now.descending ? { by, descending: false } : inOrderOfCodebook
}

const Notes = ({ model: { answer }, definition }: { readonly model: TableModel; readonly definition: Definition }) => {
  const { table } = useMessages().query
  const isAbout = definition.relation === 'about'
  const turn = (relation: Definition['relation']) => () => {
    question.change({ relation })
  }
  return (
    <div className="query-notes">
      {answer.codeIds.some((_, row) => isUnfinished(answer, row, null)) ? (
        <p className="legend">{table.unfinishedLegend}</p>
      ) : null}
      {answer.coders > 1 && definition.count === 'codings' ? <p>{table.coders(answer.coders)}</p> : null}
      {answer.about > 0 ? (
        <p>
          {table.about(answer.about)}{' '}
          <button type="button" className="link-button" onClick={turn('about')}>
            {table.showAbout}
          </button>
        </p>
      ) : null}
      {isAbout ? (
        <p>
          {table.aboutShown}{' '}
          <button type="button" className="link-button" onClick={turn('by')}>
            {table.showBy}
          </button>
        </p>
      ) : null}
    </div>
  )
}
