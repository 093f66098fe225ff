/** Documents: the list, the text that the reader shows, and how far each coder is. */
import type { WorkState } from '../../contract/documents.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { documentQueries, type StateRow } from '../../db/queries/documents.ts'
import type { Context, Project } from '../host/project.ts'

export const documentService = (project: Project): Partial<Services<Context>['documents']> => {
  const q = documentQueries(project.db)
  const statesFor = (context: Context, documentId: number | null) =>
    new Map(
      q.states.all({ coderId: project.coderId(context), documentId }).map((row) => [row.documentId, workState(row)]),
    )
  return {
    list: (_, context) => {
      const respondents = Map.groupBy(q.respondents.all(), ({ documentId }) => documentId)
      const states = statesFor(context, null)
      return q.all.all().map(({ textId: _textId, ...row }) => ({
        ...row,
        respondents: (respondents.get(row.id) ?? []).map(({ id, name, relation }) => ({ id, name, relation })),
        state: states.get(row.id) ?? 'not begun',
      }))
    },
    get: ({ id }, context) => {
      const head = q.text.get(id)
      if (!head) throw new AppError({ code: 'not-found', entity: 'document', id: String(id) })
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
        state: statesFor(context, id).get(id) ?? 'not begun',
      }
    },
  }
}

/** Whoever has coded in a document has begun it; a code made after it was done asks for another look. */
const workState = ({ state, codings, newer }: StateRow): WorkState => {
  if (state === 'done') return newer ? 'look again' : 'done'
  if (state === 'in progress' || codings > 0) return 'in progress'
  return 'not begun'
}
