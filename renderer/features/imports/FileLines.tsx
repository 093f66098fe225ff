/** The files of an import, a line each: how far it is, what is wrong with it, and whether it comes in. */
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useStore } from 'zustand'
import { explain } from '../../lib/explain.ts'
import { useMessages } from '../../lib/messages.tsx'
import { Checkbox, Progress } from '../../ui/controls.tsx'
import { twinOf, type Line } from './confirming.ts'
import type { Import } from './import-store.ts'

const ROW = 58

export const FileLines = ({ running }: { readonly running: Import }) => {
  const { imports } = useMessages()
  const { lines, shownId, phase } = useStore(running.store)
  const stepOf = (id: number): number | null =>
    phase.kind === 'importing' ? (phase.steps[phase.ids.indexOf(id)] ?? null) : null
  return (
    <section className="import-files" aria-label={imports.files}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <GridList
          aria-label={imports.files}
          items={lines}
          dependencies={[lines, phase]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={shownId === null ? [] : [shownId]}
          onSelectionChange={(keys) => {
            const [id] = keys
            if (typeof id === 'number') running.show(id)
          }}
        >
          {(line) => (
            <GridListItem id={line.id} textValue={line.file.name} className="import-line">
              <FileLine
                line={line}
                lines={lines}
                step={stepOf(line.id)}
                isFixed={phase.kind === 'importing'}
                running={running}
              />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
      <p className="form-hint">{imports.drop}</p>
    </section>
  )
}

interface LineProps {
  readonly line: Line
  readonly lines: readonly Line[]
  /** While importing: 0 to 3. */
  readonly step: number | null
  readonly isFixed: boolean
  readonly running: Import
}
const FileLine = ({ line, lines, step, isFixed, running }: LineProps) => {
  const { imports } = useMessages()
  const { id, file, state, included } = line
  const isReading = state.kind === 'reading' || state.kind === 'waiting'
  return (
    <>
      <Checkbox
        aria-label={imports.include(file.name)}
        isSelected={included && state.kind !== 'failed'}
        isDisabled={state.kind === 'failed' || isFixed}
        onChange={(isSelected) => {
          running.include(id, isSelected)
        }}
      >
        {null}
      </Checkbox>
      <div className="import-line-text">
        <span className="name" title={file.name}>
          {file.name}
        </span>
        <Status line={line} lines={lines} step={step} />
        {isReading ? (
          <Progress label={imports.progress(file.name)} value={0} total={state.kind === 'reading' ? 0 : 1} />
        ) : step === null ? null : (
          <Progress label={imports.progress(file.name)} value={step} total={3} />
        )}
      </div>
    </>
  )
}

const Status = ({ line, lines, step }: Pick<LineProps, 'line' | 'lines' | 'step'>) => {
  const messages = useMessages()
  const { status } = messages.imports
  const { state, included } = line
  if (step !== null)
    return (
      <span className="status">{step === 3 ? status.imported : step === 0 ? status.waiting : status.importing}</span>
    )
  switch (state.kind) {
    case 'waiting':
      return <span className="status">{status.waiting}</span>
    case 'reading':
      return <span className="status">{status.reading}</span>
    case 'failed':
      return (
        <span className="status" data-kind="failed" title={explain(state.failure, messages)}>
          {explain(state.failure, messages)}
        </span>
      )
    case 'ready': {
      const { confirmed } = state
      const { duplicateOf, words, speakers } = confirmed.preview
      if (!included) return <span className="status">{status.leftOut}</span>
      if (duplicateOf !== null && !confirmed.allowDuplicate)
        return (
          <span className="status" data-kind="doubt">
            {status.duplicate}
          </span>
        )
      if (twinOf(lines, { line, confirmed }) && !confirmed.allowDuplicate)
        return (
          <span className="status" data-kind="doubt">
            {status.twice}
          </span>
        )
      return <span className="status">{status.ready(words, speakers.length)}</span>
    }
  }
}
