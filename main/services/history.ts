/** The history: steps with their filters, undo and redo. */
import type { Services } from '../../contract/index.ts'
import type { Entity, Step } from '../../contract/history.ts'
import type { StoredStep } from '../../db/journal.ts'
import type { JournaledTable } from '../../db/schema.ts'
import type { Context, Project } from '../host/project.ts'

/** The tables whose rows make up an object of the interface. */
const tablesOf: Record<Entity, readonly JournaledTable[]> = {
  project: ['project'],
  coder: ['coder'],
  document: ['document', 'turn_speaker', 'document_respondent', 'document_state', 'turn_read'],
  speaker: ['speaker'],
  respondent: ['respondent'],
  attribute: ['attribute'],
  code: ['code', 'code_anchor'],
  coding: ['coding'],
  memo: ['memo'],
  query: ['saved_query'],
}

export const historyService = (project: Project): Services<Context>['history'] => {
  const { db } = project
  const list = db.prepare<[Record<string, unknown>], StoredStep & { coderId: number | null }>(
    `SELECT changeset.id, kind, command, about_name, about_count, coder_uid, at, reverts, reverted_by, coder.id AS coderId
     FROM changeset LEFT JOIN coder ON coder.uid = coder_uid
     WHERE (@before IS NULL OR changeset.id < @before) AND (@coderId IS NULL OR coder.id = @coderId)
       AND (@tables IS NULL OR EXISTS (
         SELECT 1 FROM change WHERE changeset_id = changeset.id AND entity IN (SELECT value FROM json_each(@tables))
           AND (@id IS NULL OR entity_id = @id)))
     ORDER BY changeset.id DESC LIMIT @limit`,
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
          tables: object ? JSON.stringify(tablesOf[object.entity]) : null,
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
