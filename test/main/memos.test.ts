import { describe, expect, test } from 'vitest'
import { addDocument, openTestProject } from '../support/host.ts'

const text = 'I: And then?\nR07: Het café één keer gezien. Nooit meer terug.'
const setup = async () => {
  const opened = await openTestProject()
  const documentId = addDocument(opened.project, 'R07', text)
  const { id: codeId } = await opened.client.codes.create({ parentId: null, name: 'Fear', color: null })
  const find = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return { ...opened, documentId, codeId, find }
}

describe('memos', () => {
  test('on everything there is, each leading back to what it is on', async () => {
    const { client, documentId, codeId, find } = await setup()
    const { coding } = await client.codings.apply({ documentId, codeId, ...find('Nooit meer') })
    const targets = [
      { kind: 'project' },
      { kind: 'document', documentId },
      { kind: 'passage', documentId, ...find('één keer') },
      { kind: 'coding', codingId: coding.id },
      { kind: 'code', codeId },
      { kind: 'respondent', respondentId: 1 },
    ] as const
    for (const target of targets) await client.memos.create({ target, body: `on a ${target.kind}` })
    const all = await client.memos.list({})
    expect(all.map(({ target }) => target)).toEqual(targets.toReversed())
    expect(all.map(({ place }) => place?.quote ?? null)).toEqual([null, null, 'Nooit meer', 'één keer', null, null])
    expect(all.map(({ name, code }) => [name, code?.name ?? null])).toEqual([
      ['R07', null],
      ['Fear', null],
      ['R07', 'Fear'],
      ['R07', null],
      ['R07', null],
      ['Study', null],
    ])
    expect(await client.memos.about({ target: targets[3] })).toMatchObject({
      name: 'R07',
      code: { id: codeId, name: 'Fear' },
      place: { quote: 'Nooit meer' },
    })
    const on = async (target: (typeof targets)[number]) =>
      (await client.memos.list({ target })).map((memo) => memo.target.kind)
    expect(await on(targets[0])).toEqual(['project'])
    expect(await on(targets[1])).toEqual(['coding', 'passage', 'document'])
    expect(await on({ ...targets[2], ...find('Het café één') })).toEqual(['passage'])
    expect(await on(targets[3])).toEqual(['coding'])
    expect(await on(targets[4])).toEqual(['code', 'coding'])
    expect(await on(targets[5])).toEqual(['respondent'])
    for (const name of ['R07', 'Fear', 'Fear', 'één keer', 'R07', 'Study']) {
      expect((await client.history.next({})).undo).toMatchObject({ command: 'memos.create', about: { name } })
      await client.history.undo({})
    }
    expect(await client.memos.list({})).toEqual([])
  })

  test('are found by all their words and their quote, without regard to case or accents', async () => {
    const { client, documentId, find } = await setup()
    await client.memos.create({ target: { kind: 'passage', documentId, ...find('café één') }, body: 'Wáárom hier?' })
    await client.memos.create({ target: { kind: 'project' }, body: 'Iets anders' })
    const found = async (words: string) => (await client.memos.list({ text: words })).map(({ body }) => body)
    expect(await found('CAFE waarom')).toEqual(['Wáárom hier?'])
    expect(await found('een')).toEqual(['Wáárom hier?'])
    expect(await found('anders hier')).toEqual([])
    expect(await found('  ')).toHaveLength(2)
  })

  test('writing one is one step, however often it is saved; a coding in between begins another', async () => {
    const { client, documentId, codeId, find } = await setup()
    const { id } = await client.memos.create({ target: { kind: 'project' }, body: 'O' })
    for (const body of ['On', 'One', 'One thought']) await client.memos.update({ id, body })
    await client.codings.apply({ documentId, codeId, ...find('Nooit') })
    await client.memos.update({ id, body: 'One thought more' })
    const bodies = async () => (await client.memos.list({})).map(({ body }) => body)
    await client.history.undo({})
    expect(await bodies()).toEqual(['One thought'])
    await client.history.undo({})
    await client.history.undo({})
    expect(await bodies()).toEqual([])
    await client.history.redo({})
    expect(await bodies()).toEqual(['One thought'])
    await client.memos.remove({ ids: [id] })
    expect(await bodies()).toEqual([])
    await client.history.undo({})
    expect(await bodies()).toEqual(['One thought'])
  })

  test('two memos written one after the other are two steps, and another coder’s words another', async () => {
    const { client, clientOf, project } = await setup()
    const { id } = await client.memos.create({ target: { kind: 'project' }, body: 'One' })
    const { id: second } = await client.memos.create({ target: { kind: 'project' }, body: 'Two' })
    await client.memos.update({ id: second, body: 'Two more' })
    await client.memos.update({ id, body: 'One more' })
    await client.coders.create({ name: 'Mira', initials: 'MG' })
    const coderUid = project.db.prepare<[], string>("SELECT uid FROM coder WHERE name = 'Mira'").pluck().get() ?? ''
    await clientOf({ session: 'test', coderUid }).memos.update({ id, body: 'Theirs' })
    expect((await client.history.list({})).map(({ command }) => command).slice(0, 5)).toEqual([
      'memos.update',
      'coders.create',
      'memos.update',
      'memos.create',
      'memos.create',
    ])
  })

  test('stay on the passage when their coding goes', async () => {
    const { client, documentId, codeId, find } = await setup()
    const { coding } = await client.codings.apply({ documentId, codeId, ...find('Nooit meer') })
    await client.memos.create({ target: { kind: 'coding', codingId: coding.id }, body: 'why' })
    await client.codings.resize({ id: coding.id, ...find('Nooit meer terug') })
    expect((await client.memos.list({}))[0]?.place?.quote).toBe('Nooit meer terug')
    await client.codings.remove({ ids: [coding.id] })
    expect((await client.memos.list({}))[0]).toMatchObject({
      target: { kind: 'passage', documentId, ...find('Nooit meer') },
      place: { quote: 'Nooit meer' },
    })
    await client.history.undo({})
    expect((await client.memos.list({}))[0]?.target).toEqual({ kind: 'coding', codingId: coding.id })
  })

  test('cannot be put on what is not there', async () => {
    const { client, documentId, events } = await setup()
    events.length = 0
    const missing = { failure: { code: 'not-found' } }
    for (const target of [
      { kind: 'document', documentId: 99 },
      { kind: 'passage', documentId: 99, start: 0, end: 1 },
      { kind: 'coding', codingId: 99 },
      { kind: 'code', codeId: 99 },
      { kind: 'respondent', respondentId: 99 },
    ] as const)
      await expect(client.memos.create({ target, body: '' })).rejects.toMatchObject(missing)
    const outside = { kind: 'passage', documentId, start: 5, end: 5000 } as const
    await expect(client.memos.create({ target: outside, body: '' })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    expect(events).toEqual([])
  })
})
