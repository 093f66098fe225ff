/** An open project: its database, its journal, and the one way in which anything is written and announced. */
import type { Database } from 'better-sqlite3'
import { v7 } from 'uuid'
import type { Coding } from '../../contract/codings.ts'
import type { Event } from '../../contract/event.ts'
import { AppError } from '../../contract/failure.ts'
import type { Topic } from '../../contract/method.ts'
import { createAttribution } from '../../db/attribution.ts'
import { createJournal, type Origin, type Recorded, type StepName, type StoredStep } from '../../db/journal.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { beginWriting, closeDatabase, openDatabase } from '../../db/open.ts'
import { topicByTable } from '../../db/schema.ts'
import { askThread, type Ask, type Asking } from './analysis-thread.ts'
import type { Background } from './background.ts'
import { explain } from './explain.ts'
import { initialsOf, type Identity } from './installation.ts'

/**
 * Where a call comes from; given by the transport, never by the caller. `coderUid`: another coder than "me" (command
 * line); null: nobody, who reads, or makes a coder.
 */
export interface Context {
  readonly session: string
  readonly coderUid?: string | null
}
export interface Project {
  readonly db: Database
  readonly path: string
  readonly uid: string
  readonly installation: Identity
  /** Run `work` as one step of the history, and tell every window what changed. */
  readonly record: <T>(context: Context, step: StepName, work: () => T) => T
  /** Writes, in one transaction, what no step records: texts that no document has yet. */
  readonly outsideSteps: <T>(work: () => T) => T
  readonly undo: (context: Context) => StoredStep | null
  readonly redo: (context: Context) => StoredStep | null
  /** Passes the next step of Undo or Redo by. */
  readonly skip: (context: Context, of: 'undo' | 'redo') => void
  readonly nextSteps: (context: Context) => { undo: StoredStep | null; redo: StoredStep | null }
  /** The id of the coder who is at the keyboard; 0 for nobody. */
  readonly coderId: (context: Context) => number
  readonly coderUid: (id: number) => string | null
  /** Asks the thread that counts; it sees everything that was recorded before the question. */
  readonly ask: Ask
  /** Tells the windows that something changed that no step records. */
  readonly announce: (event: Event) => void
  /**
   * Makes an automatic copy before a step that changes much, named by the step's command. To be awaited before the step
   * is recorded; resolves when the copy is there, or cannot be (the windows are told then). Rejects with `cancelled` when
   * the project is closed meanwhile.
   */
  readonly beforeBulk: (reason: string) => Promise<void>
  /** Writes the project as it is now to a file, which appears when it is whole. Rejects with `AppError`. */
  readonly copyTo: (path: string) => Promise<void>
  readonly close: () => void
}
const MOST_CODINGS_IN_AN_EVENT = 5000
/** A step that takes along this many codings changes much: a copy is made before it. */
export const BULK_CODINGS = 200
/** What works on the file beside the thread that writes. */
type Beside = Pick<Background, 'beforeBulk' | 'copyTo'> & { readonly asking: Asking; readonly isScript?: boolean }
/** A project that is in no file has nothing beside it. */
const inMemory: Beside = {
  beforeBulk: () => Promise.resolve(),
  copyTo: () => Promise.reject(new Error('a project in memory has no file')),
  asking: askThread(':memory:'),
}

/**
 * `db` is checked and migrated; from here on it is written to. Who is not a coder of it yet becomes one at the first step,
 * or when `coderId` is asked. `close` gives up the file and everything around it.
 */
