/** The journal: every command is one named, attributed, undoable changeset; undo and redo are changesets too. */
import type { Database, Statement } from 'better-sqlite3'
import { v7 } from 'uuid'
import { AppError } from '../contract/failure.ts'
import { createJoin, type Joins } from './journal-join.ts'
import type { JournaledTable } from './schema.ts'

/** Who acts: the coder (by uid; null before there is one) at an installation, and when (ISO 8601, UTC). */
export interface Origin {
  readonly coderUid: string | null
  readonly installation: string
  readonly at: string
}
/** What a step is called by: `about` fills the message of its command, such as the name of a code. */
export interface StepName {
  readonly command: string
  readonly input: unknown
  readonly name?: string
  readonly count?: number
  /**
   * Whether this step goes into the one before it (text that is saved while it is typed). It does so when that is the
   * same person's last step of all, of the last ten minutes, and changed the same rows.
   */
  readonly joins?: Joins
}
export type Row = Record<string, string | number | null>
export interface Recorded<T> {
  readonly changesetId: number
  readonly result: T
  /** Tables in which rows changed; empty when the command changed nothing, and then there is no changeset. */
  readonly tables: readonly JournaledTable[]
}
export interface StoredStep {
  readonly id: number
  readonly kind: 'do' | 'undo' | 'redo'
  readonly command: string
  readonly about_name: string
  readonly about_count: number
  readonly coder_uid: string | null
  readonly at: string
  readonly reverts: number | null
  readonly reverted_by: number | null
}
export type Derive = (changesetId: number) => void

interface StoredChange {
  readonly entity: JournaledTable
  readonly entity_id: number
  readonly before: string | null
  readonly after: string | null
  readonly schema_version: number
}
type Reversal = { readonly kind: 'undo' | 'redo'; readonly of: StoredStep }
/** Whose undo stack it is. */
type Owner = Pick<Origin, 'coderUid' | 'installation'>
const stepColumns = 'id, kind, command, about_name, about_count, coder_uid, at, reverts, reverted_by'

