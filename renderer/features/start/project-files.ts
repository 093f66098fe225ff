/** Where project files are: the system's dialogs on the desktop, our own in a browser. */
import type { CommandContext } from '../../lib/command.ts'
import { tell } from '../../ui/toasts.tsx'

type Context = Pick<CommandContext, 'client' | 'connection' | 'workspace' | 'messages'>

export const chooseAndOpen = async ({ client, connection, workspace, messages }: Context): Promise<void> => {
  if (connection.shell === 'browser') {
    workspace.openDialog({ kind: 'open-project' })
    return
  }
  const { path } = await client.shell.chooseProject({ title: messages.start.openProject })
  if (path !== null) await client.projects.open({ path })
}

export const chooseAndSaveCopy = async ({ client, connection, workspace, messages }: Context): Promise<void> => {
  if (connection.shell === 'browser') {
    workspace.openDialog({ kind: 'save-copy' })
    return
  }
  const project = await client.projects.current({})
  const { path } = await client.shell.chooseProjectPlace({ title: messages.start.save, name: project?.name ?? '' })
  if (path === null) return
  // The system's dialog has asked about replacing already.
  await client.projects.saveCopy({ path, overwrite: true })
  tell(messages.start.saved(path))
}
