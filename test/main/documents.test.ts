import { describe, expect, test } from 'vitest'
import { addDocument, openTestProject } from '../support/host.ts'

const text = 'I: When you picture it?\nR07: I see the street.\nI: And then?\nR08: Then still it is not going back.'
const setup = async () => {
  const opened = await openTestProject()
  const { client, project } = opened
  const documentId = addDocument(project, 'Interview 7', text)
  const code = await client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  const apply = async (words: string) => {
    const start = text.indexOf(words)
    return (await client.codings.apply({ documentId, codeId: code.id, start, end: start + words.length })).coding
  }
  const counted = () =>
    project.db
      .prepare<[], string>(
        `SELECT coalesce(name, '-') || ' ' || role || ' ' || words FROM coding_respondent
         LEFT JOIN respondent ON respondent.id = respondent_id ORDER BY coding_id, respondent_id`,
      )
      .pluck()
      .all()
  const speaker = async (label: string) => {
    const found = (await client.documents.get({ id: documentId })).speakers.find((one) => one.label === label)
    if (!found) throw new Error(`no speaker ${label}`)
    return found
  }
  const state = async () => (await client.documents.progress({})).state[0]
  return { ...opened, documentId, code, apply, counted, speaker, state }
}

describe('documents', () => {
  test('a speaker who turns out to be the interpreter brings her words to the respondent, and back by Undo', async () => {
    const { client, apply, counted, speaker } = await setup()
    await apply('I see the street')
    await apply('Then still')
    expect(counted()).toEqual(['R07 respondent 4', 'R08 respondent 2'])
    const r07 = await speaker('R07')
    const r08 = await speaker('R08')
    await client.documents.setSpeaker({ speakerId: r08.id, role: 'interpreter', respondentId: r07.respondentId })
    expect(counted()).toEqual(['R07 respondent 4', 'R07 interpreter 2'])
    await client.documents.setSpeaker({ speakerId: r07.id, role: 'interviewer', respondentId: r07.respondentId })
    expect(await speaker('R07')).toMatchObject({ role: 'interviewer', respondentId: null })
    expect(counted()).toEqual(['- interviewer 4', 'R07 interpreter 2'])
    await client.history.undo({})
    await client.history.undo({})
    expect(counted()).toEqual(['R07 respondent 4', 'R08 respondent 2'])
  })

  test('a turn can be given to another speaker, and back to its own', async () => {
    const { client, documentId, apply, counted, speaker, project } = await setup()
    await apply('Then still')
    const r07 = await speaker('R07')
    const r08 = await speaker('R08')
    await client.documents.assignTurn({ id: documentId, turn: 4, speakerId: r07.id })
    expect((await client.documents.get({ id: documentId })).turns.speakerId[3]).toBe(r07.id)
    expect(counted()).toEqual(['R07 respondent 2'])
    await client.documents.assignTurn({ id: documentId, turn: 4, speakerId: r08.id })
    expect(counted()).toEqual(['R08 respondent 2'])
    expect(project.db.prepare('SELECT count(*) FROM turn_speaker').pluck().get()).toBe(0)
    await client.history.undo({})
    expect(counted()).toEqual(['R07 respondent 2'])
    await expect(client.documents.assignTurn({ id: documentId, turn: 9, speakerId: r07.id })).rejects.toMatchObject({
      failure: { code: 'not-found', entity: 'turn' },
    })
  })

  test('whom a document without speakers is by or about decides for whom its codings count', async () => {
    const { client, project, code, counted } = await setup()
    const id = addDocument(project, 'Case file', 'She was held for eight months.')
    await client.codings.apply({ documentId: id, codeId: code.id, start: 0, end: 12 })
    expect(counted()).toEqual(['- by 3'])
    await client.documents.link({ id, respondentId: 1, relation: 'by' })
    expect(counted()).toEqual(['R07 by 3'])
    await client.documents.link({ id, respondentId: 1, relation: 'about' })
    expect(counted()).toEqual(['- by 3', 'R07 about 3'])
    expect((await client.documents.list({})).find(({ name }) => name === 'Case file')?.respondents).toEqual([
      { id: 1, name: 'R07', relation: 'about' },
    ])
    await client.documents.unlink({ id, respondentId: 1 })
    expect(counted()).toEqual(['- by 3'])
    await client.history.undo({})
    await client.history.undo({})
    expect(counted()).toEqual(['R07 by 3'])
  })

  test('how far I am: begun by coding, done, to look at again after a new code, and begun again', async () => {
    const { client, documentId, apply, state } = await setup()
    expect(await state()).toBe('not begun')
    await apply('Then still')
    expect(await state()).toBe('in progress')
    await client.documents.setState({ id: documentId, state: 'done' })
    expect(await state()).toBe('done')
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
    await client.codes.create({ parentId: null, name: 'Family', color: null })
    expect(await state()).toBe('look again')
    await client.documents.setState({ id: documentId, state: 'in progress' })
    expect(await state()).toBe('in progress')
    await client.history.undo({})
    expect(await state()).toBe('look again')
  })

  test('another coder has a state and read turns of her own', async () => {
    const { client, clientOf, documentId, project } = await setup()
    const { id } = await client.coders.create({ name: 'Mona', initials: 'M' })
    const uid = project.db.prepare<[number], string>('SELECT uid FROM coder WHERE id = ?').pluck().get(id) ?? ''
    const mona = clientOf({ session: 'mona', coderUid: uid })
    await client.documents.setState({ id: documentId, state: 'done' })
    await mona.documents.markRead({ id: documentId, turn: 2, read: true })
    await client.documents.markRead({ id: documentId, turn: 4, read: true })
    const of = async (who: typeof client) => {
      const { state, readTurns } = await who.documents.get({ id: documentId })
      return { state, readTurns }
    }
    expect(await of(client)).toEqual({ state: 'done', readTurns: [4] })
    expect(await of(mona)).toEqual({ state: 'not begun', readTurns: [2] })
    await client.documents.markRead({ id: documentId, turn: 4, read: false })
    expect(await of(client)).toEqual({ state: 'done', readTurns: [] })
  })

  test('removing says what goes along; Undo brings document, turns, speakers and codings back', async () => {
    const { client, documentId, apply, counted } = await setup()
    const coding = await apply('I see the street')
    const before = await client.documents.get({ id: documentId })
    expect(await client.documents.removal({ ids: [documentId] })).toEqual({ codings: 1, memos: 0 })
    await client.documents.remove({ ids: [documentId] })
    expect(await client.documents.list({})).toEqual([])
    expect(counted()).toEqual([])
    await expect(client.documents.get({ id: documentId })).rejects.toMatchObject({ failure: { code: 'not-found' } })
    await client.history.undo({})
    expect(await client.documents.get({ id: documentId })).toEqual(before)
    expect((await client.codings.inDocument({ documentId })).id).toEqual([coding.id])
    expect(counted()).toEqual(['R07 respondent 4'])
  })

  test('another language keeps the text, turns and codings, and finds the words by its own rules', async () => {
    const { client, documentId, apply, counted, project } = await setup()
    await apply('I see the street')
    const before = await client.documents.get({ id: documentId })
    await client.documents.setLanguage({ id: documentId, language: 'nl' })
    expect(await client.documents.get({ id: documentId })).toEqual({ ...before, language: 'nl' })
    expect(project.db.prepare('SELECT count(*) FROM document_text').pluck().get()).toBe(1)
    // A version whose words were found otherwise: as if by rules that see one word only.
    project.db.prepare('UPDATE document_text SET words = 1, word_starts = ?').run(Buffer.from(Int32Array.of(3).buffer))
    await client.documents.setLanguage({ id: documentId, language: 'en' })
    const after = await client.documents.get({ id: documentId })
    expect(after).toEqual(before)
    expect(counted()).toEqual(['R07 respondent 4'])
    await client.history.undo({})
    expect((await client.documents.get({ id: documentId })).words).toBe(1)
    expect(counted()).toEqual(['- nobody 0'])
  })

  test('a new name', async () => {
    const { client, documentId } = await setup()
    await client.documents.rename({ id: documentId, name: ' Second interview ' })
    expect((await client.documents.list({}))[0]?.name).toBe('Second interview')
    expect((await client.history.next({})).undo).toMatchObject({
      command: 'documents.rename',
      about: { name: 'Second interview' },
    })
  })
})
