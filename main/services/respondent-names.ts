/** Respondents by their names, for everything that names one: found whatever the case and spaces, or made. */
import { v7 } from 'uuid'
import { AppError } from '../../contract/failure.ts'
import { nameKey } from '../../contract/values.ts'
import { respondentQueries } from '../../db/queries/respondents.ts'
import type { Project } from '../host/project.ts'

const LONGEST_NAME = 200

/** As the project has them now; of two with the same name the older one is found. */
export const respondentNames = ({ db }: Project) => {
  const q = respondentQueries(db)
  const known = new Map(
    q.names
      .all()
      .toReversed()
      .map(({ id, name }) => [nameKey(name), id]),
  )
  return {
    find: (name: string): number | undefined => known.get(nameKey(name)),
    /** Call within a step. Answers the id of the respondent with that name, made where there is none. */
    findOrMake: (name: string): number => {
      const found = known.get(nameKey(name))
      if (found !== undefined) return found
      const row = { uid: v7(), name: name.trim().slice(0, LONGEST_NAME), createdAt: new Date().toISOString() }
      const id = Number(q.insert.run(row).lastInsertRowid)
      known.set(nameKey(name), id)
      return id
    },
    /** Two people may not be told apart by case or spaces alone: an import would take one for the other. */
    refuseTaken: (name: string, except: number | null): void => {
      const found = known.get(nameKey(name))
      if (found !== undefined && found !== except)
        throw new AppError({ code: 'name-taken', entity: 'respondent', name })
    },
  }
}
