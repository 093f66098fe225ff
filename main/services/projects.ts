/** Project files: new, open, recent, copies, close, rename. */
import { basename, extname } from 'node:path'
import type { Language } from '../../contract/documents.ts'
import type { Event } from '../../contract/event.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import type { ProjectInfo } from '../../contract/projects.ts'
import { listCopies, projectOf } from '../host/copies.ts'
import { explain } from '../host/explain.ts'
import type { Installation } from '../host/installation.ts'
import { realPath, type ProjectFiles } from '../host/project-file.ts'
import type { Context, Project } from '../host/project.ts'
import { browse } from './browse.ts'
import { checkCopy, putCopyBack, saveCopyAs } from './project-copies.ts'

/** The host's one place for an open project. */
export interface ProjectSlot {
  readonly current: () => Project | null
  /** Closes what is open and puts `next` in its place. */
  readonly replace: (next: Project | null) => void
}
interface Deps {
  readonly slot: ProjectSlot
  readonly files: ProjectFiles
  readonly installation: Installation
  readonly announce: (event: Event) => void
  /** The sample project's file, made where it is not there yet. */
  readonly sample: (language: Language) => Promise<string>
}
const EXTENSION = '.verbatim'
const withExtension = (path: string) => (extname(path).toLowerCase() === EXTENSION ? path : path + EXTENSION)

export const projectService = (deps: Deps): Services<Context>['projects'] => {
  const { slot, files, installation, announce, sample } = deps
  const current = (): Project => {
    const project = slot.current()
    if (!project) throw new AppError({ code: 'no-project' })
    return project
  }
  const show = (project: Project): ProjectInfo => {
    const info = describeOrClose(project)
    slot.replace(project)
    installation.remember(project.path, info.name)
    return info
  }
  const open = (path: string): ProjectInfo => {
    const project = slot.current()
    return project?.path === realPath(path) ? describe(project) : show(files.open(path))
  }
  return {
    current: () => {
      const project = slot.current()
      return project && describe(project)
    },
    recent: () => installation.recent(),
    forget: ({ path }) => {
      installation.forget(path)
      announce({ kind: 'changed', topics: ['settings'], codings: { put: [], removed: [] } })
    },
    create: ({ path, name }) => show(files.create(withExtension(path), name)),
    open: ({ path }) => open(path),
    openSample: async ({ language }) => open(await sample(language)),
    close: () => {
      slot.replace(null)
    },
    rename: ({ name }, context) => {
      const { db, path, record } = current()
      record(context, { command: 'projects.rename', input: { name }, name }, () =>
        db.prepare('UPDATE project SET name = ?').run(name),
      )
      installation.remember(path, name)
    },
    saveCopy: ({ path, overwrite }) => saveCopyAs(current(), files, realPath(withExtension(path)), overwrite),
    check: () => current().ask('faults', undefined),
    copies: ({ path }) => listCopies(realPath(path)),
    restore: ({ path, copy }) => {
      const place = realPath(path ?? projectOf(realPath(copy)))
      const found = listCopies(place).find((one) => one.path === realPath(copy))
      if (!found) throw new AppError({ code: 'not-found', entity: 'copy', id: basename(copy) })
      checkCopy(place, found.path)
      const isOpenHere = slot.current()?.path === place
      if (isOpenHere) slot.replace(null)
      try {
        files.whileLocked(place, () => {
          putCopyBack(place, found.path)
        })
      } catch (error) {
        if (isOpenHere) open(place)
        throw error
      }
      return open(place)
    },
    browse,
  }
}

const describeOrClose = (project: Project): ProjectInfo => {
  try {
    return describe(project)
  } catch (error) {
    project.close()
    throw explain(error, project.path)
  }
}

const describe = ({ db, path }: Project): ProjectInfo => {
  const row = db
    .prepare<[], { uid: string; name: string; codebook_closed: number; sample: number }>(
      'SELECT uid, name, codebook_closed, sample FROM project',
    )
    .get()
  if (!row) throw new AppError({ code: 'corrupt', file: basename(path), detail: 'project', copy: null })
  return { path, uid: row.uid, name: row.name, codebookClosed: row.codebook_closed === 1, sample: row.sample === 1 }
}
