import { describe, expect, test } from 'vitest'
import { dumpWithJournal } from '../support/dump.ts'
import { addDocument, openTestProject } from '../support/host.ts'

const text =
  'I: When you picture it?\nR07: I see the street where my brother was stopped.\nI: And then?\nR07: Not back.'

/** Two documents, a code, and a colleague with a client of his own. */
const setup = async () => {
  const opened = await openTestProject()
  const { client, project, clientOf } = opened
  const first = addDocument(project, 'R07', text)
  const second = addDocument(project, 'R08', text.replaceAll('R07', 'R08'))
  const { id: codeId } = await client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  const { id: benId } = await client.coders.create({ name: 'Ben', initials: 'B' })
  const ben = clientOf({ session: 'ben', coderUid: project.coderUid(benId) ?? '' })
  const apply = (by: typeof client, start: number, documentId = first) =>
    by.codings.apply({ documentId, codeId, start, end: start + 6 })
  return { ...opened, first, second, codeId, benId, ben, apply }
}
const conflict = (entity: string, name: string) => ({
  failure: { code: 'conflict', entity, id: expect.any(String) as unknown, name },
})

describe('a step that cannot be taken back', () => {
  test('because a colleague has changed the same row is named, changes nothing, and can be passed by', async () => {
    const { client, ben, codeId, project } = await setup()
    await client.codes.create({ parentId: null, name: 'Family', color: null })
    await client.codes.update({ id: codeId, name: 'Fear' })
    await ben.codes.update({ id: codeId, name: 'Fear of return' })
    const before = dumpWithJournal(project.db)
    await expect(client.history.undo({})).rejects.toMatchObject(conflict('code', 'Fear'))
    expect(dumpWithJournal(project.db)).toEqual(before)
    await client.history.skip({})
    expect(await client.history.undo({})).toMatchObject({ command: 'codes.create', about: { name: 'Family' } })
    expect((await client.codes.list({})).map(({ name }) => name)).toEqual(['Fear of return'])
    expect(await ben.history.undo({})).toMatchObject({ about: { name: expect.stringContaining('Fear') as unknown } })
  })

  test('is one too where a colleague’s steps have made the row look as it was, unless he took them back', async () => {
    const { client, ben, codeId } = await setup()
    await client.codes.update({ id: codeId, name: 'Fear' })
    await ben.codes.update({ id: codeId, name: 'Dread' })
    await ben.codes.recolor({ ids: [codeId], color: 9 })
    await ben.history.undo({})
    await ben.codes.update({ id: codeId, name: 'Fear' })
    await expect(client.history.undo({})).rejects.toMatchObject(conflict('code', 'Fear'))
    await ben.history.undo({})
    await ben.history.undo({})
    expect(await client.history.undo({})).toMatchObject({ command: 'codes.update' })
    expect(await client.codes.list({})).toMatchObject([{ name: 'Safety fear' }])
  })

  test('because a colleague’s codings would go along is a conflict', async () => {
    const { client, ben, apply, benId } = await setup()
    await apply(ben, 30)
    await client.coders.update({ id: benId, name: 'Ben B' })
    await client.history.undo({})
    // The next steps are making Ben a coder, to whom a coding belongs, and the code that he coded with.
    await expect(client.history.undo({})).rejects.toMatchObject(conflict('step', 'Ben'))
    await client.history.skip({})
    await expect(client.history.undo({})).rejects.toMatchObject(conflict('step', 'Safety fear'))
    expect((await client.codings.inDocument({ documentId: 1 })).id.length).toBe(1)
  })

  test('because a value that only one row may have was given to another is a conflict', async () => {
    const { client, ben, first } = await setup()
    const { id } = await client.attributes.create({ owner: 'document', name: 'Place', type: 'text' })
    const cell = (value: string | null) => ({
      cells: [{ attributeId: id, ownerId: first, value: value === null ? null : { kind: 'value' as const, value } }],
    })
    await client.attributes.set(cell('Ghent'))
    await client.attributes.set(cell(null))
    await ben.attributes.set(cell('Bruges'))
    await expect(client.history.undo({})).rejects.toMatchObject({ failure: { code: 'conflict' } })
    const { value } = await client.attributes.values({ owner: 'document' })
    expect(value).toEqual([{ kind: 'value', value: 'Bruges' }])
  })

  test('because what it belongs to is gone is a conflict', async () => {
    const { client, ben, apply, codeId } = await setup()
    const { coding } = await apply(client, 30)
    await client.codings.remove({ ids: [coding.id] })
    await ben.codes.remove({ ids: [codeId] })
    await expect(client.history.undo({})).rejects.toMatchObject({ failure: { code: 'conflict' } })
    expect(await ben.history.undo({})).toMatchObject({ command: 'codes.remove' })
    expect(await client.history.undo({})).toMatchObject({ command: 'codings.remove' })
  })
})

