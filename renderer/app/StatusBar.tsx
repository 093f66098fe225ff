/** The status line: what is true now about the project and the last step. */
import { useCommandContext } from '../lib/command-context.ts'
import { useLive } from '../lib/live.tsx'
import { commands } from './commands.ts'

export const StatusBar = () => {
  const { messages, next } = useCommandContext()
  const me = useLive('coders.me', {}).data
  const coder = useLive('coders.list', {}).data?.find(({ id }) => id === me?.id)
  const undo = commands.find(({ id }) => id === 'history.undo')
  return (
    <footer className="status-bar">
      <span className="saved">{messages.app.status.saved}</span>
      {coder ? <span>{messages.app.status.coder(coder.name)}</span> : null}
      {undo && next.undo ? <span className="last-step">{undo.title(messages, next)}</span> : null}
    </footer>
  )
}
