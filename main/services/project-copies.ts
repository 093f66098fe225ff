/** Copies of a project that the user asks for, and automatic ones put back in its place. */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '../../contract/failure.ts'
import { findDamage, openReadOnly } from '../../db/connect.ts'
import { copyDatabase, syncFolder } from '../../db/copy.ts'
import { inspect } from '../../db/open.ts'
import { BEFORE_RESTORE, copyPath, listCopies } from '../host/copies.ts'
import { explain } from '../host/explain.ts'
import type { ProjectFiles } from '../host/project-file.ts'
import { renewCopyUid, type Project } from '../host/project.ts'

/** What SQLite may keep beside a database that was not closed. */
const BESIDE = ['-wal', '-shm', '-journal']

/** Writes the project as it is now to `place` (a real path), with a `copy_uid` of its own; there entirely or not at all. */
export const saveCopyAs = async (
  project: Project,
  files: ProjectFiles,
  place: string,
  overwrite: boolean,
): Promise<void> => {
  const refuse = () => {
    const isTaken = place === project.path || (!overwrite && existsSync(place))
    if (isTaken) throw new AppError({ code: 'file-exists', file: basename(place) })
  }
  refuse()
  const fresh = `${place}.saving`
  try {
    await project.copyTo(fresh)
    renewCopyUid(fresh, project.installation)
    files.whileLocked(place, () => {
      refuse()
      replaceFile(fresh, place)
    })
  } catch (error) {
    rmSync(fresh, { force: true })
    throw explain(error, place)
  }
}

/** Throws `corrupt`, with the next older copy of the project at `place`, when a copy is damaged itself. */
export const checkCopy = (place: string, copy: string): void => {
  const corrupt = (detail: string) => {
    const [, older = null] = listCopies(place)
      .map(({ path }) => path)
      .filter((path) => path <= copy)
    return new AppError({ code: 'corrupt', file: basename(copy), detail, copy: older })
  }
  try {
    inspect(copy)
    const db = openReadOnly(copy)
    try {
      const damage = findDamage(db)
      if (damage !== null) throw corrupt(damage)
    } finally {
      db.close()
    }
  } catch (error) {
    const explained = explain(error, copy)
    if (!(explained instanceof AppError) || explained.failure.code !== 'corrupt') throw explained
    throw corrupt(explained.failure.detail)
  }
}

/** Puts a checked copy in the place of the project file at `place`, which nobody has open and which becomes a copy itself. */
export const putCopyBack = (place: string, copy: string): void => {
  const fresh = `${place}.restoring`
  try {
    const db = openReadOnly(copy)
    try {
      copyDatabase(db, copy, fresh)
    } finally {
      db.close()
    }
    if (existsSync(place)) setAside(place, copyPath(place, new Date(), BEFORE_RESTORE))
    replaceFile(fresh, place)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw explain(error, place)
  }
}

/** Under a second name first, so that there is no moment without the file; with its log, where it was not closed. */
const setAside = (place: string, aside: string) => {
  try {
    linkSync(place, aside)
  } catch {
    copyFileSync(place, aside)
  }
  for (const end of BESIDE) if (existsSync(place + end)) copyFileSync(place + end, aside + end)
}

/** What lies beside the old file would be taken for the new one's, so it goes first. */
const replaceFile = (fresh: string, place: string) => {
  for (const end of BESIDE) rmSync(place + end, { force: true })
  renameSync(fresh, place)
  syncFolder(dirname(place))
}
