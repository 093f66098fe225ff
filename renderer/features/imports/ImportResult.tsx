/** What came in and what did not, with the way on. */
import { useStore } from 'zustand'
import { explain } from '../../lib/explain.ts'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { duplicates } from './confirming.ts'
import type { Import, Result } from './import-store.ts'

export const ImportResult = ({
  result,
  running,
  onClose,
}: {
  readonly result: Result
  readonly running: Import
  readonly onClose: () => void
}) => {
  const messages = useMessages()
  const { result: words } = messages.imports
  const { lines } = useStore(running.store)
  const failures = [
    ...result.failed.map(({ file, failure }) => ({ key: file, failure })),
    ...lines.flatMap(({ id, state }) => (state.kind === 'failed' ? [{ key: String(id), failure: state.failure }] : [])),
    ...duplicates(lines).map(({ id, file, of }) => ({
      key: String(id),
      failure: { code: 'unreadable-file' as const, file: file.name, reason: 'duplicate' as const, place: of },
    })),
  ]
  const [first] = result.documents
  return (
    <div className="import-result">
      <p className="import-count" role="status">
        {first ? words.imported(result.documents.length) : words.none}
      </p>
      {first ? <p className="form-hint">{words.undo}</p> : null}
      {failures.length > 0 ? (
        <>
          <h3>{words.failed(failures.length)}</h3>
          <ul>
            {failures.map(({ key, failure }) => (
              <li key={key}>{explain(failure, messages)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="actions">
        {first ? null : <Button onPress={running.backToFiles}>{words.back}</Button>}
        <Button onPress={onClose}>{words.done}</Button>
        {first ? (
          <Button
            kind="primary"
            autoFocus
            onPress={() => {
              onClose()
              workspace.openDocument(first.documentId)
            }}
          >
            {words.openFirst}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
