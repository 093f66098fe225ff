/** Asks for the name of a query. */
import { useState } from 'react'
import { useMessages } from '../../lib/messages.tsx'
import { Button, TextField } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export const NameDialog = ({
  title,
  name,
  onName,
  onClose,
}: {
  readonly title: string
  readonly name: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}) => {
  const { app, query } = useMessages()
  const [text, setText] = useState(name)
  const isNamed = text.trim() !== ''
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="name-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isNamed) return
          onName(text.trim())
          onClose()
        }}
      >
        <TextField label={query.kept.name} value={text} onChange={setText} maxLength={200} autoFocus />
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={!isNamed}>
            {query.kept.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
