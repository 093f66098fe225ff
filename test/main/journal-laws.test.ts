import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../contract/failure.ts'
import type { Client } from '../../contract/index.ts'
import { createAttribution } from '../../db/attribution.ts'
import { findDamage } from '../../db/connect.ts'
import type { Project } from '../../main/host/project.ts'
import { dump } from '../support/dump.ts'
import { addDocument, openTestProject } from '../support/host.ts'
import { anyMove, doMove, type Move } from '../support/random-work.ts'

const interview =
  'I: When you picture it?\nR07: I see the street where my brother was stopped.\nI: And then?\nR07: Then still it is not going back.'
const group = 'I: Who begins?\nR1: Me, then.\nR2: And I after that, if I may.\nR1: We all came at night.'

/** Two documents, a few codes; disk synchronisation off, since nobody pulls the plug here. */
const setup = async () => {
  const opened = await openTestProject()
  const quick = () => opened.host.current()?.db.pragma('synchronous = OFF')
  quick()
  addDocument(opened.project, 'R07', interview)
  addDocument(opened.project, 'Group', group)
  const { id } = await opened.client.codes.create({ parentId: null, name: 'Fear', color: null })
  await opened.client.codes.create({ parentId: id, name: 'Safety fear', color: null })
  const reopen = async () => {
    await opened.client.projects.close({})
    await opened.client.projects.open({ path: opened.path })
    quick()
  }
  const current = (): Project => {
    const project = opened.host.current()
    if (!project) throw new Error('no project is open')
    return project
  }
  return { ...opened, reopen, rows: () => dump(current().db), current }
}
const undoAll = async (client: Client): Promise<number> => {
  let steps = 0
  while (await client.history.undo({})) steps++
  return steps
}
const redoAll = async (client: Client): Promise<number> => {
  let steps = 0
  while (await client.history.redo({})) steps++
  return steps
}
/** Undoes all that can be undone, and passes by what cannot; answers how many steps were passed by. */
const undoAllPassingBy = async (client: Client): Promise<number> => {
  let passed = 0
  for (;;) {
    try {
      if (!(await client.history.undo({}))) return passed
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.code !== 'conflict') throw error
      await client.history.skip({})
      passed++
    }
  }
}

type Action = Move | 'undo' | 'redo' | 'reopen'
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: anyMove },
  { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  { weight: 1, arbitrary: fc.constantFrom('reopen' as const, 'undo' as const) },
)

/** The model: a state for each own step in force, and for each that was undone. */
const createModel = async ({ client, rows, reopen }: Awaited<ReturnType<typeof setup>>) => {
  interface State {
    readonly id: number
    readonly before: unknown
    after: unknown
  }
  const first = (await client.history.next({})).undo?.id
  const done: State[] = []
  let undone: State[] = []
  let now: unknown = rows()

  const undo = async () => {
    const top = done.pop()
    if (!top) return
    expect(await client.history.undo({})).toMatchObject({ id: top.id })
    now = rows()
    expect(now).toEqual(top.before)
    undone.push(top)
  }
  const redo = async () => {
    const top = undone.pop()
    const step = await client.history.redo({})
    expect(step === null).toBe(top === undefined)
    if (!top) return
    now = rows()
    expect(now).toEqual(top.after)
    done.push(top)
  }
  const move = async (made: Move) => {
    const before = now
    await doMove(client, made)
    now = rows()
    const id = (await client.history.next({})).undo?.id ?? 0
    const top = done.at(-1)
    if (top?.id === id) top.after = now
    // Saved while typed, and back to what it was: the step has gone into the one before it, and that into nothing.
    else if (top && id === (done.at(-2)?.id ?? first)) {
      expect(now).toEqual(top.before)
      done.pop()
    } else if (id !== first) done.push({ id, before, after: now })
    if (JSON.stringify(before) !== JSON.stringify(now)) undone = []
  }
  return {
    act: async (action: Action) => {
      if (action === 'undo') await undo()
      else if (action === 'redo') await redo()
      else if (action !== 'reopen') await move(action)
      else {
        await reopen()
        expect(rows()).toEqual(now)
      }
    },
    /** All the way back, and all the way forward; answers the state that this must end in. */
    backAndForth: async () => {
      const end = undone[0]?.after ?? now
      while (done.length > 0) await undo()
      while (undone.length > 0) await redo()
      return end
    },
  }
}

