/** The query panel: counts and excerpts, asked of the thread that counts, and questions that were kept. */
import type { Services } from '../../contract/index.ts'
import type { Context, Project } from '../host/project.ts'

export const queryService = ({ ask }: Project): Partial<Services<Context>['queries']> => ({
  frequencies: (definition) => ask('frequencies', definition),
})
