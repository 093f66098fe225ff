/** A database process of its own for one window, as Electron's utility process: calls to it, events from it, its end. */
import { utilityProcess } from 'electron'
import type { Response } from '../../contract/wire.ts'

/** How long a process may take to finish what it is doing and close its file, in milliseconds. */
const MOST_CLOSING = 10_000
const DISCONNECTED: Response = { ok: false, failure: { code: 'disconnected' } }

export interface HostOptions {
  /** The built `main/host/process.ts`. */
  readonly entry: string
  /** The installation's folder. */
  readonly folder: string
  readonly deliver: (event: unknown) => void
  readonly log: (text: string) => void
  /** It ended without being asked to. */
  readonly onCrash: () => void
}
export interface HostProcess {
  /** Answers a `Response` of the contract, also when the process has ended: `disconnected`. */
  readonly call: (request: unknown) => Promise<unknown>
  /** Finishes the calls that are under way, closes the file, ends the process. */
  readonly close: () => Promise<void>
}

export const startHost = ({ entry, folder, deliver, log, onCrash }: HostOptions): HostProcess => {
  const waiting = new Map<number, (response: unknown) => void>()
  let last = 0
  let state: 'running' | 'closing' | 'ended' = 'running'

  const child = utilityProcess.fork(entry, [folder], {
    serviceName: 'Verbatim project',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr?.on('data', (data: Buffer) => {
    log(data.toString('utf8'))
  })
  child.on('message', (message: { readonly event: unknown } | { readonly id: number; readonly response: unknown }) => {
    if ('event' in message) {
      deliver(message.event)
      return
    }
    waiting.get(message.id)?.(message.response)
    waiting.delete(message.id)
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      const crashed = state === 'running'
      state = 'ended'
      for (const answer of waiting.values()) answer(DISCONNECTED)
      waiting.clear()
      if (crashed) {
        log(`The database process ended with code ${code}.\n`)
        onCrash()
      }
      resolve()
    })
  })

  return {
    call: (request) =>
      state === 'running'
        ? new Promise((resolve) => {
            waiting.set(++last, resolve)
            child.postMessage({ id: last, request })
          })
        : Promise.resolve(DISCONNECTED),
    close: async () => {
      if (state === 'running') {
        state = 'closing'
        child.postMessage({ close: true })
        setTimeout(() => child.kill(), MOST_CLOSING).unref()
      }
      await ended
    },
  }
}