test('whatever is done, undo and redo lead back and forth through exactly the states that there were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAction, { minLength: 5, maxLength: 40 }), async (actions) => {
      const opened = await setup()
      const { act, backAndForth } = await createModel(opened)
      for (const action of actions) await act(action)
      const end = await backAndForth()
      expect(opened.rows()).toEqual(end)
    }),
    { numRuns: 25 },
  )
}, 240_000)

test('all steps can be taken back to the empty project and brought forward again, across closing; what is derived follows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 10, maxLength: 40 }), async (made) => {
      const { client, rows, reopen, current } = await setup()
      for (const move of made) await doMove(client, move)
      const end = rows()
      await reopen()
      expect(rows()).toEqual(end)
      const steps = await undoAll(client)
      const empty = rows()
      const { project, coder, ...others } = empty
      expect([project?.length, coder?.length]).toEqual([1, 1])
      expect(Object.values(others).flat()).toEqual([])
      await reopen()
      expect(await redoAll(client)).toBe(steps)
      expect(rows()).toEqual(end)
      await reopen()
      expect(await undoAll(client)).toBe(steps)
      expect(rows()).toEqual(empty)
      await redoAll(client)

      const { db } = current()
      createAttribution(db).rebuild()
      expect(rows()).toEqual(end)
      expect(findDamage(db)).toBeNull()
    }),
    { numRuns: 20 },
  )
}, 240_000)

test('undoing all of mine, with what conflicts passed by, leaves every row as a colleague last made it', async () => {
  let conflicts = 0
  const anyTurn = fc.record({ byBen: fc.boolean(), move: anyMove })
  await fc.assert(
    fc.asyncProperty(fc.array(anyTurn, { minLength: 15, maxLength: 45 }), async (turns) => {
      const { client, clientOf, project, rows } = await setup()
      const { id: benId } = await client.coders.create({ name: 'Ben', initials: 'B' })
      const benUid = project.coderUid(benId) ?? ''
      const ben = clientOf({ session: 'ben', coderUid: benUid })
      for (const { byBen, move } of turns) await doMove(byBen ? ben : client, move)

      /** Rows whose last change is Ben's, with what they hold; null for what he removed. */
      const bens = () =>
        project.db
          .prepare<[string], { entity: string; entity_id: number; after: string | null }>(
            `SELECT entity, entity_id, after FROM change JOIN changeset ON changeset.id = changeset_id
             WHERE change.id IN (SELECT max(id) FROM change GROUP BY entity, entity_id) AND coder_uid = ?
             ORDER BY entity, entity_id`,
          )
          .all(benUid)
      const inForce = () =>
        project.db.prepare('SELECT id, reverted_by, skipped FROM changeset WHERE coder_uid = ?').all(benUid)
      const rowsBefore = bens()
      const stepsBefore = inForce()
      conflicts += await undoAllPassingBy(client)
      expect(bens()).toEqual(rowsBefore)
      expect(inForce()).toEqual(stepsBefore)
      expect((await client.history.next({})).undo).toBeNull()
      for (const { entity, entity_id: id, after } of rowsBefore) {
        const row = project.db.prepare(`SELECT * FROM ${entity} WHERE id = ?`).raw().get(id) as unknown[] | undefined
        expect(row ?? null).toEqual(after === null ? null : JSON.parse(after))
      }
      const before = rows()
      createAttribution(project.db).rebuild()
      expect(rows()).toEqual(before)
      expect(findDamage(project.db)).toBeNull()
      // And Ben, after me, can take back all that is his own.
      await undoAllPassingBy(ben)
      expect((await ben.history.next({})).undo).toBeNull()
      expect(findDamage(project.db)).toBeNull()
    }),
    { numRuns: 20 },
  )
  // The law says nothing if nobody ever got in anybody's way.
  expect(conflicts).toBeGreaterThan(0)
}, 240_000)
