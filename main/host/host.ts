/** The host: answers every call of the contract for one open project, whatever transport brings them. */
import { randomUUID } from 'node:crypto'
import type { Event } from '../../contract/event.ts'
import { AppError } from '../../contract/failure.ts'
import type { HostFeature, Services } from '../../contract/index.ts'
import { createDispatcher } from '../../contract/wire.ts'
import { attributeService } from '../services/attributes.ts'
import { coderService } from '../services/coders.ts'
import { codeService } from '../services/codes.ts'
import { codingService } from '../services/codings.ts'
import { documentService } from '../services/documents.ts'
import { historyService } from '../services/history.ts'
import { importService } from '../services/imports.ts'
import { memoService } from '../services/memos.ts'
import { projectService, type ProjectSlot } from '../services/projects.ts'
import { queryService } from '../services/queries.ts'
import { respondentService } from '../services/respondents.ts'
import { settingsService } from '../services/settings.ts'
import { openInstallation } from './installation.ts'
import type { Context, Project } from './project.ts'
import { createReading } from './reading.ts'

/** Features that need an open project; each is made anew when one is opened. */
const projectFeatures = {
  attributes: attributeService,
  coders: coderService,
  codes: codeService,
  codings: codingService,
  documents: documentService,
  history: historyService,
  imports: importService,
  memos: memoService,
  queries: queryService,
  respondents: respondentService,
}
type ProjectFeature = keyof typeof projectFeatures

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
      ofProject = next
        ? Object.fromEntries(
            Object.entries(projectFeatures).map(([feature, service]) => [feature, service(next, reading)]),
          )
        : {}
      deliver({ kind: 'project' })
    },
  }
  const always = {
    projects: projectService({ slot, installation, announce: deliver }),
    settings: settingsService({ installation, announce: deliver }),
  }
  const services = new Proxy({} as Services<Context>, {
    get: (_, feature: HostFeature) => {
      if (feature in always) return always[feature as keyof typeof always]
      if (!project && feature in projectFeatures) throw new AppError({ code: 'no-project' })
      return ofProject[feature as ProjectFeature]
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
