/** Exports: files made by the thread that counts, for the shell or the command line to write. */
import type { Services } from '../../contract/index.ts'
import type { Context, Project } from '../host/project.ts'

export const exportService = ({ ask }: Project): Services<Context>['exports'] => ({
  table: (input) => ask('tableFile', input),
  excerpts: (input) => ask('excerptsFile', input),
  codebook: (input) => ask('codebookFile', input),
})
