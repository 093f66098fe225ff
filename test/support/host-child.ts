/** A host in a real process of its own, with a client that speaks to it over its standard input and output. */
import { createClient } from '../../contract/wire.ts'
import { startChildIn } from './child.ts'

interface Answer {
  readonly id: number
  readonly response: unknown
}
interface Options {
  /** The number of the user that it becomes. */
  readonly user?: string
  /** A folder that becomes a disk of three megabytes for this process alone. */
  readonly smallDisk?: string
}

/** `folder`: its settings. */
export const startHostChild = async (folder: string, { user = '', smallDisk = '' }: Options = {}) => {
  // A mount namespace of its own; of a user namespace too for those who may not make one otherwise.
  const around = smallDisk === '' ? [] : ['unshare', process.getuid?.() === 0 ? '--mount' : '-Urm']
  const child = startChildIn(around, 'host', folder, user, smallDisk)
  await child.next()
  const waiting = new Map<number, (response: unknown) => void>()
  let last = 0
  const read = async () => {
    for (;;) {
      const { id, response } = await child.next<Answer>()
      waiting.get(id)?.(response)
      waiting.delete(id)
    }
  }
  // Ends with the child; what it had not answered by then stays open.
  read().catch(() => undefined)
  const ask = (message: object) =>
    new Promise((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      child.send({ id, ...message })
    })
  return {
    ...child,
    client: createClient((request) => ask({ request })),
    disk: (disk: 'fill' | 'free') => ask({ disk }),
  }
}
