/** Codes: the codebook's tree and what is done to it. */
import { v7 } from 'uuid'
import type { Code } from '../../contract/codes.ts'
import { AppError } from '../../contract/failure.ts'
import { PALETTE_SIZE } from '../../contract/palette.ts'
import type { Services } from '../../contract/index.ts'
import type { Span } from '../../contract/span.ts'
import { codeQueries, type CodeRow } from '../../db/queries/codes.ts'
import { codingQueries } from '../../db/queries/codings.ts'
import { BULK_CODINGS, type Context, type Project } from '../host/project.ts'
import { createMerge } from './code-merge.ts'
import { codeTree, placesFor, sameName, type CodeTree } from './code-tree.ts'
import { createQuotes, quoteHash } from './quotes.ts'

export const codeService = (project: Project): Partial<Services<Context>['codes']> => {
  const { db, record } = project
  const q = codeQueries(db)
  const ofCodings = codingQueries(db)
  const quoteOf = createQuotes(db)
  const place = ({ id, documentId }: { id: number; documentId: number }, { start, end }: Span) => {
    ofCodings.setSpan.run({ id, start, end, quoteHash: quoteHash(quoteOf(documentId, { start, end })) })
  }
  const merge = createMerge({ project, place })
  const tree = () => codeTree(q.all.all())

  return {
    list: () => {
      const anchors = Map.groupBy(q.anchors.all(), ({ codeId }) => codeId)
      return tree()
        .below(null)
        .map((row) => toCode(row, anchors.get(row.id) ?? []))
    },
    counts: ({ documentId }) => project.ask('codeCounts', documentId),
    create: (input, context) => {
      if (q.closed.get() === 1) throw new AppError({ code: 'codebook-closed' })
      const all = tree()
      if (input.parentId !== null) find(all, input.parentId)
      const beside = all.childrenOf(input.parentId)
      refuseTakenName(beside, input.name)
      return record(context, { command: 'codes.create', input, name: input.name }, () => {
        const { lastInsertRowid } = q.insert.run({
          ...input,
          uid: v7(),
          codable: input.codable ? 1 : 0,
          color: input.color ?? leastUsedColor(beside, [...all.byId.values()]),
          position: (beside.at(-1)?.position ?? 0) + 1,
          createdAt: new Date().toISOString(),
        })
        const made = q.byId.get(Number(lastInsertRowid))
        if (!made) throw new Error('a code that was just made is not there')
        return toCode(made, [])
      })
    },
    update: (input, context) => {
      const all = tree()
      const before = find(all, input.id)
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      const codable = (input.codable ?? before.codable === 1) ? 1 : 0
      const after: CodeRow = { ...before, ...given, codable, pin: codable === 1 ? before.pin : null }
      refuseTakenName(
        all.childrenOf(before.parentId).filter(({ id }) => id !== input.id),
        after.name,
      )
      const fields = Object.keys(given).toSorted().join()
      record(
        context,
        {
          command: 'codes.update',
          input,
          name: after.name,
          // A definition is saved while it is typed: the pieces are one step, as long as they are of the same fields.
          joins: (step) =>
            step.command === 'codes.update' &&
            fields !== 'id,name' &&
            Object.keys(step.input as object)
              .toSorted()
              .join() === fields,
        },
        () => q.write.run(after),
      )
    },
    recolor: (input, context) => {
      const codes = input.ids.map((id) => find(tree(), id))
      record(context, stepOf('codes.recolor', input, codes), () => {
        for (const { id } of codes) q.setColor.run(input.color, id)
      })
    },
    archive: (input, context) => {
      const all = tree()
      const codes = input.ids.map((id) => find(all, id))
      // A branch goes and comes back as a whole; what comes back needs its parents to stand under.
      const branch = new Set(codes.flatMap((code) => [code, ...all.below(code.id)]).map(({ id }) => id))
      if (!input.archived) for (const { id } of codes.flatMap((code) => all.ancestry(code.parentId))) branch.add(id)
      record(context, stepOf(input.archived ? 'codes.archive' : 'codes.unarchive', input, codes), () => {
        for (const id of branch) q.setArchived.run({ id, archived: input.archived ? 1 : 0 })
      })
    },
    move: (input, context) => {
      const all = tree()
      for (const id of input.ids) find(all, id)
      const moved = all.topmost(input.ids)
      if (input.parentId !== null) find(all, input.parentId)
      const movedIds = new Set(moved.map(({ id }) => id))
      if (all.ancestry(input.parentId).some(({ id }) => movedIds.has(id)))
        throw invalid('parentId', 'a code cannot go below itself')
      const siblings = all.childrenOf(input.parentId)
      if (input.before !== null && !siblings.some(({ id }) => id === input.before))
        throw invalid('before', 'not a code in that place')
      const names = siblings.filter(({ id }) => !movedIds.has(id))
      for (const code of moved) {
        refuseTakenName(names, code.name)
        names.push(code)
      }
      record(context, stepOf('codes.move', input, moved), () => {
        for (const where of placesFor(siblings, moved, input.before))
          q.setPlace.run({ ...where, parentId: input.parentId })
      })
    },
    pin: (input, context) => {
      const code = find(tree(), input.id)
      if (input.pin !== null) refuseUncodable(code)
      record(context, stepOf(input.pin === null ? 'codes.unpin' : 'codes.pin', input, [code]), () => {
        if (code.pin === input.pin) return
        if (input.pin !== null) q.clearPin.run(input.pin)
        q.setPin.run(input.pin, code.id)
      })
    },
    merge: async (input, context) => {
      await project.beforeBulk('codes.merge')
      const all = tree()
      const into = find(all, input.into)
      const ids = new Set(input.from)
      for (const id of ids) find(all, id)
      if (ids.has(into.id)) throw invalid('into', 'a code cannot be merged into itself')
      const from = all.below(null).filter(({ id }) => ids.has(id))
      if (q.codings.all(JSON.stringify([...ids])).length > 0) refuseUncodable(into)
      return record(context, { command: 'codes.merge', input, name: into.name, count: from.length }, () => ({
        codings: merge(all, from, into),
      }))
    },
    remove: async (input, context) => {
      const { codings = 0 } = q.removal.get(JSON.stringify(input.ids)) ?? {}
      if (codings >= BULK_CODINGS) await project.beforeBulk('codes.remove')
      const all = tree()
      const codes = input.ids.map((id) => find(all, id))
      record(context, stepOf('codes.remove', input, codes), () => {
        for (const { id } of codes) q.remove.run(id)
      })
    },
    removal: ({ ids }) => q.removal.get(JSON.stringify(ids)) ?? { codes: 0, codings: 0, documents: 0, memos: 0 },
    addAnchor: (input, context) => {
      const code = find(tree(), input.codeId)
      const coding = ofCodings.byId.get(input.codingId)
      if (!coding) throw new AppError({ code: 'not-found', entity: 'coding', id: String(input.codingId) })
      const known = q.anchors.all().find((anchor) => anchor.codeId === code.id && anchor.codingId === coding.id)
      if (known) return { id: known.id }
      return record(context, stepOf('codes.addAnchor', input, [code]), () => ({
        id: Number(q.insertAnchor.run(v7(), code.id, coding.id, quoteOf(coding.documentId, coding)).lastInsertRowid),
      }))
    },
    removeAnchor: (input, context) => {
      const anchor = q.anchorById.get(input.id)
      if (!anchor) throw new AppError({ code: 'not-found', entity: 'anchor', id: String(input.id) })
      record(context, stepOf('codes.removeAnchor', input, [find(tree(), anchor.codeId)]), () =>
        q.removeAnchor.run(input.id),
      )
    },
    setClosed: (input, context) => {
      record(context, { command: input.closed ? 'codes.setClosed' : 'codes.setOpen', input }, () =>
        q.setClosed.run(input.closed ? 1 : 0),
      )
    },
  }
}

