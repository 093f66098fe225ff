/** Steps that go into the one before them: text that is saved while it is typed is one step of the history. */
import type { Database } from 'better-sqlite3'

/** Whether a step may go into the one before it. */
export type Joins = (before: { command: string; input: unknown }) => boolean
/** How long a step stays open for what joins it, in days. */
const JOIN_WITHIN = 10 / (24 * 60)

export const createJoin = (db: Database) => {
  const joinable = db.prepare<[{ id: number; within: number }], { id: number; command: string; input: string }>(
    `SELECT before.id, before.command, before.input FROM changeset AS now
     JOIN changeset AS before ON before.id = (SELECT max(id) FROM changeset WHERE id < now.id)
     WHERE now.id = @id AND before.kind = 'do' AND before.reverted_by IS NULL AND before.skipped = 0
       AND before.installation = now.installation AND before.coder_uid IS now.coder_uid
       AND before.schema_version = now.schema_version AND julianday(now.at) - julianday(before.at) < @within`,
  )
  // Rows that one of two changesets has and the other has not, or that one has more than once, or that are gone.
  const countStrangeRows = db
    .prepare<[{ before: number; id: number }], number>(
      `SELECT count(*) FROM (SELECT 1 FROM change WHERE changeset_id IN (@before, @id) GROUP BY entity, entity_id
         HAVING count(*) <> 2 OR min(changeset_id) = max(changeset_id) OR sum(after IS NULL) > 0)`,
    )
    .pluck()
  const takeOver = db.prepare(
    `UPDATE change SET after = later.after FROM change AS later
     WHERE change.changeset_id = @before AND later.changeset_id = @id
       AND later.entity = change.entity AND later.entity_id = change.entity_id`,
  )
  const discardChanges = db.prepare('DELETE FROM change WHERE changeset_id = ?')
  const dropIdle = db.prepare('DELETE FROM change WHERE changeset_id = ? AND before IS after')
  const discardEmpty = db.prepare(
    'DELETE FROM changeset WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE changeset_id = changeset.id)',
  )

  /** Makes a changeset part of the one before it, where that may be; answers the id of what holds the changes then. */
  return (changesetId: number, joins: Joins): number => {
    const before = joinable.get({ id: changesetId, within: JOIN_WITHIN })
    if (!before || !joins({ command: before.command, input: JSON.parse(before.input) as unknown })) return changesetId
    const both = { before: before.id, id: changesetId }
    if (countStrangeRows.get(both) !== 0) return changesetId
    takeOver.run(both)
    discardChanges.run(changesetId)
    discardEmpty.run(changesetId)
    // What is again as it was is no change, and could not be undone as one.
    dropIdle.run(before.id)
    discardEmpty.run(before.id)
    return before.id
  }
}
