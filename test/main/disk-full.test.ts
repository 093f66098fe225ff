import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDamage } from '../../db/connect.ts'
import { dumpWithJournal } from '../support/dump.ts'
import { startHostChild } from '../support/host-child.ts'
import { addDocument, openTestProject, temporaryFolder } from '../support/host.ts'

const text = `I: And then?\nR07: ${'Then still it is not going back. '.repeat(400)}`
const full = { failure: { code: 'disk-full' } }
const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('a step that finds no room is refused whole, and the project works on once there is room', async () => {
  const { client, project, events } = await openTestProject()
  addDocument(project, 'R07', text)
  const { id: codeId } = await client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  const pages = project.db.pragma('page_count', { simple: true }) as number
  project.db.pragma(`max_page_count = ${pages + 2}`)

  const code = (start: number) => client.codings.apply({ documentId: 1, codeId, start, end: start + 5, apart: true })
  let refused: unknown = null
  let before = dumpWithJournal(project.db)
  let told = events.length
  for (let start = 20; !refused; start += 10) {
    before = dumpWithJournal(project.db)
    told = events.length
    refused = await failureOf(code(start))
  }
  expect(refused).toMatchObject(full)
  expect(dumpWithJournal(project.db)).toEqual(before)
  expect(events.length).toBe(told)
  expect(await failureOf(code(9000))).toMatchObject(full)
  // Undo needs room too: it is refused in the same way, and leaves its step to be undone later.
  expect(await failureOf(client.history.undo({}))).toMatchObject(full)
  expect(dumpWithJournal(project.db)).toEqual(before)

  project.db.pragma('max_page_count = 1000000')
  const { coding } = await code(9000)
  expect((await client.codings.inDocument({ documentId: 1 })).id).toContain(coding.id)
  expect(await client.history.undo({})).toMatchObject({ command: 'codings.apply' })
  expect(findDamage(project.db)).toBeNull()
})

// Where the system lets nobody make a disk of their own, the test above must do.
const canMakeDisk = spawnSync('unshare', [process.getuid?.() === 0 ? '--mount' : '-Urm', 'true']).status === 0

test.runIf(canMakeDisk)(
  'on a disk that is really full nothing is lost: coding, closing and opening say so, and go on when there is room',
  async () => {
    const folder = temporaryFolder()
    const disk = join(folder, 'disk')
    const child = await startHostChild(join(folder, 'settings'), { smallDisk: disk })
    const { client } = child
    const path = join(disk, 'study.verbatim')
    await client.projects.create({ path, name: 'Study' })
    const { id: first } = await client.codes.create({ parentId: null, name: 'First', color: null })
    const create = (number: number) => client.codes.create({ parentId: first, name: `Code ${number}`, color: null })

    await child.disk('fill')
    let made = 0
    let refused: unknown = null
    // The log may still have room inside; then it must grow.
    while (!refused && made < 1000) {
      refused = await failureOf(create(made))
      if (!refused) made++
    }
    expect(refused).toMatchObject(full)
    expect((await client.codes.list({})).length).toBe(made + 1)
    expect(await failureOf(create(made))).toMatchObject(full)

    // Closing makes a little room, which goes too; then not even the lock finds any.
    await client.projects.close({})
    await child.disk('fill')
    expect(await failureOf(client.projects.open({ path }))).toMatchObject(full)
    expect((await client.projects.browse({ folder: disk })).files.map(({ name }) => name)).toEqual(['study.verbatim'])
    await child.disk('free')
    await client.projects.open({ path })
    expect((await client.codes.list({})).length).toBe(made + 1)
    await create(made)
    expect(await client.history.undo({})).toMatchObject({ command: 'codes.create', about: { name: `Code ${made}` } })

    await client.projects.close({})
    await child.disk('fill')
    const elsewhere = join(disk, 'other.verbatim')
    expect(await failureOf(client.projects.create({ path: elsewhere, name: 'Other' }))).toMatchObject(full)
    expect((await client.projects.browse({ folder: disk })).files.map(({ name }) => name)).toEqual(['study.verbatim'])
    await child.disk('free')
    expect(await client.projects.create({ path: elsewhere, name: 'Other' })).toMatchObject({ name: 'Other' })
  },
)
