/** The calling end of the peers' protocol: how the command line talks to the host that has a project open. */
import { lstatSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, type Failure } from '../../contract/failure.ts'
import type { Send } from '../../contract/wire.ts'
import { readHolder } from '../../db/lock.ts'
import { onLine } from './lines.ts'
import { socketOf, tokenFileOf, type PeerAnswer, type PeerFrame } from './peers.ts'

export interface Peer {
  /** Sends as the coder at the keyboard of the holder, or as another coder of the project. */
  readonly sendAs: (coderId?: number) => Send
  readonly close: () => void
}
const LONGEST_ANSWER = 512 * 1024 * 1024
/** A host that has just taken the lock does not listen yet. */
const ATTEMPTS = 10
const BETWEEN = 100

/** Reaches the host that has the lock of the project file at `path` (a real path); null when none answers. */
export const connectToHolder = async (path: string): Promise<Peer | null> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const holder = readHolder(path)
    if (!holder || holder.machine !== hostname() || !isMine(holder.endpoint)) return null
    const peer = await tryConnect(holder.endpoint)
    if (peer) return peer
    await sleep(BETWEEN)
  }
  return null
}

/** Colleagues can write to a lock file: a token is sent only to a folder of mine that is closed to others. */
const isMine = (folder: string): boolean => {
  const stat = lstatSync(folder, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return false
  if (process.platform === 'win32') return dirname(folder) === tmpdir()
  return stat.uid === process.getuid?.() && (stat.mode & 0o077) === 0
}

const tryConnect = async (folder: string): Promise<Peer | null> => {
  try {
    const token = readFileSync(tokenFileOf(folder), 'utf8')
    const socket = connect(socketOf(folder))
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    socket.write(`${JSON.stringify({ token })}\n`)
    return speakOver(socket)
  } catch {
    return null
  }
}

const speakOver = (socket: Socket): Peer => {
  const waiting = new Map<number, { resolve: (response: unknown) => void; reject: (error: Error) => void }>()
  let newest = 0
  const lost = () => {
    socket.destroy()
    for (const { reject } of waiting.values()) reject(disconnected())
    waiting.clear()
  }
  socket.on('error', lost)
  socket.on('close', lost)
  onLine(
    socket,
    () => LONGEST_ANSWER,
    (line) => {
      const { id, response } = JSON.parse(line) as PeerAnswer
      waiting.get(id)?.resolve(response)
      waiting.delete(id)
    },
  )
  return {
    sendAs: (coderId) => (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(disconnected())
          return
        }
        const id = ++newest
        waiting.set(id, { resolve, reject })
        const frame: PeerFrame = { id, request, ...(coderId === undefined ? {} : { coderId }) }
        socket.write(`${JSON.stringify(frame)}\n`)
      }),
    close: () => {
      socket.end()
    },
  }
}

const disconnected = () => new AppError({ code: 'disconnected' } satisfies Failure)
