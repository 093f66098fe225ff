/** The history: steps with their filters, undo and redo. */
import type { Statement } from 'better-sqlite3'
import type { Entity, Step } from '../../contract/history.ts'
import type { Services } from '../../contract/index.ts'
import type { StoredStep } from '../../db/journal.ts'
import type { JournaledTable } from '../../db/schema.ts'
import type { Context, Project } from '../host/project.ts'

/** In which rows an object of the interface is, and which of their columns says which object. */
const placesOf: Record<Entity, readonly (readonly [JournaledTable, column: string])[]> = {
  project: [['project', 'id']],
  coder: [['coder', 'id']],
  document: [
    ['document', 'id'],
    ['speaker', 'document_id'],
    ['turn_speaker', 'document_id'],
    ['document_respondent', 'document_id'],
    ['document_state', 'document_id'],
    ['turn_read', 'document_id'],
    ['attribute_value', 'document_id'],
  ],
  speaker: [
    ['speaker', 'id'],
    ['turn_speaker', 'speaker_id'],
  ],
  respondent: [
    ['respondent', 'id'],
    ['document_respondent', 'respondent_id'],
    ['attribute_value', 'respondent_id'],
  ],
  attribute: [
    ['attribute', 'id'],
    ['attribute_value', 'attribute_id'],
  ],
  code: [
    ['code', 'id'],
    ['code_anchor', 'code_id'],
  ],
  coding: [['coding', 'id']],
  memo: [['memo', 'id']],
  query: [['saved_query', 'id']],
}
type ListedStep = StoredStep & { readonly coderId: number | null }
type ListStatement = Statement<[Record<string, number | null>], ListedStep>

export const historyService = (project: Project): Services<Context>['history'] => {
  const { db } = project
  const columns = db.prepare<[string], { version: number; columns: string }>(
    'SELECT schema_version AS version, columns FROM journal_column WHERE entity = ?',
  )
  /** Where a column is in the row images, which have the order of their schema version. */
  const pathOf = (table: JournaledTable, column: string): string => {
    const cases = columns.all(table).flatMap((known) => {
      const place = (JSON.parse(known.columns) as string[]).indexOf(column)
      return place === -1 ? [] : [`WHEN ${known.version} THEN '$[${place}]'`]
    })
    return `CASE schema_version ${cases.join(' ')} END`
  }
  /** Changesets that touched any object of a kind, or the one with the id @id. */
  const touching = (entity: Entity, one: boolean): string =>
    placesOf[entity]
      .map(([table, column]) => {
        const changes = `SELECT changeset_id FROM change JOIN changeset ON changeset.id = changeset_id WHERE entity = '${table}'`
        if (column === 'id') return one ? `${changes} AND entity_id = @id` : changes
        const path = pathOf(table, column)
        const [before, after] = [`json_extract(before, ${path})`, `json_extract(after, ${path})`]
        return `${changes} AND ${one ? `@id IN (${before}, ${after})` : `coalesce(${before}, ${after}) IS NOT NULL`}`
      })
      .join(' UNION ')
  const statements = new Map<string, ListStatement>()
  const listOf = (object: { entity: Entity; id: number | null } | null): ListStatement => {
    const key = `${object?.entity} ${object?.id === null}`
    const found = statements.get(key)
    if (found) return found
    const only = object ? `AND changeset.id IN (${touching(object.entity, object.id !== null)})` : ''
    const made: ListStatement = db.prepare(
      `SELECT changeset.id, kind, command, about_name, about_count, coder_uid, at, reverts, reverted_by, coder.id AS coderId
       FROM changeset LEFT JOIN coder ON coder.uid = coder_uid
       WHERE (@before IS NULL OR changeset.id < @before) AND (@coderId IS NULL OR coder.id = @coderId) ${only}
       ORDER BY changeset.id DESC LIMIT @limit`,
    )
    statements.set(key, made)
    return made
  }
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
      listOf(object)
        .all({ limit, before, coderId: onlyCoder, id: object?.id ?? null })
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