describe('redo', () => {
  test('has nothing to stand on once something new was done, even when that was passed by since', async () => {
    const { client, ben, codeId } = await setup()
    await client.codes.create({ parentId: null, name: 'Family', color: null })
    await client.history.undo({})
    expect((await client.history.next({})).redo).toMatchObject({ about: { name: 'Family' } })
    await client.codes.update({ id: codeId, name: 'Fear' })
    expect(await client.history.redo({})).toBeNull()
    await ben.codes.update({ id: codeId, name: 'Fear of return' })
    await client.history.skip({})
    expect((await client.history.next({})).redo).toBeNull()
    expect(await client.history.redo({})).toBeNull()
  })

  test('that meets a colleague’s change is a conflict, and can be passed by for the one before it', async () => {
    const { client, ben, codeId } = await setup()
    await client.codes.create({ parentId: null, name: 'Family', color: null })
    await client.codes.update({ id: codeId, name: 'Fear' })
    await client.history.undo({})
    await client.history.undo({})
    await ben.codes.create({ parentId: null, name: 'Work', color: null })
    await ben.codes.update({ id: codeId, name: 'Fear of return' })
    expect(await client.history.redo({})).toMatchObject({ about: { name: 'Family' } })
    await expect(client.history.redo({})).rejects.toMatchObject(conflict('code', 'Safety fear'))
    await client.history.skip({ of: 'redo' })
    expect(await client.history.redo({})).toBeNull()
    expect((await client.history.next({})).undo).toMatchObject({ about: { name: 'Family' } })
  })

  test('is each coder’s own, at this installation', async () => {
    const { client, ben, apply } = await setup()
    await apply(client, 4)
    await apply(ben, 30)
    await client.history.undo({})
    expect(await ben.history.redo({})).toBeNull()
    expect(await ben.history.undo({})).toMatchObject({ command: 'codings.apply' })
    expect(await ben.history.undo({})).toBeNull()
    expect(await client.history.redo({})).toMatchObject({ command: 'codings.apply' })
    expect(await ben.history.redo({})).toMatchObject({ command: 'codings.apply' })
  })
})

describe('a step', () => {
  test('that changes one row twice is taken back to what the row was', async () => {
    const { client, project, codeId } = await setup()
    const before = await client.codes.list({})
    project.record({ session: 'test' }, { command: 'codes.update', input: null }, () => {
      for (const name of ['first', 'second', 'third']) project.db.prepare('UPDATE code SET name = ?').run(name)
      project.db.prepare('DELETE FROM code WHERE id = ?').run(codeId)
    })
    await client.history.undo({})
    expect(await client.codes.list({})).toEqual(before)
    await client.history.redo({})
    expect(await client.codes.list({})).toEqual([])
  })

  test('that changes nothing leaves no trace, and one that fails leaves nothing', async () => {
    const { client, project, events } = await setup()
    const before = dumpWithJournal(project.db)
    events.length = 0
    project.record({ session: 'test' }, { command: 'codes.update', input: null }, () =>
      project.db.exec('UPDATE code SET name = name'),
    )
    expect(() =>
      project.record({ session: 'test' }, { command: 'codes.update', input: null }, () => {
        project.db.exec(`UPDATE code SET name = 'half'`)
        throw new Error('half-way')
      }),
    ).toThrow('half-way')
    expect(dumpWithJournal(project.db)).toEqual(before)
    expect(events).toEqual([])
    expect((await client.history.next({})).undo).toMatchObject({ command: 'coders.create' })
  })

  test('cannot be inside another, and nothing is written outside of one', async () => {
    const { project, client } = await setup()
    const inner = () => project.record({ session: 'test' }, { command: 'codes.update', input: null }, () => undefined)
    expect(() => project.record({ session: 'test' }, { command: 'codes.update', input: null }, inner)).toThrow(
      'a step inside a step',
    )
    expect(() => project.db.exec(`UPDATE code SET name = 'unseen'`)).toThrow('write outside a changeset')
    expect((await client.codes.list({})).map(({ name }) => name)).toEqual(['Safety fear'])
  })
})

