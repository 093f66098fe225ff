/** What commands act on, gathered for the components that run them. */
import { useMemo } from 'react'
import type { CommandContext } from './command.ts'
import { useConnection, useLive } from './live.tsx'
import { useMessages } from './messages.tsx'
import { workspace } from './workspace.ts'

export const useCommandContext = (): CommandContext => {
  const connection = useConnection()
  const messages = useMessages()
  const project = useLive('projects.current', {}).data ?? null
  const isOpen = project !== null
  const next = useLive('history.next', {}, { enabled: isOpen }).data
  return useMemo(
    () => ({
      client: connection.client,
      connection,
      workspace,
      messages,
      isOpen,
      next: next && isOpen ? next : { undo: null, redo: null },
    }),
    [connection, messages, next, isOpen],
  )
}
