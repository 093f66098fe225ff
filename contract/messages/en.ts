/** Every sentence of the interface in English, one file per feature; its type is what the other languages must fill. */
import { app } from './en/app.ts'
import { cli } from './en/cli.ts'
import { codebook } from './en/codebook.ts'
import { coding } from './en/coding.ts'
import { documents } from './en/documents.ts'
import { excerpts } from './en/excerpts.ts'
import { failures } from './en/failures.ts'
import { history } from './en/history.ts'
import { imports } from './en/imports.ts'
import { memos } from './en/memos.ts'
import { query } from './en/query.ts'
import { reader } from './en/reader.ts'
import { respondents } from './en/respondents.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { steps } from './en/steps.ts'

export const en = {
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
export type Messages = typeof en
