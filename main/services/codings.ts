/** Codings: apply, extend, keep apart, resize, recode, remove. */
import { v7 } from 'uuid'
import type { Coding } from '../../contract/codings.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { hull, type Span } from '../../contract/span.ts'
import { codingQueries } from '../../db/queries/codings.ts'
import type { Context, Project } from '../host/project.ts'
import { createQuotes, quoteHash } from './quotes.ts'

export const codingService = (project: Project): Services<Context>['codings'] => {
  const { db, record } = project
  const q = codingQueries(db)
  const quoteOf = createQuotes(db)
  const codeOf = db.prepare<[number], { name: string; codable: number; archived: number }>(
    'SELECT name, codable, archived FROM code WHERE id = ?',
  )
  const usableCode = (codeId: number) => {
    const code = codeOf.get(codeId)
    if (!code) throw new AppError({ code: 'not-found', entity: 'code', id: String(codeId) })
    if (code.codable === 0 || code.archived === 1)
      throw new AppError({ code: 'invalid-input', issues: [{ path: 'codeId', message: 'not codable' }] })
    return code
  }
  const find = (id: number): Coding => {
    const found = q.byId.get(id)
    if (!found) throw new AppError({ code: 'not-found', entity: 'coding', id: String(id) })
    return found
  }
  const nameOf = (codings: readonly Coding[]): string => {
    const [first] = codings
    return (first && codeOf.get(first.codeId)?.name) ?? ''
  }
  const add = (row: Omit<Coding, 'id'>): Coding => {
    const quote = quoteHash(quoteOf(row.documentId, row))
    return { ...row, id: Number(q.insert.run({ ...row, uid: v7(), quoteHash: quote }).lastInsertRowid) }
  }
  const place = (coding: Coding, { start, end }: Span): Coding => {
    q.setSpan.run({ id: coding.id, start, end, quoteHash: quoteHash(quoteOf(coding.documentId, { start, end })) })
    return { ...coding, start, end }
  }
  /** The oldest of them keeps its identity and takes the others in. */
  const mergeInto = (oldest: Coding, others: readonly Coding[], span: Span): Coding => {
    for (const { id } of others) {
      q.moveMemos.run(oldest.id, id)
      q.moveAnchors.run(oldest.id, id)
      q.remove.run(id)
    }
    return place(oldest, others.reduce<Span>(hull, hull(oldest, span)))
  }

  return {
    inDocument: ({ documentId }) => {
      const rows = q.inDocument.all(documentId)
      return {
        id: rows.map(({ id }) => id),
        codeId: rows.map(({ codeId }) => codeId),
        coderId: rows.map(({ coderId }) => coderId),
        start: rows.map(({ start }) => start),
        end: rows.map(({ end }) => end),
        createdAt: rows.map(({ createdAt }) => createdAt),
      }
    },
    apply: (input, context) => {
      const { documentId, codeId, start, end, apart, quote } = input
      const code = usableCode(codeId)
      const found = quoteOf(documentId, { start, end })
      if (quote !== undefined && quote !== found)
        throw new AppError({ code: 'conflict', entity: 'document', id: String(documentId), name: quote.slice(0, 80) })
      const coderId = project.coderId(context)
      const near = apart ? [] : q.touching.all({ documentId, codeId, coderId, start, end })
      return record(context, { command: 'codings.apply', input, name: code.name }, () => {
        const [oldest, ...others] = near
        const createdAt = new Date().toISOString()
        if (!oldest) return { coding: add({ documentId, codeId, coderId, start, end, createdAt }), merged: [] }
        const merged = [...near, { start, end }].map((span) => ({ start: span.start, end: span.end }))
        return { coding: mergeInto(oldest, others, { start, end }), merged }
      })
    },
    keepApart: (input, context) => {
      const coding = find(input.id)
      const [first, ...others] = input.spans
      record(context, { command: 'codings.keepApart', input, name: nameOf([coding]) }, () => {
        if (first) place(coding, first)
        for (const span of others) add({ ...coding, ...span, createdAt: new Date().toISOString() })
      })
    },
    resize: (input, context) => {
      const coding = find(input.id)
      record(context, { command: 'codings.resize', input, name: nameOf([coding]) }, () => place(coding, input))
    },
    remove: (input, context) => {
      const codings = input.ids.map(find)
      record(context, { command: 'codings.remove', input, name: nameOf(codings), count: codings.length }, () => {
        for (const { id } of codings) q.remove.run(id)
      })
    },
    recode: (input, context) => {
      const code = usableCode(input.codeId)
      const codings = input.ids.map(find).filter(({ codeId }) => codeId !== input.codeId)
      record(context, { command: 'codings.recode', input, name: code.name, count: codings.length }, () => {
        for (const coding of codings) {
          const { documentId, coderId, start, end } = coding
          // The coder of the coding keeps it; where she has the target code there already, the two become one.
          const near = q.touching
            .all({ documentId, codeId: input.codeId, coderId, start, end })
            .filter(({ id }) => id !== coding.id)
          q.setCode.run(input.codeId, coding.id)
          if (near.length > 0) mergeInto(coding, near, coding)
        }
      })
    },
  }
}
