import { describe, expect, test } from 'vitest'
import { addDocument, openTestProject } from '../support/host.ts'

const text = 'I: And then?\nR07: One two three.'
const setup = async () => {
  const opened = await openTestProject()
  const documentId = addDocument(opened.project, 'R07', text)
  const { client } = opened
  const { id: fear } = await client.codes.create({ parentId: null, name: 'Fear', color: null })
  const { id: agency } = await client.codes.create({ parentId: null, name: 'Agency', color: null })
  const apply = (codeId: number, words: string) =>
    client.codings.apply({ documentId, codeId, start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const names = async (filter: Parameters<typeof client.history.list>[0]) =>
    (await client.history.list(filter)).map(({ command, about }) => `${command} ${about.name}`)
  return { ...opened, documentId, fear, agency, apply, names }
}

describe('history', () => {
  test('lists steps newest first, page by page', async () => {
    const { client, names } = await setup()
    expect(await names({ limit: 2 })).toEqual(['codes.create Agency', 'codes.create Fear'])
    const [last] = (await client.history.list({ limit: 2 })).slice(-1)
    expect((await names({ limit: 2, before: last?.id ?? null }))[0]).toBe('imports.run R07')
  })

  test('of one code holds its own steps and its anchors, and not those of a row with the same number', async () => {
    const { client, fear, agency, apply, names } = await setup()
    const { coding } = await apply(agency, 'One')
    // The first anchor has id 1, as the code "Fear" has.
    await client.codes.addAnchor({ codeId: agency, codingId: coding.id })
    await client.codes.update({ id: fear, definition: 'About danger' })
    expect(await names({ object: { entity: 'code', id: fear } })).toEqual(['codes.update Fear', 'codes.create Fear'])
    expect(await names({ object: { entity: 'code', id: agency } })).toEqual([
      'codes.addAnchor Agency',
      'codes.create Agency',
    ])
    expect(await names({ object: { entity: 'coding', id: null } })).toEqual(['codings.apply Agency'])
  })

  test('of one coder holds only hers, and says what was undone', async () => {
    const { client, clientOf, project, fear, apply, names } = await setup()
    const { id: coderId } = await client.coders.create({ name: 'Mira', initials: 'MG' })
    const coderUid = project.db.prepare<[number], string>('SELECT uid FROM coder WHERE id = ?').pluck().get(coderId)
    const mira = clientOf({ session: 'test', coderUid: coderUid ?? '' })
    await mira.codes.update({ id: fear, definition: 'hers' })
    await apply(fear, 'One')
    await client.history.undo({})
    expect(await names({ coderId })).toEqual(['codes.update Fear'])
    expect((await client.history.list({ limit: 2 })).map(({ kind, reverted }) => [kind, reverted])).toEqual([
      ['undo', false],
      ['do', true],
    ])
  })

  test('a step in the way of a colleague’s is refused, and can be passed by', async () => {
    const { client, clientOf, project, fear } = await setup()
    const { id: coderId } = await client.coders.create({ name: 'Mira', initials: 'MG' })
    const coderUid = project.db.prepare<[number], string>('SELECT uid FROM coder WHERE id = ?').pluck().get(coderId)
    await client.codes.update({ id: fear, definition: 'mine' })
    await clientOf({ session: 'test', coderUid: coderUid ?? '' }).codes.update({ id: fear, definition: 'hers' })
    await expect(client.history.undo({})).rejects.toMatchObject({ failure: { code: 'conflict', name: 'Fear' } })
    await client.history.skip({ of: 'undo' })
    expect((await client.history.next({})).undo).toMatchObject({ command: 'coders.create' })
    expect((await client.codes.list({}))[0]).toMatchObject({ definition: 'hers' })
  })
})
