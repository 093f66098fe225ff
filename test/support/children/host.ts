/** A host in a process of its own: messages {id, request} are answered with {id, response}; {id, disk} fills its disk or makes room. */
import { createHost } from '../../../main/host/host.ts'
import { fillDisk, freeDisk, mountSmallDisk } from './disk.ts'
import { args, onMessage, tell } from './messages.ts'

const [folder = '', user = '', disk = ''] = args
const host = createHost({
  application: 'window',
  folder,
  deliver: () => undefined,
  log: (line) => {
    process.stderr.write(`${line}\n`)
  },
})
if (disk !== '') mountSmallDisk(disk)
// Rights do not bind an administrator: from here on this is somebody to whom they do.
if (user !== '') {
  process.setgid?.(Number(user))
  process.setuid?.(Number(user))
}
const answer = async (message: { request: unknown } | { disk: 'fill' | 'free' }): Promise<unknown> => {
  if ('request' in message) return host.dispatch(message.request, { session: 'child' })
  if (message.disk === 'fill') fillDisk(disk)
  else freeDisk(disk)
  return { ok: true }
}
onMessage((message: { id: number; request: unknown } | { id: number; disk: 'fill' | 'free' }) => {
  void answer(message).then((response) => {
    tell({ id: message.id, response })
  })
})
tell('ready')
