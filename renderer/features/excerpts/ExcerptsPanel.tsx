/** Excerpts of a code, a branch or a cell, docked beside the text. */
import { useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button, Checkbox, Empty } from '../../ui/controls.tsx'
import { useCoding } from '../coding/coding-state.ts'
import { ExcerptList, type Selection } from './ExcerptList.tsx'
import './excerpts.css'

export const ExcerptsPanel = () => {
  const { excerpts } = useMessages()
  const selection = useWorkspace((state) => state.excerpts)
  return (
    <div className="excerpts-panel">
      {selection ? (
        <>
          <Heading selection={selection} />
          <ExcerptList key={JSON.stringify(selection)} selection={selection} label={excerpts.title} />
        </>
      ) : (
        <Empty title={excerpts.choose.title} text={excerpts.choose.text} />
      )}
    </div>
  )
}

const Heading = ({ selection }: { readonly selection: Selection }) => {
  const { excerpts, app } = useMessages()
  const codes = useCoding((state) => state.codes)
  const counted = useLive('queries.excerpts', { ...selection, offset: 0, limit: 1 }, { keepPrevious: true }).data
  const named = codes.filter(({ id }) => selection.codeIds.includes(id))
  const [only] = named
  const hasSubcodes = codes.some(({ parentId }) => named.some(({ id }) => id === parentId))
  const several = selection.codeIds.length === 0 ? excerpts.allCodes : excerpts.ofCodes(named.length)
  return (
    <header className="excerpts-head">
      <h2 data-color={only?.color}>
        {named.length === 1 && only ? <span className="dot" /> : null}
        <span className="excerpts-name">{named.length === 1 && only ? only.name : several}</span>
      </h2>
      <Button
        kind="quiet"
        aria-label={app.close}
        onPress={() => {
          workspace.set({ dock: null })
        }}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <p className="excerpts-count">{counted ? excerpts.count(counted.total, counted.respondents) : ''}</p>
      {hasSubcodes ? (
        <Checkbox
          isSelected={selection.rollup ?? false}
          onChange={(rollup) => {
            workspace.showExcerpts({ ...selection, rollup })
          }}
        >
          {excerpts.rollup}
        </Checkbox>
      ) : null}
    </header>
  )
}
