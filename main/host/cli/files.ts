/** Which files the paths of a command mean: files as they are, folders with all interviews in them. */
import { readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { FileRef } from '../../../contract/imports.ts'
import type { Say } from './problems.ts'

export interface FoundFile {
  /** As the user would write it. */
  readonly shown: string
  /** Full path. */
  readonly path: string
}
const INTERVIEW = /\.(?:docx|txt|md)$/iu
/** Hidden files, and those that Word leaves beside a document that is open. */
const NOT_MEANT = /^(?:\.|~\$)/u

export const refOf = (path: string): FileRef => ({ name: basename(path), path: resolve(path) })

/** Each file once, in the order of the paths; within a folder by name, subfolders included. `wrong`: paths that lead nowhere. */
export const filesAt = (paths: readonly string[]): { files: FoundFile[]; wrong: Say[] } => {
  const files = new Map<string, FoundFile>()
  const wrong: Say[] = []
  for (const path of paths) {
    const found = lookAt(path)
    if (typeof found === 'function') wrong.push(found)
    else
      for (const shown of found) files.set(resolve(shown), files.get(resolve(shown)) ?? { shown, path: resolve(shown) })
  }
  return { files: [...files.values()], wrong }
}

const lookAt = (path: string): readonly string[] | Say => {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return ({ failed }) => failed.noFile(path)
    if (!stat.isDirectory()) return [path]
    const found = interviewsIn(path)
    return found.length > 0 ? found : ({ failed }) => failed.emptyFolder(path)
  } catch {
    return ({ failed }) => failed.noAccess(path)
  }
}

const order = new Intl.Collator('en', { numeric: true })

/** Links are not followed: one may lead back. */
const interviewsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_MEANT.test(name))
    .toSorted((a, b) => order.compare(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return interviewsIn(path)
      return entry.isFile() && INTERVIEW.test(entry.name) ? [path] : []
    })
