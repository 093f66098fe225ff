/** What goes on behind an open project: one full check of the file, then automatic copies by time. */
import type { Database } from 'better-sqlite3'
import type { Event } from '../../contract/event.ts'
import { AppError } from '../../contract/failure.ts'
import { newestCopy } from './copies.ts'
import { createCopying } from './copying.ts'
import { createFileWork } from './file-work.ts'

export interface Background {
  /** Makes a copy before a step that changes much; resolves when it is there, or cannot be; rejects when `stop` came before. */
  readonly beforeBulk: (reason: string) => Promise<void>
  /** Writes the project as it is now to a file, which appears when it is whole. Rejects with `AppError`. */
  readonly copyTo: (path: string) => Promise<void>
  /** Must come before the database is closed; waits for whoever still reads the file. */
  readonly stop: () => void
}
interface Deps {
  readonly db: Database
  readonly path: string
  readonly announce: (event: Event) => void
  readonly report: (error: unknown) => string
  /** When the check begins, in milliseconds from now; null: no check and no copies by time. */
  readonly checkAfter: number | null
}
const LOOK_FOR_CHANGES_EVERY = 60_000

export const startBackground = ({ db, path, announce, report, checkAfter }: Deps): Background => {
  const work = createFileWork(report)
  const timers = new Set<NodeJS.Timeout>()
  let isOpen = true
  const copying = createCopying({
    db,
    path,
    work,
    tell: (failure) => {
      if (isOpen) announce({ kind: 'notice', about: 'copy', failure })
    },
  })
  const copyByTime = () => {
    if (isOpen) void copying.byTime()
  }
  const check = async () => {
    const failure = await work.run({ kind: 'check', path })
    if (!isOpen) return
    if (failure?.code === 'corrupt') {
      // No copies by time from here on: those of a damaged file would push good ones out.
      announce({ kind: 'notice', about: 'damage', failure: { ...failure, copy: newestCopy(path) } })
      return
    }
    copyByTime()
    timers.add(setInterval(copyByTime, LOOK_FOR_CHANGES_EVERY).unref())
  }
  if (checkAfter !== null) timers.add(setTimeout(() => void check(), checkAfter).unref())

  return {
    beforeBulk: async (reason) => {
      await copying.beforeBulk(reason)
      if (!isOpen) throw new AppError({ code: 'cancelled' })
    },
    copyTo: async (to) => {
      const failure = await work.run({ kind: 'copy', path, to })
      if (failure) throw new AppError(failure)
    },
    stop: () => {
      isOpen = false
      for (const timer of timers) clearTimeout(timer)
      work.settle()
    },
  }
}
