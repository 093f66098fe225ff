/** Memos: dated notes, found again by what they are on and by their words. */
import { v7 } from 'uuid'
import type { About, Memo, MemoTarget } from '../../contract/memos.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { overlap, type Span } from '../../contract/span.ts'
import { codingQueries } from '../../db/queries/codings.ts'
import { memoQueries, type MemoRow } from '../../db/queries/memos.ts'
import type { Context, Project } from '../host/project.ts'
import { createQuotes } from './quotes.ts'

/** A step's name holds the first words of a passage, not all of it. */
const NAME_LENGTH = 60
const shorten = (text: string) => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH).trimEnd()}…` : line
}
/** Without case and accents: "Één" and "een" are alike. */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

interface Place extends Span {
  readonly documentId: number
}

export const memoService = (project: Project): Services<Context>['memos'] => {
  const { db, record } = project
  const q = memoQueries(db)
  const codingById = codingQueries(db).byId
  const quoteOf = createQuotes(db)

  const toMemo = (row: MemoRow): Memo => {
    const { id, body, coderId, createdAt, updatedAt } = row
    const target = targetOf(row)
    return { id, target, ...about(target), body, coderId, createdAt, updatedAt }
  }
  const find = (id: number): MemoRow => {
    const found = q.byId.get(id)
    if (!found) throw missing('memo', id)
    return found
  }
  const codingOf = (id: number) => {
    const found = codingById.get(id)
    if (!found) throw missing('coding', id)
    return found
  }
  const nameOrMissing = (entity: string, id: number, name: string | undefined): string => {
    if (name === undefined) throw missing(entity, id)
    return name
  }
  const documentName = (id: number) => nameOrMissing('document', id, q.documentName.get(id))
  const codeName = (id: number) => nameOrMissing('code', id, q.codeName.get(id))

  /** What a target is now; refuses one that is not there. */
  const about = (target: MemoTarget): About => {
    const { kind } = target
    if (kind === 'project') return { name: q.projectName.get() ?? '', code: null, place: null }
    if (kind === 'document') return { name: documentName(target.documentId), code: null, place: null }
    if (kind === 'code') return { name: codeName(target.codeId), code: null, place: null }
    if (kind === 'respondent') {
      const { respondentId } = target
      const name = nameOrMissing('respondent', respondentId, q.respondentName.get(respondentId))
      return { name, code: null, place: null }
    }
    const span = kind === 'coding' ? codingOf(target.codingId) : target
    const { documentId, start, end } = span
    return {
      name: documentName(documentId),
      code: 'codeId' in span ? { id: span.codeId, name: codeName(span.codeId) } : null,
      place: { documentId, start, end, quote: quoteOf(documentId, { start, end }) },
    }
  }
  /** What a memo on `target` stores. */
  const stored = (target: MemoTarget, place: About['place']) => ({
    documentId: place?.documentId ?? (target.kind === 'document' ? target.documentId : null),
    start: place?.start ?? null,
    end: place?.end ?? null,
    codingId: target.kind === 'coding' ? target.codingId : null,
    codeId: target.kind === 'code' ? target.codeId : null,
    respondentId: target.kind === 'respondent' ? target.respondentId : null,
  })
  /** Steps are called by the code of a coding, the words of a passage, or the name of anything else. */
  const stepName = ({ name, code, place }: About): string => code?.name ?? (place ? shorten(place.quote) : name)
  const nameOf = (row: MemoRow): string => stepName(about(targetOf(row)))

  return {
    list: ({ text, target }) => {
      const words = fold(text)
        .split(/\s+/u)
        .filter((word) => word !== '')
      const isOn = target ? onTarget(target) : () => true
      const documentId = target && 'documentId' in target ? target.documentId : null
      const rows = (documentId === null ? q.all.all() : q.inDocument.all(documentId)).filter(isOn)
      // Document by document, so that each text is read once; then in their own order again.
      const byDocument = rows.toSorted((a, b) => (a.documentId ?? 0) - (b.documentId ?? 0)).map(toMemo)
      const memos = new Map(byDocument.map((memo) => [memo.id, memo]))
      return rows.flatMap(({ id }) => {
        const memo = memos.get(id)
        const found = words.length > 0 ? fold(`${memo?.body}\n${memo?.place?.quote ?? ''}`) : ''
        return memo && words.every((word) => found.includes(word)) ? [memo] : []
      })
    },
    about: ({ target }) => about(target),
    create: ({ target, body }, context) => {
      const on = about(target)
      const row = stored(target, on.place)
      const coderId = project.coderId(context)
      return record(context, { command: 'memos.create', input: { target }, name: stepName(on) }, () => ({
        id: Number(q.insert.run({ ...row, uid: v7(), body, coderId, at: new Date().toISOString() }).lastInsertRowid),
      }))
    },
    update: ({ id, body }, context) => {
      const row = find(id)
      if (row.body === body) return
      record(
        context,
        {
          command: 'memos.update',
          input: { id },
          name: nameOf(row),
          // A memo is saved while it is typed: writing it is one step.
          joins: ({ command }) => command === 'memos.create' || command === 'memos.update',
        },
        () => q.setBody.run(body, new Date().toISOString(), id),
      )
    },
    remove: (input, context) => {
      const rows = input.ids.map(find)
      const name = rows[0] ? nameOf(rows[0]) : ''
      record(context, { command: 'memos.remove', input, name, count: rows.length }, () => {
        for (const { id } of rows) q.remove.run(id)
      })
    },
  }
}

const missing = (entity: string, id: number) => new AppError({ code: 'not-found', entity, id: String(id) })

const targetOf = ({ codingId, documentId, start, end, codeId, respondentId }: MemoRow): MemoTarget => {
  if (codingId !== null) return { kind: 'coding', codingId }
  if (documentId !== null && start !== null && end !== null) return { kind: 'passage', documentId, start, end }
  if (documentId !== null) return { kind: 'document', documentId }
  if (codeId !== null) return { kind: 'code', codeId }
  if (respondentId !== null) return { kind: 'respondent', respondentId }
  return { kind: 'project' }
}

/** Where a memo is: its coding's place as it is now, or else its passage. */
const placeOf = ({ documentId, codingStart, codingEnd, start, end }: MemoRow): Place | null => {
  if (documentId === null) return null
  if (codingStart !== null && codingEnd !== null) return { documentId, start: codingStart, end: codingEnd }
  return start !== null && end !== null ? { documentId, start, end } : null
}

/** Whether a memo is on the target; on a document or passage also what is on the passages and codings in it. */
const onTarget =
  (target: MemoTarget) =>
  (row: MemoRow): boolean => {
    const { kind } = target
    if (kind === 'document') return row.documentId === target.documentId
    if (kind === 'coding') return row.codingId === target.codingId
    if (kind === 'code') return row.codeId === target.codeId || row.codingCodeId === target.codeId
    if (kind === 'respondent') return row.respondentId === target.respondentId
    if (kind === 'project') return targetOf(row).kind === kind
    const place = placeOf(row)
    return place !== null && place.documentId === target.documentId && overlap(place, target)
  }
