/** A little of everything that people do in a project, for a file that holds rows in every table. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../contract/index.ts'

const interview =
  'I: When you picture it?\nR07: I see the street where my brother was stopped. [stilte]\nI: And then?\nR07: Not back.\n'

/** `folder` is where the interview may be written to be imported. */
export const workOn = async (client: Client, folder: string): Promise<void> => {
  const path = join(folder, 'R07.txt')
  writeFileSync(path, interview)
  const preview = await client.imports.preview({ job: 'preview', file: { name: 'R07.txt', path }, encoding: null })
  const { documents } = await client.imports.run({
    job: 'run',
    files: [{ ...preview, speakers: preview.speakers, by: [], about: ['R08'] }],
  })
  const documentId = documents[0]?.documentId ?? 0
  const { id: parent } = await client.codes.create({ parentId: null, name: 'Fear', color: 3, codable: false })
  const { id: codeId } = await client.codes.create({ parentId: parent, name: 'Safety fear', color: null })
  await client.codes.update({ id: codeId, definition: 'Fear for body or life.', useWhen: 'own', notWhen: 'of others' })
  const start = interview.indexOf('I see the street')
  const { coding } = await client.codings.apply({ documentId, codeId, start, end: start + 16 })
  await client.codes.addAnchor({ codeId, codingId: coding.id })
  await client.codes.pin({ id: codeId, pin: 1 })
  await client.memos.create({ target: { kind: 'coding', codingId: coding.id }, body: 'He stops here.' })
  await client.memos.create({ target: { kind: 'project' }, body: 'Begun.' })
  const { id: attributeId } = await client.attributes.create({
    owner: 'respondent',
    name: 'Health',
    type: 'choice',
    choices: ['good', 'poor'],
  })
  const [first, second] = await client.respondents.list({})
  await client.attributes.set({
    cells: [
      { attributeId, ownerId: first?.id ?? 0, value: { kind: 'value', value: 'poor' } },
      { attributeId, ownerId: second?.id ?? 0, value: { kind: 'not applicable' } },
    ],
  })
  const { speakers } = await client.documents.get({ id: documentId })
  await client.documents.assignTurn({ id: documentId, turn: 3, speakerId: speakers[1]?.id ?? 0 })
  await client.documents.markRead({ id: documentId, turn: 3, read: true })
  await client.documents.setState({ id: documentId, state: 'done' })
  await client.queries.save({ name: 'By health', definition: { across: { kind: 'attribute', attributeId } } })
  await client.coders.create({ name: 'Ben', initials: 'B' })
  await client.codes.create({ parentId: null, name: 'Taken back', color: null })
  await client.history.undo({})
  await client.codes.update({ id: codeId, name: 'Fear for safety' })
}
