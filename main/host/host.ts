/** The host: answers every call of the contract for one open project, whatever transport brings them. */
import { randomUUID } from 'node:crypto'
import type { Event } from '../../contract/event.ts'
import { AppError } from '../../contract/failure.ts'
import type { HostFeature, Services } from '../../contract/index.ts'
import { createDispatcher } from '../../contract/wire.ts'
import { sampleIn } from '../sample/file.ts'
import { projectService, type ProjectSlot } from '../services/projects.ts'
import { settingsService } from '../services/settings.ts'
import { needsProject, projectServices } from './features.ts'
import { openInstallation } from './installation.ts'
import type { Context, Project } from './project.ts'
import { createReading } from './reading.ts'

export interface HostOptions {
  /** Where this installation's settings are. */
  readonly folder: string
  readonly deliver: (event: Event) => void
  /** Where errors go that are nobody's fault but ours; never with words of a transcript. */
  readonly log: (line: string) => void
  /** Where the file is that was sent to the host under this id; null when there is none (the browser shell has them). */
  readonly uploadPath?: (id: string) => string | null
}

export const createHost = ({ folder, deliver, log, uploadPath = () => null }: HostOptions) => {
  const installation = openInstallation(folder)
  const reading = createReading(uploadPath)
  let project: Project | null = null
  let ofProject: Partial<Services<Context>> = {}

  const slot: ProjectSlot = {
    current: () => project,
    replace: (next) => {
      project?.close()
      project = next
      ofProject = next ? projectServices(next, reading) : {}
      deliver({ kind: 'project' })
    },
  }
  const always = {
    projects: projectService({ slot, installation, announce: deliver, sample: sampleIn(folder) }),
    settings: settingsService({ installation, announce: deliver }),
  }
  const services = new Proxy({} as Services<Context>, {
    get: (_, feature: HostFeature) => {
      if (feature in always) return always[feature as keyof typeof always]
      if (!project && needsProject(feature)) throw new AppError({ code: 'no-project' })
      return ofProject[feature]
    },
  })
  const report = (error: unknown): string => {
    const reference = randomUUID().slice(0, 8)
    log(
      `${new Date().toISOString()} ${reference} ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`,
    )
    return reference
  }
  return {
    dispatch: createDispatcher<Context>(services, report),
    current: slot.current,
    close: () => {
      reading.close()
      slot.replace(null)
    },
  }
}
export type Host = ReturnType<typeof createHost>
