/** Answers the command line for the project that this host has open, over a socket that only this user can reach. */
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Failure } from '../../contract/failure.ts'
import type { Response } from '../../contract/wire.ts'
import { onLine } from './lines.ts'

/** The first line that a peer sends; what follows are `PeerFrame`s. */
export const PeerGreeting = z.object({ token: z.string().max(200) })
/** `coderId`: who the request comes from, where it is not the coder at the keyboard. */
export const PeerFrame = z.object({ id: z.int(), coderId: z.int().optional(), request: z.unknown() })
export type PeerFrame = z.infer<typeof PeerFrame>
export interface PeerAnswer {
  readonly id: number
  readonly response: Response
}

/** A folder of this user alone, which holds the socket (a named pipe on Windows) and the token that opens it. */
export interface Endpoint {
  readonly folder: string
  readonly token: string
}
const LONGEST_GREETING = 1000
const LONGEST_LINE = 64 * 1024 * 1024
/** A socket's path must fit in 104 bytes on some systems. */
const LONGEST_SOCKET_PATH = 100
const GREETING_WITHIN = 5000

export const socketOf = (folder: string): string =>
  process.platform === 'win32' ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, 'socket')
export const tokenFileOf = (folder: string): string => join(folder, 'token')

/** Null where the system gives no place for it: then there are no peers. */
export const makeEndpoint = (): Endpoint | null => {
  const places = [process.env['XDG_RUNTIME_DIR'], tmpdir(), '/tmp'].filter((place) => place !== undefined)
  for (const place of places) {
    if (!existsSync(place) || socketOf(join(place, 'verbatim-XXXXXX')).length > LONGEST_SOCKET_PATH) continue
    try {
      const folder = mkdtempSync(join(place, 'verbatim-'))
      chmodSync(folder, 0o700)
      const token = randomBytes(24).toString('base64url')
      writeFileSync(tokenFileOf(folder), token, { mode: 0o600 })
      return { folder, token }
    } catch {
      // The next place may do.
    }
  }
  return null
}

export const removeEndpoint = ({ folder }: Endpoint): void => {
  rmSync(folder, { recursive: true, force: true })
}

/** What a peer asks is given to `answer`, which never rejects. Call what it returns to stop. */
export const listenToPeers = (
  { folder, token }: Endpoint,
  answer: (frame: PeerFrame) => Promise<Response>,
): (() => void) => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {
      socket.destroy()
    })
    let known = false
    const late = setTimeout(() => {
      if (!known) socket.destroy()
    }, GREETING_WITHIN)
    late.unref()
    onLine(
      socket,
      () => (known ? LONGEST_LINE : LONGEST_GREETING),
      (line) => {
        if (!known) {
          known = isGreeting(line, token)
          if (!known) socket.destroy()
          return
        }
        const frame = PeerFrame.safeParse(parseJson(line))
        if (!frame.success) {
          socket.destroy()
          return
        }
        void answer(frame.data).then((response) => {
          if (socket.writable) socket.write(`${JSON.stringify({ id: frame.data.id, response } satisfies PeerAnswer)}\n`)
        })
      },
    )
  })
  server.on('error', () => {
    server.close()
  })
  server.listen(socketOf(folder))
  server.unref()
  return () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
}

/** What a peer may not do: put another project in the place of the one that people are working in. */
const ofTheWindow = new Set(['open', 'openSample', 'create', 'close', 'restore'])
export const refusedToPeers = (request: unknown, inUse: Failure): Failure | null => {
  const parsed = z.object({ feature: z.literal('projects'), method: z.string() }).safeParse(request)
  return parsed.success && ofTheWindow.has(parsed.data.method) ? inUse : null
}

const isGreeting = (line: string, token: string): boolean => {
  const greeting = PeerGreeting.safeParse(parseJson(line))
  const [ours, theirs] = [Buffer.from(token), Buffer.from(greeting.success ? greeting.data.token : '')]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
