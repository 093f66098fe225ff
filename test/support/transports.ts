/** The ways in which requests reach a host, each with its real ends: process boundary, loopback server, peer's socket. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { connectToHolder } from '../../main/host/peer.ts'
import { startServer } from '../../main/host/server.ts'
import { openTestHost, temporaryFolder } from './host.ts'

export interface Transport {
  readonly folder: string
  /** Sends a request as it is; answers what came back. */
  readonly send: (request: unknown) => Promise<unknown>
}

/** As between Electron's processes: values are cloned. */
const overProcessBoundary = (): Promise<Transport> => {
  const { host, folder } = openTestHost()
  const send = async (request: unknown): Promise<unknown> =>
    structuredClone(await host.dispatch(structuredClone(request), { session: 'test' }))
  return Promise.resolve({ folder, send })
}

type CutOff = (data: string | Buffer, options?: { binary: boolean }) => Promise<number>

/** As from a page in a browser. */
const overLoopback = async (): Promise<Transport & { cutOff: CutOff }> => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'window'))
  const server = await startServer({
    windowFolder: join(folder, 'window'),
    dataFolder: join(folder, 'settings'),
    port: 0,
    log: () => undefined,
  })
  onTestFinished(() => server.close())
  const { origin, host, hash } = new URL(server.url)
  const socket = new WebSocket(`ws://${host}/?${hash.slice(1)}`, { origin })
  onTestFinished(() => {
    socket.terminate()
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const waiting = new Map<number, (response: unknown) => void>()
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as { id?: number; response?: unknown }
    if (frame.id !== undefined) waiting.get(frame.id)?.(frame.response)
  })
  let last = 0
  const send = (request: unknown) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve)
      socket.send(JSON.stringify({ id: last, request }))
    })
  /** The code with which another page is cut off that sends this. */
  const cutOff = async (data: string | Buffer, options = {}): Promise<number> => {
    const other = new WebSocket(`ws://${host}/?${hash.slice(1)}`, { origin })
    await new Promise((resolve) => other.once('open', resolve))
    other.send(data, options)
    return new Promise((resolve) => other.once('close', resolve))
  }
  return { folder, send, cutOff }
}

/** As from the command line, to a window that has the project open. */
const overPeerSocket = async (): Promise<Transport> => {
  const { client, folder } = openTestHost()
  const path = join(folder, 'open.verbatim')
  await client.projects.create({ path, name: 'Open' })
  const peer = await connectToHolder(path)
  if (!peer) throw new Error('the host does not answer its peers')
  onTestFinished(peer.close)
  return { folder, send: (request) => peer.sendAs()(request as never) }
}

export const transports = {
  'process boundary': overProcessBoundary,
  'loopback server': overLoopback,
  'peer socket': overPeerSocket,
}