export const openProject = (
  db: Database,
  path: string,
  installation: Identity,
  announce: (event: Event) => void,
  { beforeBulk, copyTo, asking, isScript = false }: Beside = inMemory,
  close = () => {
    closeDatabase(db)
  },
): Project => {
  beginWriting(db, isScript)
  const attribution = createAttribution(db)
  const journal = createJournal(db, SCHEMA_VERSION, attribution.derive)
  const uid = db.prepare<[], string>('SELECT uid FROM project').pluck().get() ?? ''
  const uidOfCoder = db.prepare<[number], string>('SELECT uid FROM coder WHERE id = ?').pluck()
  const coderByUid = db.prepare<[string], number>('SELECT id FROM coder WHERE uid = ?').pluck()
  const codingsChanged = db.prepare<[number], Partial<Coding> & { id: number }>(
    `SELECT changed.id, coding.document_id AS documentId, code_id AS codeId, coder_id AS coderId, start, "end", created_at AS createdAt
     FROM (SELECT DISTINCT entity_id AS id FROM change WHERE changeset_id = ? AND entity = 'coding') AS changed
     LEFT JOIN coding ON coding.id = changed.id LIMIT ${MOST_CODINGS_IN_AN_EVENT + 1}`,
  )

  const myUid = (): string => {
    const known = installation.coderOf(uid)
    if (known && coderByUid.get(known)) return known
    const { coderName, coderInitials } = installation.settings()
    const made = v7()
    journal.record(originOf(null), { command: 'coders.join', input: null, name: coderName }, () =>
      db
        .prepare(
          'INSERT INTO coder (uid, name, initials, color, created_at) VALUES (?, ?, ?, (SELECT count(*) FROM coder) % 16, ?)',
        )
        .run(made, coderName, coderInitials || initialsOf(coderName), new Date().toISOString()),
    )
    installation.setCoder(uid, made)
    return made
  }
  const originOf = (coderUid: string | null): Origin => ({
    coderUid,
    installation: installation.uid,
    at: new Date().toISOString(),
  })
  /** "Me", unless the transport says who; null stays null. */
  const uidOf = ({ coderUid }: Context) => (coderUid === undefined ? myUid() : coderUid)
  const origin = (context: Context) => originOf(uidOf(context))

  const tell = ({ changesetId, tables }: Recorded<unknown>) => {
    if (tables.length === 0) return
    const topics = new Set<Topic>(['history'])
    for (const table of tables) topics.add(topicByTable[table])
    const rows = tables.includes('coding') ? codingsChanged.all(changesetId) : []
    const isThere = (row: Partial<Coding>): row is Coding => row.documentId !== null
    announce({
      kind: 'changed',
      topics: [...topics],
      codings:
        rows.length > MOST_CODINGS_IN_AN_EVENT
          ? null
          : { put: rows.filter(isThere), removed: rows.filter((row) => !isThere(row)).map(({ id }) => id) },
    })
  }
  /** What SQLite refuses becomes a failure with a name; the transaction is already rolled back. */
  const writing = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      attribution.forget()
      throw explain(error, path)
    }
  }
  const reversal = (move: typeof journal.undo) => (context: Context) => {
    const done = writing(() => move(origin(context)))
    if (done) tell(done)
    return done?.step ?? null
  }

  return {
    db,
    path,
    uid,
    installation,
    record: (context, step, work) => {
      const recorded = writing(() => journal.record(origin(context), step, work))
      tell(recorded)
      return recorded.result
    },
    outsideSteps: (work) => writing(() => db.transaction(work).immediate()),
    undo: reversal(journal.undo),
    redo: reversal(journal.redo),
    skip: (context, of) => {
      journal.skip(origin(context), of)
      announce({ kind: 'changed', topics: ['history'], codings: { put: [], removed: [] } })
    },
    nextSteps: (context) => journal.next(origin(context)),
    coderId: (context) => {
      const coder = uidOf(context)
      if (coder === null) return 0
      const id = coderByUid.get(coder)
      if (id === undefined) throw new AppError({ code: 'not-found', entity: 'coder', id: coder })
      return id
    },
    coderUid: (id) => uidOfCoder.get(id) ?? null,
    ask: asking.ask,
    announce,
    beforeBulk,
    copyTo,
    close: () => {
      asking.close()
      close()
    },
  }
}

/** Writes the one row that makes an empty database a project. */
export const foundProject = (db: Database, name: string, installation: Identity, sample = false): void => {
  beginWriting(db)
  const journal = createJournal(db, SCHEMA_VERSION, () => undefined)
  const at = new Date().toISOString()
  journal.record(
    { coderUid: null, installation: installation.uid, at },
    { command: 'projects.create', input: null, name },
    () =>
      db
        .prepare('INSERT INTO project (id, uid, copy_uid, name, sample, created_at) VALUES (1, ?, ?, ?, ?, ?)')
        .run(v7(), v7(), name, sample ? 1 : 0, at),
  )
}

/** Makes a closed copy of a project file a copy with an identity of its own. */
export const renewCopyUid = (path: string, installation: Identity): void => {
  const db = openDatabase(path, () => undefined)
  try {
    const name = db.prepare<[], string>('SELECT name FROM project').pluck().get() ?? ''
    createJournal(db, SCHEMA_VERSION, () => undefined).record(
      { coderUid: null, installation: installation.uid, at: new Date().toISOString() },
      { command: 'projects.saveCopy', input: null, name },
      () => db.prepare('UPDATE project SET copy_uid = ?').run(v7()),
    )
  } finally {
    closeDatabase(db)
  }
}
