/** From a path to an open project and back: the lock, the checks, the peers, and what goes on in the background. */
import type { Database } from 'better-sqlite3'
import { existsSync, realpathSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Event } from '../../contract/event.ts'
import { AppError, type Holder } from '../../contract/failure.ts'
import type { Response } from '../../contract/wire.ts'
import { readVersion } from '../../db/header.ts'
import { hasLockFile, takeLock, type LockHolder } from '../../db/lock.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { closeDatabase, createDatabase, openDatabase } from '../../db/open.ts'
import { askHere, askThread } from './analysis-thread.ts'
import { startBackground } from './background.ts'
import { copyBeforeMigration } from './copying.ts'
import { explain } from './explain.ts'
import type { Installation } from './installation.ts'
import { listenToPeers, makeEndpoint, refusedToPeers, removeEndpoint, type PeerFrame } from './peers.ts'
import { foundProject, openProject, type Context, type Project } from './project.ts'

interface Deps {
  readonly installation: Installation
  readonly application: Holder['application']
  readonly announce: (event: Event) => void
  readonly dispatch: (request: unknown, context: Context) => Promise<Response>
  /** Logs an error and answers its reference in the log. */
  readonly report: (error: unknown) => string
  /** When the full check of an opened file begins, in milliseconds; null: never. */
  readonly checkAfter: number | null
}

export const createProjectFiles = (deps: Deps) => {
  const { installation, application, announce, dispatch, report, checkAfter } = deps
  const isScript = application === 'command line'
  const holder = (endpoint: string): LockHolder => ({
    user: userName(),
    machine: hostname(),
    application,
    since: new Date().toISOString(),
    pid: process.pid,
    endpoint,
  })

  /** Takes the lock, gets the database, and gives all of it back in the other order when the project is closed. */
  const start = (path: string, openIt: () => Database): Project => {
    const undo: (() => void)[] = []
    const close = () => {
      for (const step of undo.toReversed()) step()
      undo.length = 0
    }
    try {
      // A script is done in a moment: whoever comes meanwhile waits for it rather than speak to it.
      const endpoint = isScript ? null : makeEndpoint()
      if (endpoint) undo.push(() => removeEndpoint(endpoint))
      const me = holder(endpoint?.folder ?? '')
      const lock = takeLock(path, me)
      undo.push(lock.release)
      const db = openIt()
      undo.push(() => closeDatabase(db))
      const background = startBackground({ db, path, announce, report, checkAfter })
      undo.push(background.stop)
      const asking = isScript ? askHere(path) : askThread(path)
      const project = openProject(db, path, installation, announce, { ...background, asking, isScript }, close)
      // In a window I am a coder of the project from the beginning; a script that only reads adds nobody.
      if (!isScript) project.coderId({ session: 'opening' })
      if (endpoint) undo.push(listenToPeers(endpoint, answerPeer(project, me)))
      return project
    } catch (error) {
      close()
      throw explain(error, path)
    }
  }

  const answerPeer =
    (project: Project, me: LockHolder) =>
    async ({ coderId, request }: PeerFrame): Promise<Response> => {
      const inUse = { code: 'locked' as const, file: basename(project.path), holder: me }
      const failure = refusedToPeers(request, inUse)
      if (failure) return { ok: false, failure }
      if (coderId === undefined) return dispatch(request, { session: 'peer' })
      const coderUid = project.coderUid(coderId)
      if (coderUid === null) return { ok: false, failure: { code: 'not-found', entity: 'coder', id: String(coderId) } }
      return dispatch(request, { session: 'peer', coderUid })
    }

  return {
    /** Throws what is wrong with the file, or who has it. */
    open: (place: string): Project => {
      const path = realPath(place)
      // Nothing is made beside a file that is not ours, and one that somebody has open is not touched at all.
      if (!hasLockFile(path)) checked(path)
      return start(path, () => openDatabase(path, (db) => copyBeforeMigration(db, path)))
    },
    /** Makes a project file, which must not exist, and opens it. */
    create: (place: string, name: string): Project => {
      const path = realPath(place)
      if (existsSync(path)) throw new AppError({ code: 'file-exists', file: basename(path) })
      return start(path, () => {
        const db = createDatabase(path)
        foundProject(db, name, installation)
        return db
      })
    },
    /** Runs `work` while nobody can open the file at `path` (a real path). */
    whileLocked: <T>(path: string, work: () => T): T => {
      const lock = takeLock(path, holder(''))
      try {
        return work()
      } finally {
        lock.release()
      }
    },
  }
}
export type ProjectFiles = ReturnType<typeof createProjectFiles>

/** The one path of a file, whatever links lead to it; of a file that is not there yet, in the one path of its folder. */
export const realPath = (place: string): string => {
  const path = resolve(place)
  const folder = dirname(path)
  if (existsSync(path)) return realpathSync(path)
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path
}

const checked = (path: string): void => {
  try {
    readVersion(path, SCHEMA_VERSION)
  } catch (error) {
    throw explain(error, path)
  }
}

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
