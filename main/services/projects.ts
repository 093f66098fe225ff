/** Project files: new, open, recent, close, rename. */
import { basename, extname, resolve } from 'node:path'
import type { Language } from '../../contract/documents.ts'
import type { Event } from '../../contract/event.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import type { ProjectInfo } from '../../contract/projects.ts'
import { closeDatabase, createDatabase, openDatabase } from '../../db/open.ts'
import type { Installation } from '../host/installation.ts'
import { foundProject, openProject, type Context, type Project } from '../host/project.ts'

/** The host's one place for an open project. */
export interface ProjectSlot {
  readonly current: () => Project | null
  /** Closes what is open and puts `next` in its place. */
  readonly replace: (next: Project | null) => void
}
interface Deps {
  readonly slot: ProjectSlot
  readonly installation: Installation
  readonly announce: (event: Event) => void
  /** The sample project's file, made where it is not there yet. */
  readonly sample: (language: Language) => Promise<string>
}
const EXTENSION = '.verbatim'

export const projectService = ({
  slot,
  installation,
  announce,
  sample,
}: Deps): Partial<Services<Context>['projects']> => {
  const open = (path: string): ProjectInfo => {
    if (slot.current()?.path === path) return describe(path)
    const project = openProject(
      openDatabase(path, () => undefined),
      path,
      installation,
      announce,
    )
    slot.replace(project)
    const info = describe(path)
    installation.remember(path, info.name)
    return info
  }
  const describe = (path: string): ProjectInfo => {
    const row = slot
      .current()
      ?.db.prepare<[], { uid: string; name: string; codebook_closed: number; sample: number }>(
        'SELECT uid, name, codebook_closed, sample FROM project',
      )
      .get()
    if (!row) throw new AppError({ code: 'corrupt', file: basename(path), detail: 'project', copy: null })
    return { path, uid: row.uid, name: row.name, codebookClosed: row.codebook_closed === 1, sample: row.sample === 1 }
  }
  return {
    current: () => {
      const project = slot.current()
      return project ? describe(project.path) : null
    },
    recent: () => installation.recent(),
    forget: ({ path }) => {
      installation.forget(path)
      announce({ kind: 'changed', topics: ['settings'], codings: { put: [], removed: [] } })
    },
    create: ({ path, name }) => {
      const place = resolve(extname(path).toLowerCase() === EXTENSION ? path : path + EXTENSION)
      const db = createDatabase(place)
      foundProject(db, name, installation)
      closeDatabase(db)
      return open(place)
    },
    open: ({ path }) => open(resolve(path)),
    openSample: async ({ language }) => open(await sample(language)),
    close: () => {
      slot.replace(null)
    },
    rename: ({ name }, context) => {
      const project = slot.current()
      if (!project) throw new AppError({ code: 'no-project' })
      project.record(context, { command: 'projects.rename', input: { name }, name }, () =>
        project.db.prepare('UPDATE project SET name = ?').run(name),
      )
      installation.remember(project.path, name)
    },
  }
}
