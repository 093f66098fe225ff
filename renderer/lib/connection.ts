/** The window's line to its host: Electron's bridge or the loopback server's socket, with the same face. */
import { Event } from '../../contract/event.ts'
import { AppError, type UnreadableReason } from '../../contract/failure.ts'
import { MAX_FILE_BYTES, type FileRef } from '../../contract/imports.ts'
import type { Client } from '../../contract/index.ts'
import { createClient, type Request } from '../../contract/wire.ts'

/** What the preload script exposes. */
interface Bridge {
  readonly call: (request: unknown) => Promise<unknown>
  readonly onEvent: (listener: (event: unknown) => void) => void
  readonly pathOf: (file: File) => string
}

export interface Connection {
  readonly shell: 'desktop' | 'browser'
  readonly client: Client
  /** Answers the function that ends listening. */
  readonly onEvent: (listener: (event: Event) => void) => () => void
  /** Makes a chosen or dropped file known to the host. */
  readonly fileRef: (file: File) => Promise<FileRef>
}

export const connect = async (): Promise<Connection> => {
  const listeners = new Set<(event: Event) => void>()
  const deliver = (raw: unknown) => {
    const event = Event.parse(raw)
    for (const listener of listeners) listener(event)
  }
  const onEvent: Connection['onEvent'] = (listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  const bridge = (window as { host?: Bridge }).host
  if (bridge) {
    bridge.onEvent(deliver)
    return {
      shell: 'desktop',
      client: createClient(bridge.call),
      onEvent,
      fileRef: (file) => Promise.resolve({ name: file.name, path: bridge.pathOf(file) }),
    }
  }
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  return {
    shell: 'browser',
    client: createClient(await openSocket(`ws://${location.host}/?token=${encodeURIComponent(token)}`, deliver)),
    onEvent,
    fileRef: async (file) => {
      // The host would break the sending off, which a browser takes for a lost line.
      if (file.size >= MAX_FILE_BYTES) throw unreadable(file, 'too-large')
      const response = await fetch(`/upload?token=${encodeURIComponent(token)}`, { method: 'POST', body: file })
      if (!response.ok) throw unreadable(file, response.status === 413 ? 'too-large' : 'missing')
      const { path } = (await response.json()) as { path: string }
      return { name: file.name, path }
    },
  }
}

const unreadable = (file: File, reason: UnreadableReason) =>
  new AppError({ code: 'unreadable-file', file: file.name, reason, place: '' })

/** Calls over one WebSocket. A lost socket answers every open call with `disconnected`; the next call opens it again. */
const openSocket = async (url: string, deliver: (event: unknown) => void) => {
  const waiting = new Map<number, { resolve: (response: unknown) => void; reject: (error: AppError) => void }>()
  let last = 0
  const open = () =>
    new Promise<WebSocket>((resolve, reject) => {
      const socket = new WebSocket(url)
      socket.addEventListener('open', () => {
        resolve(socket)
      })
      socket.addEventListener('message', ({ data }) => {
        const frame = JSON.parse(String(data)) as { id: number; response: unknown } | { event: unknown }
        if ('event' in frame) {
          deliver(frame.event)
          return
        }
        waiting.get(frame.id)?.resolve(frame.response)
        waiting.delete(frame.id)
      })
      socket.addEventListener('close', () => {
        const lost = new AppError({ code: 'disconnected' })
        reject(lost)
        for (const call of waiting.values()) call.reject(lost)
        waiting.clear()
      })
    })
  let socket = await open()
  return async (request: Request) => {
    if (socket.readyState !== WebSocket.OPEN) {
      socket = await open()
      // What changed while the line was down is unknown: everything is asked for again.
      deliver({ kind: 'project' })
    }
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, request }))
    })
  }
}