/** `version` is the schema version of the file; `derive` keeps derived tables in the transaction of each changeset. */
export const createJournal = (db: Database, version: number, derive: Derive) => {
  const cache = new Map<string, Statement>()
  const sql = (text: string): Statement => {
    const found = cache.get(text) ?? db.prepare(text)
    cache.set(text, found)
    return found
  }
  const open = db.prepare(
    `INSERT INTO changeset (uid, kind, coder_uid, installation, command, input, about_name, about_count, at, schema_version, reverts)
     VALUES (@uid, @kind, @coderUid, @installation, @command, @input, @name, @count, @at, @version, @reverts)`,
  )
  const setCurrent = db.prepare('UPDATE open_changeset SET id = ?')
  const discard = db.prepare('DELETE FROM changeset WHERE id = ?')
  const touched = db
    .prepare<[number], JournaledTable>('SELECT DISTINCT entity FROM change WHERE changeset_id = ?')
    .pluck()
  const countChanges = db.prepare<[number], number>('SELECT count(*) FROM change WHERE changeset_id = ?').pluck()
  const changesBackwards = db.prepare<[number], StoredChange>(
    `SELECT entity, entity_id, before, after, schema_version FROM change JOIN changeset ON changeset.id = changeset_id
     WHERE changeset_id = ? ORDER BY change.id DESC`,
  )
  const columns = db
    .prepare<[number, string], string>('SELECT columns FROM journal_column WHERE schema_version = ? AND entity = ?')
    .pluck()
  const joinPrevious = createJoin(db)
  const setReverted = db.prepare('UPDATE changeset SET reverted_by = ? WHERE id = ?')
  const setSkipped = db.prepare('UPDATE changeset SET skipped = 1 WHERE id = ?')
  const ownSteps = 'FROM changeset WHERE installation = @installation AND coder_uid IS @coderUid AND kind = @kind'
  const last = db.prepare<[Owner & { kind: string }], StoredStep>(
    `SELECT ${stepColumns} ${ownSteps} AND reverted_by IS NULL AND skipped = 0 ORDER BY id DESC LIMIT 1`,
  )
  const newest = db.prepare<[Owner & { kind: string }], number>(`SELECT max(id) ${ownSteps}`).pluck()
  // A step of somebody else that is in force and touched the row after the step @of, even where the row looks the same
  // again; and any step of a later version: images of before say nothing of the columns that it brought.
  const changedSince = db.prepare<[Owner & { entity: string; id: number; of: number; imageVersion: number }]>(
    `SELECT 1 FROM change JOIN changeset AS later ON later.id = changeset_id
     WHERE entity = @entity AND entity_id = @id AND later.id > @of
       AND (later.installation <> @installation OR later.coder_uid IS NOT @coderUid OR later.schema_version > @imageVersion)
       AND CASE later.kind WHEN 'do' THEN later.reverted_by IS NULL
         WHEN 'redo' THEN (SELECT first.reverted_by IS NULL FROM changeset AS undone JOIN changeset AS first
           ON first.id = undone.reverts WHERE undone.id = later.reverts) END`,
  )

  const recordAs = <T>(origin: Origin, step: StepName, reversal: Reversal | null, work: () => T): Recorded<T> => {
    const { name = '', count = 1 } = step
    const changesetId = Number(
      open.run({
        ...origin,
        uid: v7(),
        kind: reversal?.kind ?? 'do',
        command: step.command,
        input: JSON.stringify(step.input ?? null),
        name,
        count,
        version,
        reverts: reversal?.of.id ?? null,
      }).lastInsertRowid,
    )
    setCurrent.run(changesetId)
    const result = work()
    setCurrent.run(null)
    const tables = touched.all(changesetId)
    if (tables.length === 0) discard.run(changesetId)
    else derive(changesetId)
    return { changesetId, result, tables }
  }

  /** Run `work` as one step, all or nothing. A step that changes no row leaves no trace. */
  const record = <T>(origin: Origin, step: StepName, work: () => T): Recorded<T> => {
    // Row changes belong to one step: a second one inside it would leave the rest of the first without a changeset.
    if (db.inTransaction) throw new Error(`a step inside a step: ${step.command}`)
    return db
      .transaction(() => {
        const done = recordAs(origin, step, null, work)
        const joins = step.joins && done.tables.length > 0
        return joins ? { ...done, changesetId: joinPrevious(done.changesetId, step.joins) } : done
      })
      .immediate()
  }

  const columnsAt = (schemaVersion: number, entity: string) =>
    JSON.parse(columns.get(schemaVersion, entity) ?? '[]') as string[]
  /** Images of an earlier schema version are read through that version's column list. */
  const readImage = (image: string | null, entity: string, imageVersion: number): Row | null => {
    if (image === null) return null
    const values = JSON.parse(image) as (string | number | null)[]
    return Object.fromEntries(columnsAt(imageVersion, entity).map((name, index) => [name, values[index] ?? null]))
  }

  const replace = (table: JournaledTable, from: Row | null, to: Row | null) => {
    const names = Object.keys(from ?? to ?? {})
    const quoted = names.map((name) => `"${name}"`)
    const all = (join: string, operator: string) => names.map((name) => `"${name}" ${operator} @${name}`).join(join)
    if (from && !sql(`SELECT 1 FROM ${table} WHERE ${all(' AND ', 'IS')}`).get(from)) throw rowConflict(table, from)
    if (!from && to && sql(`SELECT 1 FROM ${table} WHERE id = @id`).get({ id: to['id'] })) throw rowConflict(table, to)
    if (from && to) sql(`UPDATE ${table} SET ${all(', ', '=')} WHERE id = @id`).run(to)
    else if (from) sql(`DELETE FROM ${table} WHERE id = @id`).run({ id: from['id'] })
    else if (to)
      sql(`INSERT INTO ${table} (${quoted.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(to)
  }

  const revert = (origin: Origin, { kind, of }: Reversal) => {
    const step = { command: of.command, input: { reverts: of.id }, name: of.about_name, count: of.about_count }
    const done = recordAs(origin, step, { kind, of }, () => {
      db.pragma('defer_foreign_keys = ON')
      const { coderUid, installation } = origin
      for (const { entity, entity_id, before, after, schema_version } of changesBackwards.all(of.id)) {
        const known = new Set(columnsAt(version, entity))
        if (columnsAt(schema_version, entity).some((name) => !known.has(name)))
          throw new AppError({ code: 'step-outdated', id: String(of.id), name: of.about_name })
        const [from, to] = [readImage(after, entity, schema_version), readImage(before, entity, schema_version)]
        const row = { entity, id: entity_id, of: of.id, imageVersion: schema_version, coderUid, installation }
        if (from && changedSince.get(row)) throw rowConflict(entity, from)
        replace(entity, from, to)
      }
    })
    // More rows than the step had: the reversal would take somebody's later work along (a cascade).
    if (countChanges.get(done.changesetId) !== countChanges.get(of.id)) throw stepConflict(of)
    setReverted.run(done.changesetId, of.id)
    if (kind === 'redo') setReverted.run(null, of.reverts)
    return { ...done, step: of }
  }

  /** What Undo and Redo would act on now: own steps at this installation only. */
  const next = ({ coderUid, installation }: Owner) => {
    const own = (kind: StoredStep['kind']) => ({ coderUid, installation, kind })
    const redo = last.get(own('undo'))
    // Something new was done since the last undo: redo has nothing to stand on.
    const stale = redo && (newest.get(own('do')) ?? 0) > redo.id
    return { undo: last.get(own('do')) ?? null, redo: redo && !stale ? redo : null }
  }

  const reverse = (kind: Reversal['kind']) => (origin: Origin) => {
    const of = next(origin)[kind]
    if (!of) return null
    try {
      return db.transaction(() => revert(origin, { kind, of })).immediate()
    } catch (error) {
      // Somebody's later row refers to one that would go, or has a value that only one row may have.
      const constraint = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
      throw constraint ? stepConflict(of) : error
    }
  }
  /** Takes back the last own step in force; null when there is none. Throws `conflict` and changes nothing then. */
  const undo = reverse('undo')
  /** Brings back the last undone step, unless something new was done since; throws as `undo` does. */
  const redo = reverse('redo')

  /** Passes the next step of Undo or Redo by, after a conflict; it stays as it is. */
  const skip = (origin: Origin, kind: Reversal['kind']) => {
    const step = next(origin)[kind]
    if (step) setSkipped.run(step.id)
  }

  return { record, undo, redo, skip, next, readImage }
}

const rowConflict = (entity: JournaledTable, { id, name }: Row) =>
  new AppError({ code: 'conflict', entity, id: String(id), name: String(name ?? '') })
const stepConflict = ({ id, about_name }: StoredStep) =>
  new AppError({ code: 'conflict', entity: 'step', id: String(id), name: about_name })
