/** The automatic copies of a project, to go back to one of them. */
import type { Recent } from '../../../contract/projects.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export const CopiesDialog = ({ project, onClose }: { readonly project: Recent; readonly onClose: () => void }) => {
  const { start, app } = useMessages()
  const formats = useFormats()
  const copies = useLive('projects.copies', { path: project.path }).data
  const restore = useCommand('projects.restore')
  return (
    <Dialog title={start.copiesOf(project.name)} size="wide" onClose={onClose}>
      <p>{copies?.length === 0 ? start.noCopies : start.copiesText}</p>
      <ul className="copies">
        {copies?.map((copy) => (
          <li key={copy.path}>
            <span>{start.copySize(formats.dateTime(copy.at), formats.number(Math.round(copy.bytes / 1e5) / 10))}</span>
            <Button
              isDisabled={restore.isPending}
              onPress={() => {
                restore.mutate({ path: project.path, copy: copy.path }, { onSuccess: onClose })
              }}
            >
              {start.restore}
            </Button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button onPress={onClose}>{app.close}</Button>
      </div>
    </Dialog>
  )
}
