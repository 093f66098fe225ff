import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createClient } from '../../contract/wire.ts'
import { startServer } from '../../main/host/server.ts'
import { temporaryFolder } from '../support/host.ts'

const setup = async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'window'))
  const server = await startServer({
    windowFolder: join(folder, 'window'),
    dataFolder: join(folder, 'data'),
    port: 0,
    log: () => undefined,
  })
  onTestFinished(() => server.close())
  const { origin, hash } = new URL(server.url)
  const token = hash.slice('#token='.length)
  const upload = (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = { origin },
    given = token,
  ) => fetch(`${origin}/upload?token=${given}`, { method: 'POST', body, headers })
  return { folder, origin, token, upload }
}

test('a file sent by the window can be imported under the id that it was given', async () => {
  const { folder, origin, token, upload } = await setup()
  const response = await upload('I: And then?\nR07: Nothing.')
  const { path } = (await response.json()) as { path: string }
  expect(path).toMatch(/^upload:[0-9a-f]{32}$/u)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/?token=${token}`, { origin })
  onTestFinished(() => {
    socket.terminate()
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const answers = new Map<number, (response: unknown) => void>()
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as { id?: number; response?: unknown }
    if (frame.id !== undefined) answers.get(frame.id)?.(frame.response)
  })
  let last = 0
  const client = createClient(
    (request) =>
      new Promise((resolve) => {
        answers.set(++last, resolve)
        socket.send(JSON.stringify({ id: last, request }))
      }),
  )
  await client.projects.create({ path: join(folder, 'study.verbatim'), name: 'Study' })
  const preview = await client.imports.preview({ job: 'a', file: { name: 'Interview.txt', path }, encoding: null })
  expect(preview).toMatchObject({ name: 'Interview', turns: 2 })
  for (const other of ['upload:../data/installation.json', 'upload:', `upload:${'0'.repeat(32)}`])
    await expect(
      client.imports.preview({ job: 'a', file: { name: 'a.txt', path: other }, encoding: null }),
    ).rejects.toMatchObject({ failure: { code: 'unreadable-file', reason: 'missing' } })
  expect(readFileSync(join(folder, 'data', 'installation.json'), 'utf8')).toContain('installation')
})

test('what was sent goes with the server, and what a server left that was ended by force goes with the next', async () => {
  const { folder, upload } = await setup()
  const all = join(folder, 'data', 'uploads')
  await upload('words')
  const [ours = ''] = readdirSync(all)
  expect(readdirSync(join(all, ours))).toHaveLength(1)
  // No process has this number.
  mkdirSync(join(all, '999999999-abc'))
  const next = await startServer({
    windowFolder: folder,
    dataFolder: join(folder, 'data'),
    port: 0,
    log: () => undefined,
  })
  expect(readdirSync(all)).not.toContain('999999999-abc')
  expect(readdirSync(join(all, ours))).toHaveLength(1)
  await next.close()
  expect(readdirSync(all)).toEqual([ours])
})

test('nobody else may send one, and not one that is too large', async () => {
  const { origin, upload } = await setup()
  expect((await upload('words', { origin }, 'wrong')).status).toBe(403)
  expect((await upload('words', {})).status).toBe(403)
  expect((await upload('words', { origin: 'http://evil.example' })).status).toBe(403)
  const refused = await upload(new Uint8Array(50_000_000)).then(
    ({ status }) => status,
    () => 'broken off',
  )
  expect([413, 'broken off']).toContain(refused)
})
