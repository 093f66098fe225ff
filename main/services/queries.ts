/** The query panel: counts and excerpts, asked of the thread that counts, and questions that were kept. */
import { v7 } from 'uuid'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { Definition } from '../../contract/queries.ts'
import { savedQueries } from '../../db/queries/saved-queries.ts'
import type { Context, Project } from '../host/project.ts'

export const queryService = ({ db, ask, record }: Project): Services<Context>['queries'] => {
  const q = savedQueries(db)
  const nameOf = (id: number): string => {
    const name = q.name.get(id)
    if (name === undefined) throw new AppError({ code: 'not-found', entity: 'query', id: String(id) })
    return name
  }
  return {
    frequencies: (definition) => ask('frequencies', definition),
    respondentsOfCell: (question) => ask('respondentsOfCell', question),
    excerpts: (query) => ask('excerpts', query),
    list: () =>
      q.all.all().flatMap(({ definition, ...row }) => {
        // A file can come from a later version that counts in ways unknown to this one: such a question is left out.
        const known = Definition.safeParse(JSON.parse(definition))
        return known.success ? [{ ...row, definition: known.data }] : []
      }),
    save: (input, context) =>
      record(context, { command: 'queries.save', input, name: input.name }, () => ({
        id: Number(
          q.insert.run(v7(), input.name, JSON.stringify(input.definition), new Date().toISOString()).lastInsertRowid,
        ),
      })),
    update: (input, context) => {
      const name = input.name ?? nameOf(input.id)
      nameOf(input.id)
      record(context, { command: 'queries.update', input, name }, () => {
        if (input.name !== undefined) q.setName.run(input.name, input.id)
        if (input.definition) q.setDefinition.run(JSON.stringify(input.definition), input.id)
      })
    },
    remove: (input, context) => {
      const [name = ''] = input.ids.map(nameOf)
      record(context, { command: 'queries.remove', input, name, count: input.ids.length }, () => {
        for (const id of input.ids) q.remove.run(id)
      })
    },
  }
}
