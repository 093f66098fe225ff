import { describe, expect, test } from 'vitest'
import { addDocument, openTestProject } from '../support/host.ts'

const text =
  'I: When you picture it?\nR07: I see the street where my brother was stopped.\nI: And then?\nR07: Then still it is not going back.'
const setup = async () => {
  const opened = await openTestProject()
  const documentId = addDocument(opened.project, 'R07', text)
  const code = await opened.client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  opened.events.length = 0
  const find = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return { ...opened, documentId, code, find }
}

describe('codings', () => {
  test('a coding is announced with its row, counts for the respondent, and can be taken back and brought back', async () => {
    const { client, events, documentId, code, find, project } = await setup()
    const { coding, merged } = await client.codings.apply({ documentId, codeId: code.id, ...find('I see the street') })
    expect(merged).toEqual([])
    expect(events).toEqual([
      { kind: 'changed', topics: ['history', 'coding'], codings: { put: [coding], removed: [] } },
    ])
    const counted = () => project.db.prepare('SELECT respondent_id, role, words FROM coding_respondent').all()
    expect(counted()).toEqual([{ respondent_id: 1, role: 'respondent', words: 4 }])
    expect((await client.history.next({})).undo).toMatchObject({
      command: 'codings.apply',
      about: { name: 'Safety fear', count: 1 },
    })
    await client.history.undo({})
    expect(events.at(-1)).toEqual({
      kind: 'changed',
      topics: ['history', 'coding'],
      codings: { put: [], removed: [coding.id] },
    })
    expect(counted()).toEqual([])
    await client.history.redo({})
    expect((await client.codings.inDocument({ documentId })).id).toEqual([coding.id])
    expect(counted()).toEqual([{ respondent_id: 1, role: 'respondent', words: 4 }])
  })

  test('the same code over a touching span extends the coding; it can be kept apart, and another code never joins', async () => {
    const { client, documentId, code, find } = await setup()
    const first = await client.codings.apply({ documentId, codeId: code.id, ...find('I see the street') })
    const second = await client.codings.apply({ documentId, codeId: code.id, ...find('street where my brother') })
    expect(second.coding).toMatchObject({ id: first.coding.id, ...find('I see the street where my brother') })
    expect(second.merged).toEqual([find('I see the street'), find('street where my brother')])
    await client.codings.keepApart({ id: first.coding.id, spans: second.merged })
    const { start, end } = await client.codings.inDocument({ documentId })
    expect(start.map((from, index) => text.slice(from, end[index]))).toEqual([
      'I see the street',
      'street where my brother',
    ])
    const other = await client.codes.create({ parentId: null, name: 'Family', color: null })
    expect((await client.codings.apply({ documentId, codeId: other.id, ...find('my brother') })).merged).toEqual([])
  })

  test('a quote that is not in that place is refused, and nothing is written', async () => {
    const { client, events, documentId, code } = await setup()
    await expect(
      client.codings.apply({ documentId, codeId: code.id, start: 0, end: 5, quote: 'wrong' }),
    ).rejects.toMatchObject({ failure: { code: 'conflict' } })
    await expect(client.codings.apply({ documentId, codeId: code.id, start: 5, end: 5000 })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    expect(events).toEqual([])
  })

  test('the interviewer’s words count for nobody, a span over both for the respondent with her own words', async () => {
    const { client, documentId, code, find, project } = await setup()
    await client.codings.apply({ documentId, codeId: code.id, ...find('When you picture it?') })
    const { start } = find('brother was stopped.')
    await client.codings.apply({ documentId, codeId: code.id, start, end: find('Then still').end })
    expect(project.db.prepare('SELECT coding_id, respondent_id, role, words FROM coding_respondent').all()).toEqual([
      { coding_id: 1, respondent_id: 0, role: 'interviewer', words: 4 },
      { coding_id: 2, respondent_id: 0, role: 'interviewer', words: 2 },
      { coding_id: 2, respondent_id: 1, role: 'respondent', words: 5 },
    ])
  })

  test('a project that is closed and opened again still takes back the last coding', async () => {
    const { client, documentId, code, find, path } = await setup()
    await client.codings.apply({ documentId, codeId: code.id, ...find('I see the street') })
    await client.projects.close({})
    await expect(client.codes.list({})).rejects.toMatchObject({ failure: { code: 'no-project' } })
    await client.projects.open({ path })
    expect((await client.codings.inDocument({ documentId })).id).toEqual([1])
    expect(await client.history.undo({})).toMatchObject({ about: { name: 'Safety fear' } })
    expect((await client.codings.inDocument({ documentId })).id).toEqual([])
  })
})
