/** The browser shell: the same host and the same window behind a loopback server, in plain Node. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { createHost } from './host.ts'
import { createUploads } from './uploads.ts'
import { windowFile } from '../../contract/window-files.ts'

export interface ServerOptions {
  /** The built window's files. */
  readonly windowFolder: string
  readonly dataFolder: string
  /** 0: any free port. */
  readonly port: number
  readonly log: (line: string) => void
}

/** Listens on 127.0.0.1 only. `url` holds the token, which every socket and upload must bring. */
export const startServer = async ({ windowFolder, dataFolder, port, log }: ServerOptions) => {
  const token = randomBytes(24).toString('base64url')
  const sockets = new Set<WebSocket>()
  const uploads = createUploads(dataFolder)
  const host = createHost({
    application: 'browser',
    folder: dataFolder,
    log,
    uploadPath: uploads.pathOf,
    deliver: (event) => {
      const frame = JSON.stringify({ event })
      for (const socket of sockets) socket.send(frame)
    },
  })
  const address = () => (http.address() as AddressInfo).port
  /** Another page in the same browser, or another name for this machine, is refused. */
  const isOurs = ({ headers }: IncomingMessage) =>
    headers.host === `127.0.0.1:${address()}` &&
    (headers.origin === undefined || headers.origin === `http://127.0.0.1:${address()}`)
  const hasToken = (given: string | null | undefined) => {
    const [ours, theirs] = [Buffer.from(token), Buffer.from(given ?? '')]
    return ours.length === theirs.length && timingSafeEqual(ours, theirs)
  }

  const http = createServer((request, response) => {
    if (!isOurs(request)) {
      response.writeHead(403).end()
      return
    }
    const { pathname, searchParams } = addressOf(request)
    if (request.method !== 'POST' || pathname !== '/upload')
      void serveFile(windowFolder, `ws://127.0.0.1:${address()}`, request, response)
    else if (request.headers.origin === undefined || !hasToken(searchParams.get('token'))) response.writeHead(403).end()
    else void uploads.receive(request, response)
  })
  const wss = new WebSocketServer({ noServer: true, maxPayload: 100 * 1024 * 1024 })
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const { searchParams } = addressOf(request)
    if (!isOurs(request) || request.headers.origin === undefined || !hasToken(searchParams.get('token'))) {
      socket.destroy()
      return
    }
    wss.handleUpgrade(request, socket, head, (ws) => {
      const session = randomBytes(8).toString('hex')
      sockets.add(ws)
      ws.on('close', () => sockets.delete(ws))
      // A frame that is none ends its own connection, which says so to the other end; the server goes on.
      ws.on('error', () => sockets.delete(ws))
      ws.on('message', (data: Buffer) => {
        void answer(ws, data, session)
      })
    })
  })
  const answer = async (ws: WebSocket, data: Buffer, session: string) => {
    const frame = readFrame(data)
    if (!frame) {
      ws.close(1003)
      return
    }
    ws.send(JSON.stringify({ id: frame.id, response: await host.dispatch(frame.request, { session }) }))
  }

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${address()}/#token=${token}`,
    close: async () => {
      for (const socket of sockets) socket.terminate()
      wss.close()
      await new Promise((resolve) => {
        http.close(resolve)
      })
      host.close()
      uploads.close()
    },
  }
}

/** What is asked for; of an address that is none, nothing that is there. */
const addressOf = ({ url = '/' }: IncomingMessage): URL => {
  const base = 'http://127.0.0.1'
  return URL.canParse(url, base) ? new URL(url, base) : new URL('/none', base)
}

const Frame = z.object({ id: z.int(), request: z.unknown() })
const readFrame = (data: Buffer): z.infer<typeof Frame> | null => {
  try {
    return Frame.parse(JSON.parse(data.toString('utf8')))
  } catch {
    return null
  }
}

const serveFile = async (folder: string, socket: string, request: IncomingMessage, response: ServerResponse) => {
  const found = request.method === 'GET' ? windowFile(addressOf(request).pathname, socket) : null
  try {
    if (!found) throw new Error('not ours')
    const body = await readFile(join(folder, found.file))
    response.writeHead(200, found.headers).end(body)
  } catch {
    response.writeHead(404).end()
  }
}
