/** Coders: the people of the project, and who is at the keyboard. */
import { v7 } from 'uuid'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { Coder } from '../../contract/coders.ts'
import { select } from '../../db/statement.ts'
import type { Context, Project } from '../host/project.ts'

export const coderService = (project: Project): Services<Context>['coders'] => {
  const { db, record } = project
  const all = select(db, Coder, 'SELECT id, name, initials, color FROM coder ORDER BY id')
  const counts = db.prepare<[], { coderId: number; codings: number }>(
    'SELECT coder_id AS coderId, count(*) AS codings FROM coding GROUP BY coder_id ORDER BY coder_id',
  )
  const byId = db.prepare<[number], { uid: string; name: string }>('SELECT uid, name FROM coder WHERE id = ?')
  const insert = db.prepare(
    'INSERT INTO coder (uid, name, initials, color, created_at) VALUES (?, ?, ?, (SELECT count(*) FROM coder) % 16, ?)',
  )
  const update = db.prepare('UPDATE coder SET name = coalesce(?, name), initials = coalesce(?, initials) WHERE id = ?')
  const find = (id: number) => {
    const found = byId.get(id)
    if (!found) throw new AppError({ code: 'not-found', entity: 'coder', id: String(id) })
    return found
  }
  return {
    list: () => all.all(),
    counts: () => {
      const rows = counts.all()
      return { coderId: rows.map(({ coderId }) => coderId), codings: rows.map(({ codings }) => codings) }
    },
    me: (_, context) => ({ id: project.coderId(context) }),
    create: (input, context) =>
      record(context, { command: 'coders.create', input, name: input.name }, () => ({
        id: Number(insert.run(v7(), input.name, input.initials, new Date().toISOString()).lastInsertRowid),
      })),
    update: (input, context) => {
      const { name } = find(input.id)
      record(context, { command: 'coders.update', input, name: input.name ?? name }, () =>
        update.run(input.name ?? null, input.initials ?? null, input.id),
      )
    },
    setMe: ({ id }) => {
      project.installation.setCoder(project.uid, find(id).uid)
      project.announce({
        kind: 'changed',
        topics: ['coder', 'settings', 'history', 'progress'],
        codings: { put: [], removed: [] },
      })
    },
  }
}
