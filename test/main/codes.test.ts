import { array, assert, asyncProperty, boolean, nat, option, record, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../contract/codes.ts'
import { addDocument, openTestProject } from '../support/host.ts'

type Opened = Awaited<ReturnType<typeof openTestProject>>
type Client = Opened['client']
const text = 'I: And then?\nR07: One two three four five six seven eight nine ten.'
const setup = async () => {
  const opened = await openTestProject()
  const documentId = addDocument(opened.project, 'R07', text)
  const make = (name: string, parentId: number | null = null) =>
    opened.client.codes.create({ parentId, name, color: null })
  const find = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const apply = (codeId: number, words: string, coderUid?: string) =>
    (coderUid ? opened.clientOf({ session: 'test', coderUid }) : opened.client).codings
      .apply({ documentId, codeId, ...find(words), apart: true })
      .then(({ coding }) => coding)
  return { ...opened, documentId, make, find, apply }
}
/** The tree as indented lines. */
const outline = async (client: Client): Promise<string[]> => {
  const codes = await client.codes.list({})
  const depth = (code: Code): number => {
    const parent = codes.find(({ id }) => id === code.parentId)
    return parent ? depth(parent) + 1 : 0
  }
  return codes.map((code) => `${'  '.repeat(depth(code))}${code.name}`)
}
/** All that undo must bring back, as it is stored. */
const stored = ({ db }: Opened['project']) =>
  Object.fromEntries(
    ['code', 'coding', 'code_anchor', 'memo', 'coding_respondent', 'project'].map((table) => [
      table,
      db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
    ]),
  )
/** Runs a command, and proves that undo brings everything back and redo does it again. */
const withUndo = async <T>({ client, project }: Opened, command: () => Promise<T>): Promise<T> => {
  const before = stored(project)
  const result = await command()
  const after = stored(project)
  expect(after).not.toEqual(before)
  await client.history.undo({})
  expect(stored(project)).toEqual(before)
  await client.history.redo({})
  expect(stored(project)).toEqual(after)
  return result
}

describe('codes', () => {
  test('names are unique among siblings, whatever their case, and free under another parent', async () => {
    const { client, make } = await setup()
    const fear = await make('Fear')
    const agency = await make('Agency')
    await make('Other', agency.id)
    const taken = { failure: { code: 'name-taken' } }
    await expect(make('fear')).rejects.toMatchObject(taken)
    await make('Fear', agency.id)
    await expect(client.codes.update({ id: agency.id, name: 'FEAR' })).rejects.toMatchObject(taken)
    await client.codes.update({ id: fear.id, name: 'FEAR' })
    await expect(client.codes.move({ ids: [fear.id], parentId: agency.id, before: null })).rejects.toMatchObject(taken)
    expect(await outline(client)).toEqual(['FEAR', 'Agency', '  Other', '  Fear'])
  })

  test('a code is described, recoloured, pinned and archived, each as a step of its own', async () => {
    const opened = await setup()
    const { client, make } = opened
    const fear = await make('Fear')
    const safety = await make('Safety', fear.id)
    const list = async () => new Map((await client.codes.list({})).map((code) => [code.id, code]))
    await withUndo(opened, () => client.codes.update({ id: fear.id, definition: 'About danger', useWhen: 'named' }))
    expect((await list()).get(fear.id)).toMatchObject({ definition: 'About danger', useWhen: 'named', notWhen: '' })
    await withUndo(opened, () => client.codes.recolor({ ids: [fear.id, safety.id], color: 7 }))
    expect([...(await list()).values()].map(({ color }) => color)).toEqual([7, 7])
    await withUndo(opened, () => client.codes.pin({ id: fear.id, pin: 1 }))
    await withUndo(opened, () => client.codes.pin({ id: safety.id, pin: 1 }))
    expect([...(await list()).values()].map(({ pin }) => pin)).toEqual([null, 1])
    await withUndo(opened, () => client.codes.archive({ ids: [fear.id], archived: true }))
    expect([...(await list()).values()].map(({ archived, pin }) => [archived, pin])).toEqual([
      [true, null],
      [true, null],
    ])
    await expect(client.codes.pin({ id: fear.id, pin: 2 })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    await withUndo(opened, () => client.codes.archive({ ids: [safety.id], archived: false }))
    expect([...(await list()).values()].map(({ archived }) => archived)).toEqual([false, false])
    await withUndo(opened, () => client.codes.update({ id: fear.id, codable: false }))
    await expect(client.codes.pin({ id: fear.id, pin: 2 })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
  })

  test('a definition that is saved while it is typed is one step; another field is another step', async () => {
    const { client, make } = await setup()
    const { id } = await make('Fear')
    for (const definition of ['A', 'About', 'About danger']) await client.codes.update({ id, definition })
    await client.codes.update({ id, notWhen: 'grief' })
    await client.history.undo({})
    expect((await client.codes.list({}))[0]).toMatchObject({ definition: 'About danger', notWhen: '' })
    await client.history.undo({})
    expect((await client.codes.list({}))[0]).toMatchObject({ definition: '' })
    expect((await client.history.next({})).undo).toMatchObject({ command: 'codes.create' })
    await client.history.redo({})
    await client.history.redo({})
    expect((await client.codes.list({}))[0]).toMatchObject({ definition: 'About danger', notWhen: 'grief' })
  })

  test('what is typed and taken back again leaves no step that could not be undone', async () => {
    const { client, make } = await setup()
    const { id } = await make('Fear')
    await client.codes.update({ id, definition: 'A' })
    await client.codes.update({ id, definition: '' })
    expect((await client.history.next({})).undo).toMatchObject({ command: 'codes.create' })
  })

  test('a code cannot be moved below itself, and goes with what is below it', async () => {
    const opened = await setup()
    const { client, make } = opened
    const a = await make('A')
    const b = await make('B', a.id)
    const c = await make('C', b.id)
    const d = await make('D')
    await expect(client.codes.move({ ids: [d.id, a.id], parentId: c.id, before: null })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    await withUndo(opened, () => client.codes.move({ ids: [b.id, c.id], parentId: d.id, before: null }))
    expect(await outline(client)).toEqual(['A', 'D', '  B', '    C'])
    await withUndo(opened, () => client.codes.move({ ids: [d.id], parentId: null, before: a.id }))
    expect(await outline(client)).toEqual(['D', '  B', '    C', 'A'])
    // Where it is already: no step.
    await client.codes.move({ ids: [d.id], parentId: null, before: a.id })
    expect((await client.history.list({})).filter(({ command }) => command === 'codes.move')).toHaveLength(6)
  })

  test('a removed branch takes its codings and memos along, says so before, and comes back whole', async () => {
    const opened = await setup()
    const { client, make, apply, documentId } = opened
    const fear = await make('Fear')
    const safety = await make('Safety', fear.id)
    const other = await make('Other')
    const coding = await apply(safety.id, 'One two')
    await apply(fear.id, 'three')
    await apply(other.id, 'four')
    await client.codes.addAnchor({ codeId: safety.id, codingId: coding.id })
    await client.codes.addAnchor({ codeId: other.id, codingId: coding.id })
    await client.memos.create({ target: { kind: 'code', codeId: safety.id }, body: 'on the code' })
    await client.memos.create({ target: { kind: 'coding', codingId: coding.id }, body: 'on the coding' })
    expect(await client.codes.removal({ ids: [fear.id] })).toEqual({ codes: 2, codings: 2, documents: 1, memos: 1 })
    await withUndo(opened, () => client.codes.remove({ ids: [fear.id, safety.id] }))
    expect(await outline(client)).toEqual(['Other'])
    expect((await client.codings.inDocument({ documentId })).codeId).toEqual([other.id])
    expect((await client.codes.list({}))[0]?.anchors).toMatchObject([{ text: 'One two', codingId: null }])
    expect((await client.memos.list({})).map(({ target, place }) => [target.kind, place?.quote])).toEqual([
      ['passage', 'One two'],
    ])
  })

  test('anchors are picked from excerpts once, and dropped again', async () => {
    const opened = await setup()
    const { client, make, apply } = opened
    const { id: codeId } = await make('Fear')
    const { id: codingId } = await apply(codeId, 'One two')
    const { id } = await withUndo(opened, () => client.codes.addAnchor({ codeId, codingId }))
    expect(await client.codes.addAnchor({ codeId, codingId })).toEqual({ id })
    expect((await client.codes.list({}))[0]?.anchors).toEqual([{ id, codingId, text: 'One two' }])
    await withUndo(opened, () => client.codes.removeAnchor({ id }))
    expect((await client.codes.list({}))[0]?.anchors).toEqual([])
  })

  test('a closed codebook takes no new code, and opens again', async () => {
    const opened = await setup()
    const { client, make } = opened
    await withUndo(opened, () => client.codes.setClosed({ closed: true }))
    expect(await client.projects.current({})).toMatchObject({ codebookClosed: true })
    await expect(make('Fear')).rejects.toMatchObject({ failure: { code: 'codebook-closed' } })
    await withUndo(opened, () => client.codes.setClosed({ closed: false }))
    await make('Fear')
  })

  test('recoding codings of which one has the code already loses none', async () => {
    const opened = await setup()
    const { client, make, apply, documentId } = opened
    const a = await make('A')
    const b = await make('B')
    const first = await apply(a.id, 'One two')
    const second = await apply(b.id, 'two three')
    await withUndo(opened, () => client.codings.recode({ ids: [first.id, second.id], codeId: b.id }))
    const { codeId, start, end } = await client.codings.inDocument({ documentId })
    expect([codeId, start.map((from, index) => text.slice(from, end[index]))]).toEqual([[b.id], ['One two three']])
  })
})

describe('merging', () => {
  test('keeps definitions, memos, anchors, pin, subcodes and the origin of each coding', async () => {
    const opened = await setup()
    const { client, make, apply, documentId, project } = opened
    const fear = await make('Fear')
    const old = await make('Old', fear.id)
    const into = await make('New')
    await make('Waiting', old.id)
    await make('Waiting', into.id)
    await client.codes.update({ id: old.id, definition: 'Old words', useWhen: 'old use' })
    await client.codes.update({ id: into.id, definition: 'New words' })
    await client.codes.pin({ id: old.id, pin: 3 })
    const coding = await apply(old.id, 'One two')
    await client.codes.addAnchor({ codeId: old.id, codingId: coding.id })
    await client.memos.create({ target: { kind: 'code', codeId: old.id }, body: 'memo' })
    expect(await withUndo(opened, () => client.codes.merge({ from: [old.id], into: into.id }))).toEqual({ codings: 1 })
    expect(await outline(client)).toEqual(['Fear', 'New', '  Waiting', '  Waiting (Old)'])
    expect((await client.codes.list({}))[1]).toMatchObject({
      definition: 'New words\n\nOld: Old words',
      useWhen: 'old use',
      pin: 3,
      anchors: [{ text: 'One two', codingId: coding.id }],
    })
    expect(await client.memos.list({ target: { kind: 'code', codeId: into.id } })).toMatchObject([{ body: 'memo' }])
    expect((await client.codings.inDocument({ documentId })).codeId).toEqual([into.id])
    expect(project.db.prepare('SELECT merged_from FROM coding').pluck().all()).toEqual(['Fear > Old'])
  })

  test('overlapping codings of one coder become one; touching ones, another coder’s and those kept apart stay', async () => {
    const opened = await setup()
    const { client, make, apply, documentId, project } = opened
    await client.coders.create({ name: 'Mira', initials: 'MG' })
    const mira = project.db.prepare<[], string>("SELECT uid FROM coder WHERE name = 'Mira'").pluck().get() ?? ''
    const old = await make('Old')
    const into = await make('New')
    const mine = await apply(into.id, 'two three')
    const overlapping = await apply(old.id, 'three four')
    await client.memos.create({ target: { kind: 'coding', codingId: overlapping.id }, body: 'kept' })
    await apply(old.id, 'two three', mira)
    await apply(into.id, 'six')
    await apply(old.id, ' seven')
    await apply(old.id, 'eight nine')
    await apply(old.id, 'nine ten')
    const result = await withUndo(opened, () => client.codes.merge({ from: [old.id], into: into.id }))
    expect(result).toEqual({ codings: 5 })
    const { id, start, end } = await client.codings.inDocument({ documentId })
    expect(start.map((from, index) => text.slice(from, end[index]))).toEqual([
      'two three four',
      'two three',
      'six',
      ' seven',
      'eight nine',
      'nine ten',
    ])
    expect(id[0]).toBe(mine.id)
    expect((await client.memos.list({})).map(({ target }) => target)).toEqual([{ kind: 'coding', codingId: mine.id }])
    expect(project.db.prepare('SELECT merged_from FROM coding ORDER BY start, end DESC').pluck().all()).toEqual([
      'Old',
      'Old',
      null,
      'Old',
      'Old',
      'Old',
    ])
    expect(project.db.prepare('SELECT words FROM coding_respondent WHERE coding_id = ?').pluck().get(mine.id)).toBe(3)
  })

  test('a target below a merged code takes its place, with the rest below it', async () => {
    const opened = await setup()
    const { client, make } = opened
    const fear = await make('Fear')
    await make('Agency')
    const middle = await make('Middle', fear.id)
    const deep = await make('Deep', middle.id)
    await make('Side', fear.id)
    await withUndo(opened, () => client.codes.merge({ from: [fear.id], into: deep.id }))
    expect(await outline(client)).toEqual(['Deep', '  Middle', '  Side', 'Agency'])
  })

  test('is refused into itself, and into a category that cannot hold the codings', async () => {
    const { client, make, apply } = await setup()
    const old = await make('Old')
    const category = await make('Category')
    await client.codes.update({ id: category.id, codable: false })
    const refused = { failure: { code: 'invalid-input' } }
    await expect(client.codes.merge({ from: [old.id, category.id], into: old.id })).rejects.toMatchObject(refused)
    await apply(old.id, 'One')
    await expect(client.codes.merge({ from: [old.id], into: category.id })).rejects.toMatchObject(refused)
  })
})

describe('laws of the tree', () => {
  test('any moves and merges leave a tree that holds every code once, in the order asked for, and undo takes all back', async () => {
    const opened = await setup()
    const { client, project, make } = opened
    const ids: number[] = []
    for (let index = 0; index < 9; index++) {
      const parent = index % 3 === 0 ? null : (ids[index - 1] ?? null)
      ids.push((await make(`C${index}`, parent)).id)
    }
    const start = stored(project)
    const code = nat({ max: 8 })
    await assert(
      asyncProperty(
        array(
          record({
            moved: uniqueArray(code, { minLength: 1, maxLength: 4 }),
            under: option(code),
            before: option(code),
            merge: boolean(),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (steps) => {
          const lastStep = async () => (await client.history.next({})).undo?.id
          let done = 0
          for (const step of steps) {
            const idOf = (index: number | null) => (index === null ? null : (ids[index] ?? null))
            const last = await lastStep()
            await takeStep(client, {
              ...step,
              moved: step.moved.map((index) => ids[index] ?? 0),
              under: idOf(step.under),
              before: idOf(step.before),
            })
            if ((await lastStep()) !== last) done++
          }
          for (let index = 0; index < done; index++) await client.history.undo({})
          expect(stored(project)).toEqual(start)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a place between two neighbours never runs out', async () => {
    const { client, make } = await setup()
    const first = await make('first')
    const last = await make('last')
    const [a, b] = [await make('a'), await make('b')]
    let next = a
    for (let index = 0; index < 120; index++) {
      await client.codes.move({ ids: [next.id], parentId: null, before: last.id })
      next = next === a ? b : a
    }
    const names = (await client.codes.list({})).map(({ name }) => name)
    expect(names).toEqual(['first', 'a', 'b', 'last'])
    expect(first.id).toBe(1)
  })
})

interface RandomStep {
  readonly moved: readonly number[]
  readonly under: number | null
  readonly before: number | null
  readonly merge: boolean
}
/** Moves or merges, where the codes are still there, and checks what comes of it. */
const takeStep = async (client: Client, step: RandomStep) => {
  const { under, before } = step
  const codes = await client.codes.list({})
  const known = new Set(codes.map(({ id }) => id))
  const moved = step.moved.filter((id) => known.has(id))
  if (moved.length === 0 || (under !== null && !known.has(under))) return
  if (!step.merge || under === null) {
    if (await moves(client, moved, under, before)) await expectOrder(client, codes, moved, under, before)
    return
  }
  if (moved.includes(under)) return
  await client.codes.merge({ from: moved, into: under })
  expect(new Set((await client.codes.list({})).map(({ id }) => id))).toEqual(
    new Set([...known].filter((id) => !moved.includes(id))),
  )
}

/** Whether the move was possible; refused moves must be refused for a reason. */
const moves = async (client: Client, ids: readonly number[], parentId: number | null, before: number | null) => {
  const codes = new Map((await client.codes.list({})).map((code) => [code.id, code]))
  let inside = false
  for (let id = parentId; id !== null; id = codes.get(id)?.parentId ?? null) inside ||= ids.includes(id)
  const strange = before !== null && codes.get(before)?.parentId !== parentId
  const attempt = client.codes.move({ ids: [...ids], parentId, before })
  if (!inside && !strange) {
    await attempt
    return true
  }
  await expect(attempt).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
  return false
}

const expectOrder = async (
  client: Client,
  codesBefore: readonly Code[],
  ids: readonly number[],
  parentId: number | null,
  before: number | null,
) => {
  const codes = await client.codes.list({})
  expect(new Set(codes.map(({ id }) => id))).toEqual(new Set(codesBefore.map(({ id }) => id)))
  expect(codes).toHaveLength(codesBefore.length)
  const parents = new Map(codesBefore.map((code) => [code.id, code.parentId]))
  const isBelow = (id: number | null): boolean => id !== null && (ids.includes(id) || isBelow(parents.get(id) ?? null))
  const top = codesBefore.filter(({ id }) => ids.includes(id) && !isBelow(parents.get(id) ?? null)).map(({ id }) => id)
  const siblings = codes.filter((code) => code.parentId === parentId).map(({ id }) => id)
  const from = siblings.indexOf(top[0] ?? 0)
  expect(siblings.slice(from, from + top.length)).toEqual(top)
  if (before !== null && !top.includes(before)) expect(siblings[from + top.length]).toBe(before)
  const staying = codesBefore.filter((code) => code.parentId === parentId && !top.includes(code.id)).map(({ id }) => id)
  expect(siblings.filter((id) => !top.includes(id))).toEqual(staying)
}
