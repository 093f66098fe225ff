/** What a pasted block cannot do, or may do only after asking. */
import { useMessages } from '../../lib/messages.tsx'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { GridEdits } from './use-grid-edits.ts'

const SHOWN = 8

export const PasteDialogs = ({ edits }: { readonly edits: GridEdits }) => {
  const { respondents, app } = useMessages()
  const words = respondents.pasting
  const { asked } = edits
  if (!asked) return null
  const { misfits, newChoices, newRespondents, cells } = asked
  const close = () => {
    edits.answer(false)
  }
  if (misfits.length > 0)
    return (
      <Dialog title={words.title} onClose={close}>
        <p>{words.text(misfits.length, misfits.length + cells.length)}</p>
        <ul>
          {misfits.slice(0, SHOWN).map(({ attribute, ownerName, value }) => (
            <li key={`${attribute.id} ${ownerName} ${value}`}>{words.place(value, attribute.name, ownerName)}</li>
          ))}
          {misfits.length > SHOWN ? <li>{words.more(misfits.length - SHOWN)}</li> : null}
        </ul>
        <div className="actions">
          <Button autoFocus onPress={close}>
            {words.close}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={newChoices.length > 0 ? words.newChoices : words.newNames} onClose={close}>
      {newChoices.length > 0 ? (
        <>
          <p>{words.newChoicesAsk}</p>
          <ul>
            {newChoices.map(({ attribute, words: added }) => (
              <li key={attribute.id}>{words.newChoicesText(attribute.name, added)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {newRespondents.length > 0 ? <p>{words.newNamesText(newRespondents)}</p> : null}
      <div className="actions">
        <Button onPress={close}>{app.cancel}</Button>
        <Button
          kind="primary"
          autoFocus
          onPress={() => {
            edits.answer(true)
          }}
        >
          {words.addChoices}
        </Button>
      </div>
    </Dialog>
  )
}
