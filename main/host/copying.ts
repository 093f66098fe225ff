/** Makes automatic copies of the open project: before bulk steps, and by time while there are changes. */
import type { Database } from 'better-sqlite3'
import { mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError, type Failure } from '../../contract/failure.ts'
import { copyDatabase } from '../../db/copy.ts'
import { BEFORE_MIGRATION, BY_TIME, copiesFolder, copyPath, listCopies, thin } from './copies.ts'
import type { FileWork } from './file-work.ts'

export interface Copying {
  /** Makes a copy before a step that changes much; resolves when it is there, or cannot be, and never rejects. */
  readonly beforeBulk: (reason: string) => Promise<void>
  /** Makes a copy when there are changes and the last one is old enough. */
  readonly byTime: () => Promise<void>
}
interface Deps {
  readonly db: Database
  readonly path: string
  readonly work: FileWork
  /** Why no copy could be made; told once, until one succeeds again. */
  readonly tell: (failure: Failure) => void
}
const TEN_MINUTES = 10 * 60_000
/** A copy this young will do before a bulk step: what came after it is in the journal. */
const YOUNG = 60_000
/** Room that is left to the project itself, in bytes. */
const RESERVE = 64 * 1024 * 1024

export const createCopying = ({ db, path, work, tell }: Deps): Copying => {
  const newestChange = db.prepare<[], { id: number; at: string }>(
    'SELECT id, at FROM changeset ORDER BY id DESC LIMIT 1',
  )
  // A project that was just begun needs no copy by time at once.
  const begun = Date.parse(db.prepare<[], string>('SELECT at FROM changeset ORDER BY id LIMIT 1').pluck().get() ?? '')
  let copied: { at: number; changesetId: number | null } = lastOf(path)
  let told = false
  let running: Promise<void> | null = null

  const isNewer = () => {
    const change = newestChange.get()
    if (!change) return false
    return copied.changesetId === null ? Date.parse(change.at) > copied.at : change.id > copied.changesetId
  }
  const copy = async (reason: string) => {
    const changesetId = newestChange.get()?.id ?? 0
    const at = new Date()
    const failure = prepareFolder(path) ?? (await work.run({ kind: 'copy', path, to: copyPath(path, at, reason) }))
    if (failure) {
      if (!told) tell(failure)
      told = true
      return
    }
    told = false
    copied = { at: at.getTime(), changesetId }
    removeOld(path, at)
  }
  /** One copy at a time; whoever asks meanwhile waits for the one that is being made. */
  const once = (reason: string): Promise<void> => {
    running ??= copy(reason).finally(() => {
      running = null
    })
    return running
  }
  return {
    beforeBulk: async (reason) => {
      if (isNewer() && Date.now() - copied.at > YOUNG) await once(reason)
    },
    byTime: async () => {
      if (isNewer() && Date.now() - Math.max(copied.at, begun || 0) > TEN_MINUTES) await once(BY_TIME)
    },
  }
}

/** A copy of a file whose connection is open and has no transaction, before its tables change; it does not go ahead without one. */
export const copyBeforeMigration = (db: Database, path: string): void => {
  const now = new Date()
  const failure = prepareFolder(path)
  if (failure) throw new AppError(failure)
  copyDatabase(db, path, copyPath(path, now, BEFORE_MIGRATION))
  removeOld(path, now)
}

/** Makes the folder and sees that there is room for one more copy. */
const prepareFolder = (path: string): Failure | null => {
  const folder = copiesFolder(path)
  try {
    mkdirSync(folder, { recursive: true })
    // Left by a process that was killed while it copied.
    for (const name of readdirSync(folder))
      if (/\.partial(?:-journal)?$/u.test(name)) rmSync(join(folder, name), { force: true })
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < statSync(path).size + RESERVE ? { code: 'disk-full' } : null
  } catch {
    return { code: 'read-only', file: basename(folder) }
  }
}

const removeOld = (path: string, now: Date) => {
  for (const copy of thin(listCopies(path), now))
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(copy.path + end, { force: true })
}

const lastOf = (path: string) => {
  const [newest] = listCopies(path)
  return { at: newest ? Date.parse(newest.at) : 0, changesetId: null }
}
