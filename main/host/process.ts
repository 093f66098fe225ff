/** Entry of the database's own process under Electron: requests and events over the port that Electron gave it. */
import { createHost } from './host.ts'

type Message = { readonly id: number; readonly request: unknown } | { readonly close: true }
/** Electron's utility process has a parent port that plain Node's types do not know. */
const port = (
  process as unknown as {
    parentPort: {
      on: (event: 'message', listener: (message: { data: Message }) => void) => void
      postMessage: (message: unknown) => void
    }
  }
).parentPort

const host = createHost({
  application: 'window',
  folder: process.argv[2] ?? '',
  deliver: (event) => {
    port.postMessage({ event })
  },
  log: (line) => {
    console.error(line)
  },
})
const running = new Set<Promise<void>>()

const answer = async (id: number, request: unknown) => {
  port.postMessage({ id, response: await host.dispatch(request, { session: 'window' }) })
}
/** What the window sent before it closed is done first: the last words of a memo among it. */
const close = async () => {
  while (running.size > 0) await Promise.all(running)
  host.close()
  process.exit(0)
}

port.on('message', ({ data }) => {
  if ('close' in data) {
    void close()
    return
  }
  const call = answer(data.id, data.request).finally(() => running.delete(call))
  running.add(call)
})
