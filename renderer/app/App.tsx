/** The window: providers, and either the start screen or the open project. */
import { useEffect, useRef } from 'react'
import type { AppError, Failure } from '../../contract/failure.ts'
import type { Messages } from '../../contract/messages/en.ts'
import { StartScreen } from '../features/start/StartScreen.tsx'
import { useOpenAtStart } from '../features/start/useOpenAtStart.ts'
import { useSampleDocument } from '../features/start/useSampleDocument.ts'
import type { Connection } from '../lib/connection.ts'
import { explain, explainNotice } from '../lib/explain.ts'
import { LiveProvider, useCommand, useConnection, useLive } from '../lib/live.tsx'
import { MessagesProvider, resolveLanguage, useMessages } from '../lib/messages.tsx'
import { workspace } from '../lib/workspace.ts'
import { putAway, tellFailure, Toasts } from '../ui/toasts.tsx'
import { CommandKeys } from './CommandKeys.tsx'
import { Dialogs } from './Dialogs.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { NativeMenu } from './NativeMenu.tsx'
import { ProjectWindow } from './ProjectWindow.tsx'

// The words for a failure depend on the language, which is known below the provider.
let sayFailure: (error: AppError) => void = () => undefined
const onFailure = (error: AppError) => {
  sayFailure(error)
}

export const App = ({ connection }: { readonly connection: Connection }) => (
  <LiveProvider connection={connection} onFailure={onFailure}>
    <Themed />
  </LiveProvider>
)

const Themed = () => {
  const { data: settings } = useLive('settings.get', {})
  const theme = settings?.theme
  useEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  if (!settings) return null
  return (
    <MessagesProvider language={resolveLanguage(settings.language)}>
      <ErrorBoundary>
        <Screens />
      </ErrorBoundary>
      <Toasts />
    </MessagesProvider>
  )
}

const Screens = () => {
  const messages = useMessages()
  const { onEvent } = useConnection()
  const { data: project, isPending } = useLive('projects.current', {})
  const { mutate: restore } = useCommand('projects.restore')
  useEffect(() => {
    sayFailure = ({ failure }) => {
      tellFailure(explain(failure, messages), wayBack(failure, messages, restore))
    }
  }, [messages, restore])
  useEffect(
    () =>
      onEvent((event) => {
        if (event.kind === 'notice')
          tellFailure(explainNotice(event, messages), wayBack(event.failure, messages, restore))
      }),
    [onEvent, messages, restore],
  )
  const isOpening = useOpenAtStart()
  const path = project?.path ?? null
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current !== path) {
      workspace.reset()
      putAway()
    }
    shown.current = path
  }, [path])
  useSampleDocument(project ?? null)
  const title = project ? `${project.name} – ${messages.app.name}` : messages.app.name
  useEffect(() => {
    document.title = title
  }, [title])
  if (isPending || (isOpening && !project)) return null
  return (
    <>
      {project ? <ProjectWindow project={project} /> : <StartScreen />}
      <CommandKeys />
      <NativeMenu />
      <Dialogs />
    </>
  )
}

/** A damaged project can be left for its newest automatic copy. */
const wayBack = (failure: Failure, { start }: Messages, restore: (input: { copy: string }) => void) => {
  const copy = failure.code === 'corrupt' ? failure.copy : null
  return copy === null ? undefined : { label: start.restoreNewest, run: () => restore({ copy }) }
}
