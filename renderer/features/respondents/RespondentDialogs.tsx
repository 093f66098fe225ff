/** Small dialogs about respondents and attributes: a new one, and what deleting takes along. */
import { useState } from 'react'
import type { Attribute } from '../../../contract/attributes.ts'
import { explain } from '../../lib/explain.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Button, TextField } from '../../ui/controls.tsx'
import { Confirm, Dialog } from '../../ui/Dialog.tsx'

export const NewRespondentDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const messages = useMessages()
  const { respondents, app } = messages
  const [name, setName] = useState('')
  const create = useCommand('respondents.create', { quiet: true })
  return (
    <Dialog title={respondents.newRow} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') create.mutate({ name }, { onSuccess: onClose })
        }}
      >
        <TextField
          label={respondents.columns.name}
          hint={respondents.nameHint}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={create.error ? explain(create.error.failure, messages) : null}
        />
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={name.trim() === ''}>
            {respondents.attribute.create}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export const RemoveRespondentsDialog = ({
  rows,
  onClose,
  onRemoved,
}: {
  readonly rows: readonly { readonly id: number; readonly name: string }[]
  readonly onClose: () => void
  readonly onRemoved?: () => void
}) => {
  const { respondents, app } = useMessages()
  const ids = rows.map(({ id }) => id)
  const removal = useLive('respondents.removal', { ids }).data
  const remove = useCommand('respondents.remove')
  if (!removal) return null
  const words = respondents.removal
  return (
    <Confirm
      title={words.title(rows.length, `“${rows[0]?.name ?? ''}”`)}
      text={words.text(removal.documents, removal.values, removal.memos)}
      action={words.remove}
      cancel={app.cancel}
      onClose={onClose}
      onConfirm={() => {
        remove.mutate({ ids }, onRemoved ? { onSuccess: onRemoved } : {})
      }}
    />
  )
}

export const RemoveAttributeDialog = ({
  attribute,
  values,
  onClose,
}: {
  readonly attribute: Attribute
  readonly values: number
  readonly onClose: () => void
}) => {
  const { respondents, app } = useMessages()
  const words = respondents.attribute
  const remove = useCommand('attributes.remove')
  return (
    <Confirm
      title={words.removeTitle(attribute.name)}
      text={words.removeText(values)}
      action={words.remove}
      cancel={app.cancel}
      onClose={onClose}
      onConfirm={() => {
        remove.mutate({ ids: [attribute.id] })
      }}
    />
  )
}
