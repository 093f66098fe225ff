/** Respondents: people, apart from documents. */
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import type { StepName } from '../../db/journal.ts'
import { respondentQueries } from '../../db/queries/respondents.ts'
import type { Context, Project } from '../host/project.ts'
import { respondentNames } from './respondent-names.ts'

export const respondentService = (project: Project): Services<Context>['respondents'] => {
  const { db, record } = project
  const q = respondentQueries(db)
  const find = (id: number) => {
    const found = q.byId.get(id)
    if (!found) throw new AppError({ code: 'not-found', entity: 'respondent', id: String(id) })
    return found
  }
  return {
    list: () => q.all.all(),
    get: ({ id }) => ({
      ...find(id),
      documents: q.documents.all(id),
      codes: q.codes.all(id),
      memos: q.memos.get(id) ?? 0,
    }),
    create: ({ name }, context) => {
      const names = respondentNames(project)
      names.refuseTaken(name, null)
      return record(context, { command: 'respondents.create', input: { name }, name }, () => ({
        id: names.findOrMake(name),
      }))
    },
    rename: (input, context) => {
      find(input.id)
      respondentNames(project).refuseTaken(input.name, input.id)
      record(context, { command: 'respondents.rename', input, name: input.name }, () =>
        q.rename.run(input.name, input.id),
      )
    },
    setSummary: ({ id, summary }, context) => {
      const { name } = find(id)
      const joins: StepName['joins'] = (step) =>
        step.command === 'respondents.setSummary' && (step.input as { id?: unknown } | null)?.id === id
      record(context, { command: 'respondents.setSummary', input: { id }, name, joins }, () =>
        q.setSummary.run(summary, id),
      )
    },
    remove: async (input, context) => {
      const [first, ...others] = input.ids.map(find)
      if (others.length > 0) await project.beforeBulk('respondents.remove')
      const name = first?.name ?? ''
      record(context, { command: 'respondents.remove', input, name, count: others.length + 1 }, () => {
        for (const id of input.ids) q.remove.run(id)
      })
    },
    removal: ({ ids }) => q.removal.get(JSON.stringify(ids)) ?? { documents: 0, values: 0, memos: 0 },
  }
}
