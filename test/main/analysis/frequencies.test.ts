import { describe, expect, test } from 'vitest'
import { addDocument, openTestProject } from '../../support/host.ts'

const first =
  'I: When you picture it?\nR07: I see the street where my brother was stopped.\nI: And then?\nR07: It is not going back.'
const second = 'R07: Still it is not going back.\nR12: I am afraid of the street at night.'

const setup = async () => {
  const opened = await openTestProject()
  const { client, project } = opened
  const one = addDocument(project, 'First talk', first)
  const two = addDocument(project, 'Group', second)
  const fear = await client.codes.create({ parentId: null, name: 'Fear', color: null })
  const safety = await client.codes.create({ parentId: fear.id, name: 'Safety fear', color: null })
  const back = await client.codes.create({ parentId: null, name: 'Going back', color: null })
  const code = (documentId: number, codeId: number, words: string) => {
    const text = documentId === one ? first : second
    const start = text.indexOf(words)
    return client.codings.apply({ documentId, codeId, start, end: start + words.length })
  }
  return { ...opened, one, two, fear, safety, back, code }
}

describe('frequencies', () => {
  test('a respondent counts once however often, a coding over two respondents for both, an interviewer for nobody', async () => {
    const { client, one, two, fear, safety, back, code } = await setup()
    await code(one, safety.id, 'I see the street')
    await code(one, safety.id, 'my brother was stopped')
    await code(two, back.id, second)
    await code(one, back.id, 'When you picture it?')
    const table = await client.queries.frequencies({})
    expect(table.codeIds).toEqual([fear.id, safety.id, back.id])
    expect(table.columns).toEqual([
      { column: { kind: 'respondent', id: 1 }, label: 'R07', n: 1, doneSince: null },
      { column: { kind: 'respondent', id: 2 }, label: 'R12', n: 1, doneSince: null },
      { column: { kind: 'not assigned' }, label: null, n: null, doneSince: null },
    ])
    expect(table.cells).toEqual([0, 0, 0, 1, 0, 0, 1, 1, 1])
    expect(table.rowTotals).toEqual([0, 1, 2])
    expect(table.columnTotals).toEqual([1, 1, 1])
    expect(table).toMatchObject({ total: 2, n: 2, coders: 1, about: 0 })
    expect((await client.queries.frequencies({ count: 'codings', rollup: true })).cells).toEqual([
      2, 0, 0, 2, 0, 0, 1, 1, 1,
    ])
  })

  test('the numbers beside codes: own and with subcodes, of the project and of one document', async () => {
    const { client, one, two, fear, safety, back, code } = await setup()
    await code(one, safety.id, 'I see the street')
    await code(two, fear.id, 'I am afraid of the street')
    await code(two, safety.id, 'afraid')
    await code(one, back.id, 'And then?')
    expect(await client.codes.counts({ documentId: null })).toEqual({
      codeId: [fear.id, safety.id, back.id],
      codings: [1, 2, 1],
      respondents: [1, 2, 0],
      codingsWithSubcodes: [3, 2, 1],
      respondentsWithSubcodes: [2, 2, 0],
    })
    expect((await client.codes.counts({ documentId: two })).codings).toEqual([1, 1])
  })
})
