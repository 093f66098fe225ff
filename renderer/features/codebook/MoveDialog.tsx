/** Asks under which code the chosen codes go; for long codebooks, where dragging is far. */
import { useCommand } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { CodeSearch } from '../coding/CodeSearch.tsx'
import { useCoding } from '../coding/coding-state.ts'
import { codesOf } from './acts.ts'
import { branchOf } from './code-rows.ts'

interface MoveDialogProps {
  readonly ids: readonly number[]
  readonly onClose: () => void
}
export const MoveDialog = ({ ids, onClose }: MoveDialogProps) => {
  const { move } = useMessages().codebook
  const { codes, recent } = useCoding()
  const command = useCommand('codes.move')
  const own = branchOf(codes, ids)
  const title = move.title(codesOf(ids).map(({ name }) => name))
  const put = (parentId: number | null) => {
    command.mutate({ ids: [...ids], parentId, before: null })
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <CodeSearch
        label={title}
        placeholder={move.placeholder}
        codes={codes.filter(({ id, archived }) => !own.has(id) && !archived)}
        recent={recent}
        top={{
          label: move.top,
          choose: () => {
            put(null)
          },
        }}
        onChoose={({ id }) => {
          put(id)
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
