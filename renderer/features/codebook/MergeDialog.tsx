/** Merging: which code the chosen ones go into, and what moves, before it is done. */
import { useState } from 'react'
import { useCommandContext } from '../../lib/command-context.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tellUndoable } from '../coding/acts.ts'
import type { PathedCode } from '../coding/code-matching.ts'
import { CodeSearch } from '../coding/CodeSearch.tsx'
import { useCoding } from '../coding/coding-state.ts'
import { attempt, codesOf } from './acts.ts'

interface MergeDialogProps {
  readonly ids: readonly number[]
  readonly onClose: () => void
}
export const MergeDialog = ({ ids, onClose }: MergeDialogProps) => {
  const context = useCommandContext()
  const { merge } = context.messages.codebook
  const { codes, recent } = useCoding()
  const [into, setInto] = useState<PathedCode | null>(null)
  const [from] = useState(ids)
  const names = codesOf(from).map(({ name }) => name)
  const counts = useLive('codes.counts', { documentId: null }).data
  // Only their own codings move; what is below them moves as it is.
  const moving = from.reduce((sum, id) => sum + (counts?.codings[counts.codeId.indexOf(id)] ?? 0), 0)
  const command = useCommand('codes.merge')

  const run = async (target: PathedCode) => {
    const done = await command.mutateAsync({ from: [...from], into: target.id })
    workspace.set({ codeIds: [target.id] })
    onClose()
    await tellUndoable(context, merge.done(done.codings, target.name))
  }
  return (
    <Dialog title={merge.title} onClose={onClose}>
      {into === null ? (
        <>
          <p>{merge.into(names)}</p>
          <CodeSearch
            label={merge.into(names)}
            placeholder={context.messages.coding.picker.placeholder}
            codes={codes.filter(({ id, archived }) => !from.includes(id) && !archived)}
            recent={recent}
            onChoose={setInto}
            onCancel={onClose}
          />
        </>
      ) : (
        <>
          <p>{merge.summary(moving, into.name)}</p>
          <p className="soft">{merge.kept}</p>
          <div className="actions">
            <Button
              onPress={() => {
                setInto(null)
              }}
            >
              {merge.choose}
            </Button>
            <Button
              autoFocus
              kind="primary"
              isDisabled={command.isPending}
              onPress={() => {
                // A failure of the command itself is told by it.
                if (!command.isPending) void attempt(context, () => run(into)).catch(() => undefined)
              }}
            >
              {merge.action}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
