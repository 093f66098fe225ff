/** Making a project, and opening one or saving a copy where there are no native dialogs. */
import { useState } from 'react'
import type { AppError } from '../../../contract/failure.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { explain } from '../../lib/explain.ts'
import { useCommand, useConnection } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Button, TextField } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tell } from '../../ui/toasts.tsx'
import { FolderList } from './FolderList.tsx'

interface Props {
  readonly onClose: () => void
}
const EXTENSION = '.verbatim'
/** A name as a file's name: signs that one of the systems refuses become a space. */
const fileNameOf = (name: string) => name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()
const join = (folder: string, name: string) =>
  `${folder}${folder.includes('\\') ? '\\' : '/'}${fileNameOf(name)}${EXTENSION}`

export const NewProjectDialog = ({ onClose }: Props) => {
  const messages = useMessages()
  const { start, app } = messages
  const { shell, client } = useConnection()
  const [name, setName] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const create = useCommand('projects.create', { quiet: true })
  const isReady = name.trim() !== '' && (shell === 'desktop' || folder !== null)

  const make = async () => {
    if (!isReady) return
    const place =
      shell === 'desktop'
        ? (await client.shell.chooseProjectPlace({ title: start.newProject, name: fileNameOf(name) })).path
        : join(folder ?? '', name)
    if (place !== null) create.mutate({ path: place, name }, { onSuccess: onClose, onError: setFailure })
  }
  return (
    <Dialog title={start.newProject} size={shell === 'desktop' ? 'normal' : 'wide'} onClose={onClose}>
      <form
        className="project-form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TextField
          label={start.name}
          value={name}
          onChange={(value) => {
            setName(value)
            setFailure(null)
          }}
          autoFocus
          error={failure ? explain(failure.failure, messages) : null}
        />
        {shell === 'browser' ? <FolderList onFolder={setFolder} /> : null}
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={!isReady || create.isPending}>
            {start.create}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export const OpenProjectDialog = ({ onClose }: Props) => {
  const { start, app } = useMessages()
  const open = useCommand('projects.open')
  return (
    <Dialog title={start.openProject} size="wide" onClose={onClose}>
      <FolderList
        onFile={(path) => {
          open.mutate({ path }, { onSuccess: onClose })
        }}
      />
      <div className="actions">
        <Button onPress={onClose}>{app.cancel}</Button>
      </div>
    </Dialog>
  )
}

export const SaveCopyDialog = ({ onClose }: Props) => {
  const { messages } = useCommandContext()
  const { start, app } = messages
  const [name, setName] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const save = useCommand('projects.saveCopy', { quiet: true })
  const isReady = name.trim() !== '' && folder !== null
  return (
    <Dialog title={start.save} size="wide" onClose={onClose}>
      <form
        className="project-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady) return
          const path = join(folder, name)
          save.mutate(
            { path },
            {
              onSuccess: () => {
                tell(start.saved(path))
                onClose()
              },
              onError: setFailure,
            },
          )
        }}
      >
        <TextField
          label={start.name}
          value={name}
          onChange={setName}
          autoFocus
          error={failure ? explain(failure.failure, messages) : null}
        />
        <FolderList onFolder={setFolder} />
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={!isReady || save.isPending}>
            {start.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
