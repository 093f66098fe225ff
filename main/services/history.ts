/** The history: steps with their filters, undo and redo. */
import type { Services } from '../../contract/index.ts'
import type { Entity, Step } from '../../contract/history.ts'
import type { StoredStep } from '../../db/journal.ts'
import { columnsOf } from '../../db/journal-triggers.ts'
import type { JournaledTable } from '../../db/schema.ts'
import type { Context, Project } from '../host/project.ts'

interface Part {
  readonly table: JournaledTable
  /** The column that names the object, in a table of its parts; null in its own. */
  readonly by: string | null
}
const own = (table: JournaledTable): Part => ({ table, by: null })
const partsOf: Record<Entity, readonly Part[]> = {
  project: [own('project')],
  coder: [own('coder')],
  document: [
    own('document'),
    { table: 'speaker', by: 'document_id' },
    { table: 'turn_speaker', by: 'document_id' },
    { table: 'document_respondent', by: 'document_id' },
    { table: 'document_state', by: 'document_id' },
    { table: 'turn_read', by: 'document_id' },
  ],
  speaker: [own('speaker')],
  respondent: [
    own('respondent'),
    { table: 'document_respondent', by: 'respondent_id' },
    { table: 'attribute_value', by: 'respondent_id' },
  ],
  attribute: [own('attribute'), { table: 'attribute_value', by: 'attribute_id' }],
  code: [own('code'), { table: 'code_anchor', by: 'code_id' }],
  coding: [own('coding')],
  memo: [own('memo')],
  query: [own('saved_query')],
}

export const historyService = (project: Project): Services<Context>['history'] => {
  const { db } = project
  const list = db.prepare<[Record<string, unknown>], StoredStep & { coderId: number | null }>(
    `SELECT changeset.id, kind, command, about_name, about_count, coder_uid, at, reverts, reverted_by, coder.id AS coderId
     FROM changeset LEFT JOIN coder ON coder.uid = coder_uid
     WHERE (@before IS NULL OR changeset.id < @before) AND (@coderId IS NULL OR coder.id = @coderId)
       AND (@parts IS NULL OR EXISTS (
         SELECT 1 FROM change JOIN json_each(@parts) AS part ON change.entity = part.value ->> 'table'
         WHERE changeset_id = changeset.id AND (@id IS NULL OR @id =
           CASE WHEN part.value ->> 'place' IS NULL THEN entity_id
           ELSE json_extract(coalesce(after, before), part.value ->> 'place') END)))
     ORDER BY changeset.id DESC LIMIT @limit`,
  )
  /** The tables to look in, and where in the image of a row its object is named. */
  const placesOf = (entity: Entity): string =>
    JSON.stringify(
      partsOf[entity].map(({ table, by }) => ({
        table,
        place: by === null ? null : `$[${columnsOf(db, table).indexOf(by)}]`,
      })),
    )
  const coderId = db.prepare<[string | null], number>('SELECT id FROM coder WHERE uid = ?').pluck()

  const toStep = (stored: StoredStep): Step => ({
    id: stored.id,
    kind: stored.kind,
    command: stored.command,
    about: { name: stored.about_name, count: stored.about_count },
    coderId: coderId.get(stored.coder_uid) ?? null,
    at: stored.at,
    reverted: stored.reverted_by !== null,
  })
  const orNull = (stored: StoredStep | null) => (stored ? toStep(stored) : null)
  return {
    list: ({ limit, before, coderId: onlyCoder, object }) =>
      list
        .all({
          limit,
          before,
          coderId: onlyCoder,
          parts: object ? placesOf(object.entity) : null,
          id: object?.id ?? null,
        })
        .map(toStep),
    next: (_, context) => {
      const { undo, redo } = project.nextSteps(context)
      return { undo: orNull(undo), redo: orNull(redo) }
    },
    undo: (_, context) => orNull(project.undo(context)),
    redo: (_, context) => orNull(project.redo(context)),
    skip: ({ of }, context) => {
      project.skip(context, of)
    },
  }
}
