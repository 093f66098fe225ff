/** The query panel, docked beside the text. */
import { CellExcerpts } from './CellExcerpts.tsx'
import { QueryHead } from './QueryHead.tsx'
import { QueryTable } from './QueryTable.tsx'
import { QuestionBar } from './QuestionBar.tsx'
import { useQueryState } from './query-state.ts'
import { useTable } from './use-table.ts'
import './query.css'

export const QueryPanel = () => {
  const asked = useTable()
  const cell = useQueryState((state) => state.cell)
  if (!asked) return null
  return (
    <div className="query-panel" data-cell={cell ? true : undefined}>
      <QueryHead asked={asked} />
      <QuestionBar definition={asked.definition} codes={asked.codes} attributes={asked.attributes} />
      <QueryTable asked={asked} />
      {cell ? <CellExcerpts asked={asked} cell={cell} /> : null}
    </div>
  )
}
