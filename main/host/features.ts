/** What answers for an open project, feature by feature. */
import type { HostFeature, Services } from '../../contract/index.ts'
import { attributeService } from '../services/attributes.ts'
import { coderService } from '../services/coders.ts'
import { codeService } from '../services/codes.ts'
import { codingService } from '../services/codings.ts'
import { documentService } from '../services/documents.ts'
import { exportService } from '../services/exports.ts'
import { historyService } from '../services/history.ts'
import { importService } from '../services/imports.ts'
import { memoService } from '../services/memos.ts'
import { queryService } from '../services/queries.ts'
import { respondentService } from '../services/respondents.ts'
import type { Context, Project } from './project.ts'
import type { Reading } from './reading.ts'

const projectFeatures = {
  attributes: attributeService,
  coders: coderService,
  codes: codeService,
  codings: codingService,
  documents: documentService,
  exports: exportService,
  history: historyService,
  imports: importService,
  memos: memoService,
  queries: queryService,
  respondents: respondentService,
}

export const needsProject = (feature: HostFeature): boolean => feature in projectFeatures

/** Made anew for each project that is opened: they keep its prepared statements. */
export const projectServices = (project: Project, reading: Reading): Partial<Services<Context>> =>
  Object.fromEntries(Object.entries(projectFeatures).map(([feature, service]) => [feature, service(project, reading)]))
