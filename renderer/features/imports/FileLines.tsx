/** The files of an import, a line each: how far it is, what is wrong with it, and whether it comes in. */
import { useStore } from 'zustand'
import { explain } from '../../lib/explain.ts'
import { useMessages } from '../../lib/messages.tsx'
import { Progress, Tick } from '../../ui/controls.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { twins, type Line } from './confirming.ts'
import type { Import } from './import-store.ts'

const ROW = 58

export const FileLines = ({ running }: { readonly running: Import }) => {
  const messages = useMessages()
  const { imports } = messages
  const { lines, shownId, phase } = useStore(running.store)
  const twinOf = twins(lines)
  const steps = new Map(phase.kind === 'importing' ? phase.ids.map((id, index) => [id, phase.steps[index] ?? 0]) : [])
  const statusOf = (line: Line) => describe(line, steps.get(line.id) ?? null, twinOf.has(line.id), messages)
  const toggle = (line: Line) => {
    if (phase.kind !== 'importing' && line.state.kind !== 'failed') running.include(line.id, !line.included)
  }
  return (
    <section className="import-files" aria-label={imports.files}>
      <LongList
        label={imports.files}
        rows={lines}
        rowHeight={ROW}
        selected={new Set(shownId === null ? [] : [shownId])}
        onSelect={([id]) => {
          if (id !== undefined) running.show(id)
        }}
        onToggle={(id) => {
          const line = lines.find((one) => one.id === id)
          if (line) toggle(line)
        }}
        textOf={({ file }) => file.name}
        checkedOf={isIncluded}
        rowClass="import-line"
      >
        {(line) => (
          <>
            <Tick
              isOn={isIncluded(line)}
              onPress={() => {
                toggle(line)
              }}
            />
            <FileLine line={line} status={statusOf(line)} step={steps.get(line.id) ?? null} />
          </>
        )}
      </LongList>
      <p className="form-hint">{imports.drop}</p>
    </section>
  )
}

const isIncluded = ({ included, state }: Line): boolean => included && state.kind !== 'failed'

interface Status {
  readonly text: string
  readonly kind?: 'failed' | 'doubt'
}
const FileLine = ({
  line: { file, state },
  status,
  step,
}: {
  readonly line: Line
  readonly status: Status
  /** While importing: 0 to 3. */
  readonly step: number | null
}) => {
  const { imports } = useMessages()
  return (
    <div className="import-line-text">
      <span className="name" title={file.name}>
        {file.name}
      </span>
      <span className="status" data-kind={status.kind} title={status.text}>
        {status.text}
      </span>
      {state.kind === 'reading' ? <Progress label={imports.progress(file.name)} value={0} total={0} /> : null}
      {step === null ? null : <Progress label={imports.progress(file.name)} value={step} total={3} />}
    </div>
  )
}

const describe = (
  { state, included }: Line,
  step: number | null,
  hasTwin: boolean,
  messages: ReturnType<typeof useMessages>,
): Status => {
  const { status } = messages.imports
  if (step === 3) return { text: status.imported }
  if (step !== null) return { text: step === 0 ? status.waiting : status.importing }
  if (state.kind === 'failed') return { text: explain(state.failure, messages), kind: 'failed' }
  if (state.kind !== 'ready') return { text: status[state.kind] }
  if (!included) return { text: status.leftOut }
  const { preview, allowDuplicate } = state.confirmed
  if (preview.duplicateOf !== null && !allowDuplicate) return { text: status.duplicate, kind: 'doubt' }
  if (hasTwin && !allowDuplicate) return { text: status.twice, kind: 'doubt' }
  return { text: status.ready(preview.words, preview.speakers.length) }
}
