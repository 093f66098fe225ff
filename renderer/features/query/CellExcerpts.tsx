/** The excerpts of the chosen cell, and who is in it and who is not. */
import { useState } from 'react'
import { useLive, type Output } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Button } from '../../ui/controls.tsx'
import { ExcerptList, type Selection } from '../excerpts/ExcerptList.tsx'
import { question, type Cell } from './query-state.ts'
import type { Asked } from './use-table.ts'

export const CellExcerpts = ({ asked, cell }: { readonly asked: Asked; readonly cell: Cell }) => {
  const { query } = useMessages()
  const [showsPeople, setShowsPeople] = useState(false)
  const { definition } = asked
  const { across, filter, rollup, alsoRoles, relation } = definition
  const selection: Selection = {
    codeIds: [cell.codeId],
    rollup,
    filter,
    alsoRoles,
    cell: { across, column: cell.column, relation },
  }
  const found = useLive('queries.respondentsOfCell', { definition, ...cell }, { keepPrevious: true }).data
  // Nobody is in what is not assigned.
  const people = cell.column?.kind === 'not assigned' ? null : (found ?? null)
  const title = useTitle(asked, cell, selection, people)
  return (
    <>
      <div className="cell-head">
        <h3 aria-live="polite">{title}</h3>
        {people ? (
          <Button
            kind="quiet"
            selected={showsPeople}
            onPress={() => {
              setShowsPeople(!showsPeople)
            }}
          >
            {query.cell.who}
          </Button>
        ) : null}
        <Button
          kind="quiet"
          aria-label={query.cell.close}
          onPress={() => {
            question.set({ cell: null })
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </Button>
      </div>
      {showsPeople && people ? <Who people={people} /> : null}
      <ExcerptList key={JSON.stringify(selection)} selection={selection} label={title} />
    </>
  )
}
type People = Output<'queries.respondentsOfCell'>

/** "Detention passivity, Poor: 6 of 7 respondents, 19 excerpts" */
const useTitle = ({ codes, table }: Asked, cell: Cell, selection: Selection, people: People | null): string => {
  const { query } = useMessages()
  const total = useLive('queries.excerpts', { ...selection, limit: 1 }, { keepPrevious: true }).data?.total ?? 0
  const key = JSON.stringify(cell.column)
  const column = table?.model.columns.find((one) => JSON.stringify(one.column) === key)
  const code = codes.find(({ id }) => id === cell.codeId)
  const counted = people ? query.cell.people(people.inCell.length, people.inCell.length + people.others.length) : ''
  return query.cell.title(code?.name ?? '', column?.name ?? query.columns.all, counted, total)
}

const Who = ({ people: { inCell, others } }: { readonly people: People }) => {
  const { cell } = useMessages().query
  return (
    <div className="cell-people">
      {inCell.length > 0 ? <p>{cell.inCell(inCell.map(({ name }) => name))}</p> : null}
      {others.length > 0 ? <p>{cell.others(others.map(({ name }) => name))}</p> : null}
    </div>
  )
}
