/** The query panel as a room: the table wide, the excerpts of a cell beside it. */
import { CellExcerpts } from './CellExcerpts.tsx'
import { QueryHead } from './QueryHead.tsx'
import { QueryTable } from './QueryTable.tsx'
import { QuestionBar } from './QuestionBar.tsx'
import { useQueryState } from './query-state.ts'
import { useTable } from './use-table.ts'
import './query.css'

export const QueryRoom = () => {
  const asked = useTable()
  const cell = useQueryState((state) => state.cell)
  if (!asked) return null
  return (
    <div className="query-room">
      <QueryHead asked={asked} />
      <QuestionBar definition={asked.definition} codes={asked.codes} attributes={asked.attributes} />
      <div className="query-split" data-cell={cell ? true : undefined}>
        <div>
          <QueryTable asked={asked} />
        </div>
        {cell ? (
          <div className="cell-side">
            <CellExcerpts asked={asked} cell={cell} />
          </div>
        ) : null}
      </div>
    </div>
  )
}
