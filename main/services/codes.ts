/** Codes: the codebook's tree and what is done to it. */
import { v7 } from 'uuid'
import type { Code } from '../../contract/codes.ts'
import { AppError } from '../../contract/failure.ts'
import { PALETTE_SIZE } from '../../contract/palette.ts'
import type { Services } from '../../contract/index.ts'
import { codeQueries } from '../../db/queries/codes.ts'
import type { Context, Project } from '../host/project.ts'

export const codeService = (project: Project): Partial<Services<Context>['codes']> => {
  const { db, record } = project
  const q = codeQueries(db)

  /** Depth first, siblings in their order. */
  const list = (): Code[] => {
    const anchors = Map.groupBy(q.anchors.all(), ({ codeId }) => codeId)
    const children = Map.groupBy(q.all.all(), ({ parentId }) => parentId)
    const below = (parentId: number | null): Code[] =>
      (children.get(parentId) ?? []).flatMap((row) => [
        {
          ...row,
          codable: row.codable === 1,
          archived: row.archived === 1,
          anchors: (anchors.get(row.id) ?? []).map(({ id, text, codingId }) => ({ id, text, codingId })),
        },
        ...below(row.id),
      ])
    return below(null)
  }
  const siblings = (parentId: number | null, all = q.all.all()) => all.filter((code) => code.parentId === parentId)

  return {
    list,
    create: (input, context) => {
      if (q.closed.get() === 1) throw new AppError({ code: 'codebook-closed' })
      const all = q.all.all()
      const beside = siblings(input.parentId, all)
      if (input.parentId !== null && !all.some(({ id }) => id === input.parentId))
        throw new AppError({ code: 'not-found', entity: 'code', id: String(input.parentId) })
      const same = (name: string) => name.localeCompare(input.name, undefined, { sensitivity: 'accent' }) === 0
      if (beside.some(({ name }) => same(name)))
        throw new AppError({ code: 'name-taken', entity: 'code', name: input.name })
      return record(context, { command: 'codes.create', input, name: input.name }, () => {
        const { lastInsertRowid } = q.insert.run({
          ...input,
          uid: v7(),
          codable: input.codable ? 1 : 0,
          color: input.color ?? leastUsedColor(beside.length > 0 ? beside : all),
          position: (beside.at(-1)?.position ?? 0) + 1,
          createdAt: new Date().toISOString(),
        })
        const made = list().find(({ id }) => id === Number(lastInsertRowid))
        if (!made) throw new Error('a code that was just made is not there')
        return made
      })
    },
  }
}

/** The colour that the given codes use least, so that siblings can be told apart. */
const leastUsedColor = (codes: readonly { color: number }[]): number => {
  const uses = Array.from({ length: PALETTE_SIZE }, (_, color) => codes.filter((code) => code.color === color).length)
  return uses.indexOf(Math.min(...uses))
}