const toCode = (row: CodeRow, anchors: readonly Code['anchors'][number][]): Code => ({
  ...row,
  codable: row.codable === 1,
  archived: row.archived === 1,
  anchors: anchors.map(({ id, text, codingId }) => ({ id, text, codingId })),
})

const find = (tree: CodeTree<CodeRow>, id: number): CodeRow => {
  const found = tree.byId.get(id)
  if (!found) throw new AppError({ code: 'not-found', entity: 'code', id: String(id) })
  return found
}

const invalid = (path: string, message: string) => new AppError({ code: 'invalid-input', issues: [{ path, message }] })

const refuseTakenName = (siblings: readonly CodeRow[], name: string) => {
  if (siblings.some((code) => sameName(code.name, name)))
    throw new AppError({ code: 'name-taken', entity: 'code', name })
}

const refuseUncodable = ({ codable, archived }: CodeRow) => {
  if (codable === 0 || archived === 1) throw invalid('id', 'not codable')
}

/** A step is named by its code, or by how many there are. */
const stepOf = (command: string, input: unknown, codes: readonly CodeRow[]) => ({
  command,
  input,
  name: codes[0]?.name ?? '',
  count: codes.length,
})

/** The colour that siblings use least, so that they can be told apart; among those the one that all codes use least. */
const leastUsedColor = (siblings: readonly { color: number }[], all: readonly { color: number }[]): number => {
  const uses = (codes: readonly { color: number }[], color: number) =>
    codes.filter((code) => code.color === color).length
  const colors = Array.from({ length: PALETTE_SIZE }, (_, color) => color)
  const [first = 0] = colors.toSorted(
    (a, b) => uses(siblings, a) - uses(siblings, b) || uses(all, a) - uses(all, b) || a - b,
  )
  return first
}
