/** Asks before codes are deleted, with a count of what goes, and offers the archive instead. */
import { useCommandContext } from '../../lib/command-context.ts'
import { useLive } from '../../lib/live.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tellUndoable } from '../coding/acts.ts'
import { attempt, codesOf } from './acts.ts'

interface RemoveDialogProps {
  readonly ids: readonly number[]
  readonly onClose: () => void
}
export const RemoveDialog = ({ ids, onClose }: RemoveDialogProps) => {
  const context = useCommandContext()
  const { client } = context
  const { remove } = context.messages.codebook
  const { data: removal } = useLive('codes.removal', { ids: [...ids] })
  const codes = codesOf(ids)
  // Without the count there is nothing to decide on.
  if (!removal) return null

  const run = async () => {
    await client.codes.remove({ ids: [...ids] })
    workspace.set({ codeIds: [] })
    await tellUndoable(context, remove.done(removal.codes))
  }
  const archive = () => client.codes.archive({ ids: [...ids], archived: true })
  const act = (work: () => Promise<unknown>) => () => {
    onClose()
    void attempt(context, work)
  }
  return (
    <Dialog title={remove.title(codes.map(({ name }) => name))} role="alertdialog" onClose={onClose}>
      <p>{remove.text(removal)}</p>
      {removal.codings > 0 ? <p className="soft">{remove.archiveInstead}</p> : null}
      <div className="actions">
        <Button onPress={onClose}>{context.messages.app.cancel}</Button>
        <Button onPress={act(archive)}>{remove.archive}</Button>
        <Button autoFocus kind="danger" onPress={act(run)}>
          {remove.action}
        </Button>
      </div>
    </Dialog>
  )
}