describe('the list of steps', () => {
  /** Everything that can be filtered, done once; names of commands are enough to tell steps apart. */
  const work = async () => {
    const opened = await setup()
    const { client, ben, first, second, codeId, apply } = opened
    const { coding } = await apply(client, 30)
    await apply(ben, 30, second)
    await client.codes.addAnchor({ codeId, codingId: coding.id })
    await client.documents.setState({ id: second, state: 'done' })
    await client.documents.markRead({ id: first, turn: 1, read: true })
    const { id: attributeId } = await client.attributes.create({ owner: 'respondent', name: 'Age', type: 'text' })
    await client.attributes.set({ cells: [{ attributeId, ownerId: 2, value: { kind: 'value', value: '30' } }] })
    await client.memos.create({ target: { kind: 'code', codeId }, body: 'Strong.' })
    await client.queries.save({ name: 'By age', definition: {} })
    await client.projects.rename({ name: 'Renamed' })
    return { ...opened, coding, attributeId }
  }
  type Filters = Parameters<Awaited<ReturnType<typeof setup>>['client']['history']['list']>[0]
  const commands = async ({ client }: Awaited<ReturnType<typeof setup>>, filters: Filters) =>
    (await client.history.list(filters)).map(({ command }) => command)

  test('goes back page by page, newest first', async () => {
    const opened = await work()
    const all = await opened.client.history.list({})
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a))
    expect(all.at(-1)).toMatchObject({ command: 'projects.create', coderId: null })
    const paged = []
    for (let before: number | null = null; ;) {
      const page = await opened.client.history.list({ limit: 3, before })
      paged.push(...page)
      before = page.at(-1)?.id ?? null
      if (before === null) break
    }
    expect(paged).toEqual(all)
  })

  test('can show one coder’s steps', async () => {
    const opened = await work()
    expect(await commands(opened, { coderId: opened.benId })).toEqual(['codings.apply'])
    const mine = await opened.client.history.list({ coderId: 1 })
    expect(mine.length).toBeGreaterThan(5)
    expect(new Set(mine.map(({ coderId }) => coderId))).toEqual(new Set([1]))
    expect(await commands(opened, { coderId: 99 })).toEqual([])
  })

  test('can show the steps of one object, whatever rows it has, or of a kind of object', async () => {
    const opened = await work()
    const { first, second, codeId, coding, attributeId, benId } = opened
    const of = (entity: NonNullable<Filters['object']>['entity'], id: number | null) =>
      commands(opened, { object: { entity, id } })
    expect(await of('document', first)).toEqual(['documents.markRead', 'imports.run'])
    expect(await of('document', second)).toEqual(['documents.setState', 'imports.run'])
    expect(await of('document', null)).toEqual([
      'documents.markRead',
      'documents.setState',
      'imports.run',
      'imports.run',
    ])
    expect(await of('code', codeId)).toEqual(['codes.addAnchor', 'codes.create'])
    expect(await of('coding', coding.id)).toEqual(['codings.apply'])
    expect(await of('coding', null)).toEqual(['codings.apply', 'codings.apply'])
    expect(await of('respondent', 1)).toEqual(['imports.run'])
    expect(await of('respondent', 2)).toEqual(['attributes.set', 'imports.run'])
    expect(await of('attribute', attributeId)).toEqual(['attributes.set', 'attributes.create'])
    expect(await of('memo', 1)).toEqual(['memos.create'])
    expect(await of('query', 1)).toEqual(['queries.save'])
    expect(await of('project', 1)).toEqual(['projects.rename', 'projects.create'])
    expect(await of('coder', benId)).toEqual(['coders.create'])
    expect(await of('speaker', 1)).toEqual(['imports.run'])
    expect(await of('code', 99)).toEqual([])
    expect(await commands(opened, { object: { entity: 'coding', id: null }, coderId: benId })).toEqual([
      'codings.apply',
    ])
  })

  test('of one code holds its own anchors, and nothing of a row with the same number', async () => {
    const opened = await setup()
    const { client, first } = opened
    const { id: agency } = await client.codes.create({ parentId: null, name: 'Agency', color: null })
    const { coding } = await client.codings.apply({ documentId: first, codeId: agency, start: 30, end: 36 })
    // The first anchor has id 1, as the code "Safety fear" has.
    await client.codes.addAnchor({ codeId: agency, codingId: coding.id })
    expect(await commands(opened, { object: { entity: 'code', id: opened.codeId } })).toEqual(['codes.create'])
    expect(await commands(opened, { object: { entity: 'code', id: agency } })).toEqual([
      'codes.addAnchor',
      'codes.create',
    ])
  })

  test('says what was undone and redone', async () => {
    const opened = await work()
    await opened.client.history.undo({})
    const [undo, undone] = await opened.client.history.list({ limit: 2 })
    expect(undo).toMatchObject({ kind: 'undo', command: 'projects.rename', reverted: false })
    expect(undone).toMatchObject({ kind: 'do', command: 'projects.rename', reverted: true })
    await opened.client.history.redo({})
    const steps = await opened.client.history.list({ limit: 3 })
    expect(steps.map(({ kind, reverted }) => [kind, reverted])).toEqual([
      ['redo', false],
      ['undo', true],
      ['do', false],
    ])
  })
})
