/** Reaches a project: through the window that has it open, or by opening it here. */
import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../contract/failure.ts'
import type { Client } from '../../../contract/index.ts'
import { createClient, type Send } from '../../../contract/wire.ts'
import { createHost } from '../host.ts'
import { fileLog } from '../log.ts'
import { connectToHolder } from '../peer.ts'
import { realPath } from '../project-file.ts'
import type { Context } from '../project.ts'
import { CannotDo } from './problems.ts'

export interface Session {
  /** As whoever is at the keyboard: here "me", in a window the coder who sits there. */
  readonly send: Send
  readonly client: Client
  /** For reading and for making coders: opened here, it is nobody, so that no coder is added for it. */
  readonly reader: Client
  readonly as: (coderId: number) => Client
  readonly close: () => void
}
/** Another command is done in a moment, or is a long import. In milliseconds. */
const PATIENCE = 60_000
const PATIENCE_WITH_WINDOWS = 1000
const BETWEEN = 50
const EXTENSION = '.verbatim'

/** Makes a project and answers its path. */
export const createProject = async (file: string, folder: string): Promise<string> => {
  const path = resolve(file)
  const parent = resolve(path, '..')
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory())
    throw new CannotDo(({ failed }) => failed.noFolder(parent))
  const name = basename(path)
  const host = openHost(folder)
  try {
    const client = createClient((request) => host.dispatch(request, { session: 'command line' }))
    const stem = name.toLowerCase().endsWith(EXTENSION) ? name.slice(0, -EXTENSION.length) : name
    return (await client.projects.create({ path, name: stem === '' ? name : stem })).path
  } finally {
    host.close()
  }
}

/** Opens the project for the time of `work`; closes it also when the user breaks it off. */
export const withProject = async <T>(
  file: string,
  folder: string,
  work: (session: Session) => Promise<T>,
): Promise<T> => {
  const session = await openSession(findFile(file), folder)
  const breakOff = (signal: NodeJS.Signals) => {
    session.close()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', breakOff)
  process.once('SIGTERM', breakOff)
  try {
    return await work(session)
  } finally {
    session.close()
    process.off('SIGINT', breakOff)
    process.off('SIGTERM', breakOff)
  }
}

/** The extension may be left out. */
const findFile = (file: string): string => {
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  const found = [file, file + EXTENSION].find(isFile)
  if (found === undefined) throw new CannotDo(({ failed }) => failed.noFile(file))
  return realPath(found)
}

const openSession = async (path: string, folder: string): Promise<Session> => {
  const began = Date.now()
  for (;;) {
    const session = await overPeer(path)
    if (session) return session
    try {
      return await openHere(path, folder)
    } catch (error) {
      if (Date.now() - began > patienceFor(error)) throw error
      await sleep(BETWEEN)
    }
  }
}

/** How long the file may stay locked; a window that has just opened it will be reached at the next attempt. */
const patienceFor = (error: unknown): number => {
  if (!(error instanceof AppError) || error.failure.code !== 'locked') return 0
  return error.failure.holder?.application === 'command line' ? PATIENCE : PATIENCE_WITH_WINDOWS
}

const overPeer = async (path: string): Promise<Session | null> => {
  const peer = await connectToHolder(path)
  if (!peer) return null
  const { sendAs, close } = peer
  const client = createClient(sendAs())
  return { send: sendAs(), client, reader: client, as: (id) => createClient(sendAs(id)), close }
}

const openHere = async (path: string, folder: string): Promise<Session> => {
  const host = openHost(folder)
  const sendAs =
    (coder: Pick<Context, 'coderUid'>): Send =>
    (request) =>
      host.dispatch(request, { session: 'command line', ...coder })
  try {
    const client = createClient(sendAs({}))
    await client.projects.open({ path })
    return {
      send: sendAs({}),
      client,
      reader: createClient(sendAs({ coderUid: null })),
      as: (id) => createClient(sendAs({ coderUid: host.current()?.coderUid(id) ?? '' })),
      close: host.close,
    }
  } catch (error) {
    host.close()
    throw error
  }
}

const openHost = (folder: string) =>
  createHost({ application: 'command line', folder, deliver: () => undefined, log: fileLog(folder) })
