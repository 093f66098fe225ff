/** A host in a real process of its own, with a client that speaks to it over its standard input and output. */
import { createClient } from '../../contract/wire.ts'
import { startChild } from './child.ts'

interface Answer {
  readonly id: number
  readonly response: unknown
}

/** `folder`: its settings. `user`: the number of the user it becomes, where it would otherwise be an administrator. */
export const startHostChild = async (folder: string, user = '') => {
  const child = startChild('host', folder, user)
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
  const client = createClient(
    (request) =>
      new Promise((resolve) => {
        const id = ++last
        waiting.set(id, resolve)
        child.send({ id, request })
      }),
  )
  return { ...child, client }
}
