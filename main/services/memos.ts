/** Memos: dated notes, found again by what they are on and by their words. */
import { v7 } from 'uuid'
import type { Memo, MemoTarget } from '../../contract/memos.ts'
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
    const place = placeOf(row)
    const { id, body, coderId, createdAt, updatedAt } = row
    return {
      id,
      target: targetOf(row),
      place: place && { ...place, quote: quoteOf(place.documentId, place) },
      body,
      coderId,
      createdAt,
      updatedAt,
    }
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
  const named = (target: Extract<MemoTarget, { kind: 'document' | 'code' | 'respondent' }>): string => {
    const [id, name] =
      target.kind === 'document'
        ? [target.documentId, q.documentName.get(target.documentId)]
        : target.kind === 'code'
          ? [target.codeId, q.codeName.get(target.codeId)]
          : [target.respondentId, q.respondentName.get(target.respondentId)]
    if (name === undefined) throw missing(target.kind, id)
    return name
  }
  /** What a memo on `target` stores, and what the step is called by. Refuses a target that is not there. */
  const resolve = (target: MemoTarget) => {
    const nothing = { documentId: null, start: null, end: null, codingId: null, codeId: null, respondentId: null }
    const { kind } = target
    if (kind === 'document') return { row: { ...nothing, documentId: target.documentId }, name: named(target) }
    if (kind === 'code') return { row: { ...nothing, codeId: target.codeId }, name: named(target) }
    if (kind === 'respondent') return { row: { ...nothing, respondentId: target.respondentId }, name: named(target) }
    if (kind === 'passage') {
      const { documentId, start, end } = target
      return { row: { ...nothing, documentId, start, end }, name: shorten(quoteOf(documentId, target)) }
    }
    if (kind === 'coding') {
      const { id, documentId, start, end, codeId } = codingOf(target.codingId)
      return { row: { ...nothing, documentId, start, end, codingId: id }, name: q.codeName.get(codeId) ?? '' }
    }
    return { row: nothing, name: q.projectName.get() ?? '' }
  }
  /** What the memo is on now; a coding that is gone leaves the passage. */
  const nameOf = (row: MemoRow): string => resolve(targetOf(row)).name

  return {
    list: ({ text, target }) => {
      const words = fold(text)
        .split(/\s+/u)
        .filter((word) => word !== '')
      const isOn = target ? onTarget(target) : () => true
      return q.all
        .all()
        .filter(isOn)
        .map(toMemo)
        .filter((memo) => {
          const found = words.length > 0 ? fold(`${memo.body}\n${memo.place?.quote ?? ''}`) : ''
          return words.every((word) => found.includes(word))
        })
    },
    create: ({ target, body }, context) => {
      const { row, name } = resolve(target)
      const coderId = project.coderId(context)
      return record(context, { command: 'memos.create', input: { target }, name }, () => ({
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
