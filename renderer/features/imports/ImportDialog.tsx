/** Brings interviews into the project: shows how each file will come in, asks what only the user knows, then imports. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { explain, failureOf } from '../../lib/explain.ts'
import { useConnection, useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Button, Progress } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tell, tellFailure } from '../../ui/toasts.tsx'
import { chooseFiles, TEXTS } from './choose-files.ts'
import { comingIn, linesThatAsk, linesWithoutName } from './confirming.ts'
import { FileLines } from './FileLines.tsx'
import { FilePreview } from './FilePreview.tsx'
import { createImport, type Import } from './import-store.ts'
import { ImportResult } from './ImportResult.tsx'
import { Naming } from './Naming.tsx'
import './imports.css'

export const ImportDialog = ({ files, onClose }: { readonly files: readonly File[]; readonly onClose: () => void }) => {
  const { imports } = useMessages()
  const connection = useConnection()
  const [running] = useState(() => createImport(connection))
  useEffect(() => running.open(files), [running, files])
  return (
    <Dialog
      title={imports.title}
      size="full"
      stays
      onClose={() => {
        // An import that is under way is stopped by its own button.
        if (running.store.getState().phase.kind !== 'importing') onClose()
      }}
    >
      <Running running={running} onClose={onClose} />
    </Dialog>
  )
}

const Running = ({ running, onClose }: { readonly running: Import; readonly onClose: () => void }) => {
  const { phase, lines, shownId } = useStore(running.store)
  const shown = lines.find(({ id }) => id === shownId)
  if (phase.kind === 'finished') return <ImportResult result={phase.result} running={running} onClose={onClose} />
  return (
    <div
      className="import"
      onDragOver={(event) => {
        event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        running.add([...event.dataTransfer.files])
      }}
    >
      <FileLines running={running} />
      <div className="import-place" inert={phase.kind === 'importing'}>
        <FilePreview key={shownId} line={shown} running={running} />
      </div>
      <Foot running={running} onClose={onClose} />
    </div>
  )
}

const Foot = ({ running, onClose }: { readonly running: Import; readonly onClose: () => void }) => {
  const messages = useMessages()
  const { imports, app } = messages
  const { lines, phase, naming } = useStore(running.store)
  const known = useLive('respondents.list', {}).data?.map(({ name }) => name) ?? []
  const reading = lines.filter(({ state }) => state.kind === 'waiting' || state.kind === 'reading').length
  const ready = comingIn(lines)
  const out = lines.length - reading - ready.length
  const mustName = naming === null && linesThatAsk(lines).length > 0
  const nameless = naming === null ? 0 : linesWithoutName(lines).length

  const run = async () => {
    try {
      await running.run(known)
    } catch (error) {
      const failure = failureOf(error)
      if (failure.code === 'cancelled') tell(imports.stopped)
      else tellFailure(explain(failure, messages))
    }
  }
  if (phase.kind === 'importing')
    return (
      <footer className="import-foot">
        <div className="import-state">
          <p>{imports.importing(phase.done, phase.ids.length)}</p>
          <Progress label={imports.overall} value={phase.done} total={phase.ids.length} />
        </div>
        <Button onPress={() => void running.stop()}>{imports.stop}</Button>
      </footer>
    )
  return (
    <footer className="import-foot">
      <Naming running={running} known={known} />
      <p className="import-state" role="status">
        {reading > 0 ? imports.reading(lines.length - reading, lines.length) : imports.summary(ready.length, out)}
        {mustName ? <em>{imports.naming.first}</em> : null}
        {nameless > 0 ? <em>{imports.naming.missing(nameless)}</em> : null}
      </p>
      <Button onPress={() => void chooseFiles(TEXTS, true).then(running.add)}>{imports.add}</Button>
      <Button onPress={onClose}>{app.cancel}</Button>
      <Button kind="primary" isDisabled={ready.length === 0 || reading > 0 || mustName} onPress={() => void run()}>
        {imports.run(ready.length)}
      </Button>
    </footer>
  )
}
