/** Entry of the database's own process under Electron: requests and events over the port that Electron gave it. */
import { createHost } from './host.ts'

interface Frame {
  readonly id: number
  readonly request: unknown
}
/** Electron's utility process has a parent port that plain Node's types do not know. */
const port = (
  process as unknown as {
    parentPort: {
      on: (event: 'message', listener: (message: { data: Frame }) => void) => void
      postMessage: (message: unknown) => void
    }
  }
).parentPort

const host = createHost({
  folder: process.argv[2] ?? '',
  deliver: (event) => {
    port.postMessage({ event })
  },
  log: (line) => {
    console.error(line)
  },
})
port.on('message', ({ data: { id, request } }) => {
  void host.dispatch(request, { session: 'window' }).then((response) => {
    port.postMessage({ id, response })
  })
})
process.on('exit', () => {
  host.close()
})
