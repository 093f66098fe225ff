/** Every sentence of the interface in Dutch. */
import type { Messages } from './en.ts'
import { app } from './nl/app.ts'
import { cli } from './nl/cli.ts'
import { codebook } from './nl/codebook.ts'
import { coding } from './nl/coding.ts'
import { documents } from './nl/documents.ts'
import { excerpts } from './nl/excerpts.ts'
import { failures } from './nl/failures.ts'
import { history } from './nl/history.ts'
import { imports } from './nl/imports.ts'
import { memos } from './nl/memos.ts'
import { query } from './nl/query.ts'
import { reader } from './nl/reader.ts'
import { respondents } from './nl/respondents.ts'
import { settings } from './nl/settings.ts'
import { shell } from './nl/shell.ts'
import { start } from './nl/start.ts'
import { steps } from './nl/steps.ts'

export const nl: Messages = {
  app,
  cli,
  codebook,
  coding,
  documents,
  excerpts,
  failures,
  history,
  imports,
  memos,
  query,
  reader,
  respondents,
  settings,
  shell,
  start,
  steps,
}
