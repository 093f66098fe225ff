/** Documents: the list, the text that the reader shows, who speaks in it, and how far each coder is. */
import type { Language, WorkState } from '../../contract/documents.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { readIntegers } from '../../db/coding-index.ts'
import { linkUid } from '../../db/link-uid.ts'
import { documentQueries, type ProgressRow } from '../../db/queries/documents.ts'
import { linkQueries } from '../../db/queries/links.ts'
import { wordStarts } from '../formats/import/words.ts'
import { BULK_CODINGS, type Context, type Project } from '../host/project.ts'
import { textStore } from './text-store.ts'

export const documentService = (project: Project): Services<Context>['documents'] => {
  const { record } = project
  const q = documentQueries(project.db)
  const links = linkQueries(project.db)
  const storeText = textStore(project)
  const notFound = (entity: string, id: number) => new AppError({ code: 'not-found', entity, id: String(id) })
  const find = (id: number) => {
    const found = q.head.get(id)
    if (!found) throw notFound('document', id)
    return found
  }
  const uids = (documentId: number, respondentId: number): [string, string] => {
    const respondent = links.respondentUid.get(respondentId)
    if (respondent === undefined) throw notFound('respondent', respondentId)
    return [find(documentId).uid, respondent]
  }
  const mine = (context: Context) => {
    const coderId = project.coderId(context)
    return { coderId, coderUid: q.coderUid.get(coderId) ?? '' }
  }
  /** The text with its words found by the rules of another language: the same version where they come out the same. */
  const textIn = (textId: number, language: Language): number => {
    const stored = q.storedText.get(textId)
    if (!stored) throw notFound('document', textId)
    const marks = q.marks.all(textId)
    const starts = wordStarts(stored.text, marks, language)
    if (sameNumbers(starts, readIntegers(stored.wordStarts))) return textId
    const paragraphs = q.paragraphs.all(textId)
    return storeText({ ...stored, paragraphs, turns: q.turnsOfText.all(textId), marks, wordStarts: starts })
  }
  const stateOf = (context: Context, documentId: number): WorkState => {
    const [row] = q.progress.all({ coderId: project.coderId(context), documentId })
    return row ? workState(row) : 'not begun'
  }
  return {
    list: () => {
      const respondents = Map.groupBy(q.respondents.all(), ({ documentId }) => documentId)
      return q.all.all().map(({ textId: _textId, ...row }) => ({
        ...row,
        respondents: (respondents.get(row.id) ?? []).map(({ id, name, relation }) => ({ id, name, relation })),
      }))
    },
    progress: (_, context) => {
      const rows = q.progress.all({ coderId: project.coderId(context), documentId: null })
      return {
        documentId: rows.map(({ documentId }) => documentId),
        codings: rows.map(({ codings }) => codings),
        state: rows.map(workState),
      }
    },
    get: ({ id }, context) => {
      const head = q.text.get(id)
      if (!head) throw notFound('document', id)
      const { textId, ...rest } = head
      const turns = q.turns.all(id)
      const marks = q.marks.all(textId)
      return {
        ...rest,
        paragraphs: q.paragraphs.all(textId),
        turns: {
          start: turns.map(({ start }) => start),
          end: turns.map(({ end }) => end),
          speakerId: turns.map(({ speakerId }) => speakerId),
        },
        marks: {
          start: marks.map(({ start }) => start),
          end: marks.map(({ end }) => end),
          kind: marks.map(({ kind }) => kind),
        },
        speakers: q.speakers.all(id),
        readTurns: q.readTurns.all(id, project.coderId(context)),
        state: stateOf(context, id),
      }
    },
    rename: (input, context) => {
      find(input.id)
      record(context, { command: 'documents.rename', input, name: input.name }, () =>
        q.rename.run(input.name, input.id),
      )
    },
    setLanguage: (input, context) => {
      const { name, textId } = find(input.id)
      record(context, { command: 'documents.setLanguage', input, name }, () =>
        q.setLanguage.run({ ...input, textId: textIn(textId, input.language) }),
      )
    },
    remove: async (input, context) => {
      const { codings = 0 } = q.removal.get({ ids: JSON.stringify(input.ids) }) ?? {}
      if (input.ids.length > 1 || codings >= BULK_CODINGS) await project.beforeBulk('documents.remove')
      const [first, ...others] = input.ids.map(find)
      const name = first?.name ?? ''
      record(context, { command: 'documents.remove', input, name, count: others.length + 1 }, () => {
        for (const id of input.ids) q.remove.run(id)
      })
    },
    removal: ({ ids }) => q.removal.get({ ids: JSON.stringify(ids) }) ?? { codings: 0, memos: 0 },
    setState: (input, context) => {
      const { name, uid } = find(input.id)
      const { coderId, coderUid } = mine(context)
      const doneAt = input.state === 'done' ? new Date().toISOString() : null
      record(context, { command: 'documents.setState', input, name }, () =>
        q.setState.run({
          uid: linkUid('document_state', uid, coderUid),
          documentId: input.id,
          coderId,
          state: input.state,
          doneAt,
        }),
      )
    },
    markRead: (input, context) => {
      const { name, uid } = find(input.id)
      if (q.labelOfTurn.get(input.id, input.turn) === undefined) throw notFound('turn', input.turn)
      const { coderId, coderUid } = mine(context)
      const row = { documentId: input.id, turn: input.turn, coderId }
      record(context, { command: 'documents.markRead', input, name }, () =>
        input.read
          ? q.addRead.run({ ...row, uid: linkUid('turn_read', `${uid} ${input.turn}`, coderUid) })
          : q.removeRead.run(row),
      )
    },
    setSpeaker: (input, context) => {
      const speaker = q.speaker.get(input.speakerId)
      if (!speaker) throw notFound('speaker', input.speakerId)
      const speaksFor = input.role === 'respondent' || input.role === 'interpreter'
      const respondentId = speaksFor ? input.respondentId : null
      if (respondentId !== null && links.respondentUid.get(respondentId) === undefined)
        throw notFound('respondent', respondentId)
      record(context, { command: 'documents.setSpeaker', input, name: speaker.label }, () =>
        q.setSpeaker.run({ id: speaker.id, role: input.role, respondentId }),
      )
    },
    assignTurn: (input, context) => {
      const { name } = find(input.id)
      const speaker = q.speaker.get(input.speakerId)
      if (speaker?.documentId !== input.id) throw notFound('speaker', input.speakerId)
      const label = q.labelOfTurn.get(input.id, input.turn)
      if (label === undefined) throw notFound('turn', input.turn)
      const row = { documentId: input.id, turn: input.turn }
      record(context, { command: 'documents.assignTurn', input, name }, () =>
        label === speaker.label ? q.unassignTurn.run(row) : q.assignTurn.run({ ...row, speakerId: speaker.id }),
      )
    },
    link: (input, context) => {
      const uid = linkUid('document_respondent', ...uids(input.id, input.respondentId))
      record(context, { command: 'documents.link', input, name: find(input.id).name }, () =>
        links.put.run({ uid, documentId: input.id, respondentId: input.respondentId, relation: input.relation }),
      )
    },
    unlink: (input, context) => {
      record(context, { command: 'documents.unlink', input, name: find(input.id).name }, () =>
        links.remove.run({ documentId: input.id, respondentId: input.respondentId }),
      )
    },
  }
}

const sameNumbers = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}

/** Whoever has coded in a document has begun it; a code made after it was done asks for another look. */
const workState = ({ state, mine, newer }: ProgressRow): WorkState => {
  if (state === 'done') return newer ? 'look again' : 'done'
  if (state === 'in progress' || mine) return 'in progress'
  return 'not begun'
}
