/** A host in a process of its own: requests come as messages {id, request}, answers go back as {id, response}. */
import { createHost } from '../../../main/host/host.ts'
import { args, onMessage, tell } from './messages.ts'

const [folder = '', user = ''] = args
const host = createHost({
  application: 'window',
  folder,
  deliver: () => undefined,
  log: (line) => {
    process.stderr.write(`${line}\n`)
  },
})
// Rights do not bind an administrator: from here on this is somebody to whom they do.
if (user !== '') {
  process.setgid?.(Number(user))
  process.setuid?.(Number(user))
}
onMessage(({ id, request }: { id: number; request: unknown }) => {
  void host.dispatch(request, { session: 'child' }).then((response) => {
    tell({ id, response })
  })
})
tell('ready')
