/** Small dialogs about documents: another name, and what deleting takes along. */
import { useState } from 'react'
import type { DocumentRow } from '../../../contract/documents.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button, TextField } from '../../ui/controls.tsx'
import { Confirm, Dialog } from '../../ui/Dialog.tsx'

export type DocumentTask =
  | { readonly kind: 'rename'; readonly document: DocumentRow }
  | { readonly kind: 'remove'; readonly documents: readonly DocumentRow[] }

export const DocumentDialogs = ({
  task,
  onClose,
}: {
  readonly task: DocumentTask | null
  readonly onClose: () => void
}) => {
  if (task?.kind === 'rename') return <RenameDialog document={task.document} onClose={onClose} />
  if (task?.kind === 'remove') return <RemoveDialog documents={task.documents} onClose={onClose} />
  return null
}

const RenameDialog = ({ document, onClose }: { readonly document: DocumentRow; readonly onClose: () => void }) => {
  const { documents, app } = useMessages()
  const [name, setName] = useState(document.name)
  const rename = useCommand('documents.rename')
  return (
    <Dialog title={documents.rename.title} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') rename.mutate({ id: document.id, name }, { onSuccess: onClose })
        }}
      >
        <TextField label={documents.rename.name} value={name} onChange={setName} maxLength={300} autoFocus />
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={name.trim() === ''}>
            {documents.rename.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const RemoveDialog = ({
  documents: chosen,
  onClose,
}: {
  readonly documents: readonly DocumentRow[]
  readonly onClose: () => void
}) => {
  const { documents, app } = useMessages()
  const ids = chosen.map(({ id }) => id)
  const removal = useLive('documents.removal', { ids }).data
  const remove = useCommand('documents.remove')
  const openId = useWorkspace((state) => state.documentId)
  if (!removal) return null
  const [only, ...others] = chosen
  const names = only && others.length === 0 ? `“${only.name}”` : documents.removal.several(chosen.length)
  return (
    <Confirm
      title={documents.removal.title(chosen.length)}
      text={documents.removal.text(names, removal.codings, removal.memos)}
      action={documents.removal.delete}
      cancel={app.cancel}
      onClose={onClose}
      onConfirm={() => {
        if (openId !== null && ids.includes(openId)) workspace.set({ documentId: null, selection: null, codingIds: [] })
        remove.mutate({ ids })
      }}
    />
  )
}
