/** Automatic copies of a project: where they are, how they are named, and which of them are kept. */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Copy } from '../../contract/projects.ts'

/** Before a migration: kept for ever, as the way back to an earlier Verbatim. */
export const BEFORE_MIGRATION = 'migration'
/** What a project was before a copy took its place; it may be damaged. */
export const BEFORE_RESTORE = 'projects.restore'
export const BY_TIME = 'time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY = 4 * DAY

/** Copies are as sensitive as the project: they stay in a folder beside it. */
export const copiesFolder = (path: string): string => join(dirname(path), `${stemOf(path)} copies`)

/** The project that a copy was made of, by its place. */
export const projectOf = (copy: string): string => {
  const folder = dirname(copy)
  const beside = namesIn(dirname(folder)).map((name) => join(dirname(folder), name))
  const found = beside.find((path) => path !== folder && copiesFolder(path) === folder)
  return found ?? join(dirname(folder), `${basename(folder).replace(/ copies$/u, '')}.verbatim`)
}

const stemOf = (path: string) => basename(path, extname(path))
const PATTERN = / (\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z) ([\w.-]+)\.verbatim$/u

/** "Study 2026-03-03T14-05-09.123Z imports.run.verbatim": time in UTC, and the command that came after it. */
export const copyPath = (path: string, at: Date, reason: string): string =>
  join(copiesFolder(path), `${stemOf(path)} ${at.toISOString().replaceAll(':', '-')} ${reason}.verbatim`)

/** The copies of a project, newest first. */
export const listCopies = (path: string): Copy[] => {
  const folder = copiesFolder(path)
  return namesIn(folder)
    .flatMap((name) => {
      const [, time, reason] = PATTERN.exec(name) ?? []
      const stat = statSync(join(folder, name), { throwIfNoEntry: false })
      if (time === undefined || reason === undefined || !stat?.isFile()) return []
      const at = time.replace(/T(\d\d)-(\d\d)-/u, 'T$1:$2:')
      return [{ path: join(folder, name), at, bytes: stat.size, reason }]
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** The copy to offer for a damaged project: the newest that was not itself set aside as the damaged one. */
export const newestCopy = (path: string): string | null =>
  listCopies(path).find(({ reason }) => reason !== BEFORE_RESTORE)?.path ?? null

/**
 * Which copies to delete: all of the last hour stay, then the newest of each hour for a day, of each day for 30 days,
 * of each week after that; and the last one before a migration always. The newest copy of all always stays.
 */
export const thin = (copies: readonly Copy[], now: Date): Copy[] => {
  const sorted = copies.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const lastBeforeMigration = sorted.find(({ reason }) => reason === BEFORE_MIGRATION)
  const seen = new Set<string>()
  return sorted.filter((copy) => {
    const period = periodOf(Date.parse(copy.at), now.getTime())
    const isFirst = period === null || !seen.has(period)
    if (period !== null) seen.add(period)
    return !isFirst && copy !== lastBeforeMigration
  })
}

/** Null: within the last hour. */
const periodOf = (at: number, now: number): string | null => {
  const age = now - at
  if (age < HOUR) return null
  if (age < DAY) return `hour ${Math.floor(at / HOUR)}`
  if (age < 30 * DAY) return `day ${Math.floor(at / DAY)}`
  return `week ${Math.floor((at - MONDAY) / (7 * DAY))}`
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
