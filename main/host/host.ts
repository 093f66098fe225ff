/** The host: answers every call of the contract for one open project, whatever transport brings them. */
import type { Event } from '../../contract/event.ts'
import { AppError, type Holder } from '../../contract/failure.ts'
import type { HostFeature, Services } from '../../contract/index.ts'
import { createDispatcher } from '../../contract/wire.ts'
import { sqliteCode } from '../../db/failure.ts'
import { sampleIn } from '../sample/file.ts'
import { projectService, type ProjectSlot } from '../services/projects.ts'
import { settingsService } from '../services/settings.ts'
import { explain } from './explain.ts'
import { needsProject, projectServices } from './features.ts'
import { openInstallation } from './installation.ts'
import { reporter, type Log } from './log.ts'
import { createProjectFiles } from './project-file.ts'
import type { Context, Project } from './project.ts'
import { createReading } from './reading.ts'

export interface HostOptions {
  /** Where this installation's settings are. */
  readonly folder: string
  readonly application: Holder['application']
  readonly deliver: (event: Event) => void
  readonly log: Log
  /** Where the file is that was sent to the host under this id; null when there is none (the browser shell has them). */
  readonly uploadPath?: (id: string) => string | null
  /** When the full check of an opened file begins, in milliseconds; never for a script that runs a moment. */
  readonly checkAfter?: number
}
/** The window has been drawn by then. */
const CHECK_AFTER = 3000

export const createHost = (options: HostOptions) => {
  const { folder, application, deliver, log, uploadPath = () => null } = options
  const isScript = application === 'command line'
  const opened = openInstallation(folder)
  // What scripts work on is not what somebody wants to open again.
  const installation = isScript ? { ...opened, remember: () => undefined } : opened
  const reading = createReading(uploadPath)
  let project: Project | null = null
  let ofProject: Partial<Services<Context>> = {}

  const servicesOf = (next: Project): typeof ofProject => {
    try {
      return projectServices(next, reading)
    } catch (error) {
      next.close()
      throw explain(error, next.path)
    }
  }
  const slot: ProjectSlot = {
    current: () => project,
    replace: (next) => {
      // Preparing reads the file: where that fails, what is open stays open.
      const ready = next ? servicesOf(next) : {}
      project?.close()
      project = next
      ofProject = ready
      deliver({ kind: 'project' })
    },
  }
  const report = reporter(log)
  const files = createProjectFiles({
    installation,
    application,
    announce: deliver,
    dispatch: async (request, context) => dispatch(request, context),
    report,
    checkAfter: isScript ? null : (options.checkAfter ?? CHECK_AFTER),
  })
  const always = {
    projects: projectService({ slot, files, installation, announce: deliver, sample: sampleIn(folder) }),
    settings: settingsService({ installation, announce: deliver }),
  }
  const services = new Proxy({} as Services<Context>, {
    get: (_, feature: HostFeature) => {
      if (feature in always) return always[feature as keyof typeof always]
      if (!project && needsProject(feature)) throw new AppError({ code: 'no-project' })
      return ofProject[feature]
    },
  })
  const dispatch = createDispatcher<Context>(services, report, (error) =>
    project && sqliteCode(error) !== '' ? explain(error, project.path) : error,
  )
  return {
    dispatch,
    current: slot.current,
    close: () => {
      reading.close()
      slot.replace(null)
    },
  }
}
