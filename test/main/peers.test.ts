import Database from 'better-sqlite3'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../contract/wire.ts'
import { readHolder } from '../../db/lock.ts'
import { connectToHolder } from '../../main/host/peer.ts'
import { socketOf, tokenFileOf } from '../../main/host/peers.ts'
import { startHostChild } from '../support/host-child.ts'
import { addDocument, openTestProject, temporaryFolder } from '../support/host.ts'

/** A project that a host in another process has open, and a peer that has reached it. */
const setup = async () => {
  const made = await openTestProject()
  addDocument(made.project, 'R07', 'I: And then?\nR07: Then still it is not going back.')
  await made.client.projects.close({})
  const holder = await startHostChild(temporaryFolder())
  await holder.client.projects.open({ path: made.path })
  const peer = await connectToHolder(made.path)
  if (!peer) throw new Error('the holder does not answer')
  onTestFinished(peer.close)
  return { holder, peer, path: made.path, client: createClient(peer.sendAs()) }
}
const endpointOf = (path: string) => readHolder(path)?.endpoint ?? ''
/** Sends lines to the holder's socket; answers what came back before it closed, or within half a second. */
const say = (path: string, ...lines: string[]) =>
  new Promise<{ closed: boolean; answer: string }>((resolve) => {
    let answer = ''
    const socket = connect(socketOf(endpointOf(path)), () => {
      for (const line of lines) socket.write(line)
    })
    socket.on('data', (data: Buffer) => {
      answer += data.toString('utf8')
    })
    socket.on('error', () => undefined)
    const end = (closed: boolean) => {
      socket.destroy()
      resolve({ closed, answer })
    }
    socket.on('close', () => {
      end(true)
    })
    setTimeout(end, 500, false)
  })

test('a peer works in the project that somebody else has open, as the same coder or as another', async () => {
  const { holder, peer, client, path } = await setup()
  const { id: codeId } = await client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  expect(await holder.client.codes.list({})).toMatchObject([{ id: codeId, name: 'Safety fear' }])
  expect(await client.projects.current({})).toMatchObject({ path })

  const { id: ben } = await client.coders.create({ name: 'Ben', initials: 'B' })
  const asBen = createClient(peer.sendAs(ben))
  const { coding } = await asBen.codings.apply({ documentId: 1, codeId, start: 18, end: 30 })
  expect(coding.coderId).toBe(ben)
  // His step is on his stack and on nobody else's.
  expect((await holder.client.history.next({})).undo).toMatchObject({ command: 'coders.create' })
  expect((await asBen.history.next({})).undo).toMatchObject({ command: 'codings.apply' })
  await expect(createClient(peer.sendAs(99)).codes.list({})).rejects.toMatchObject({
    failure: { code: 'not-found', entity: 'coder', id: '99' },
  })
})

test('many requests at once come back each to its own question', async () => {
  const { client } = await setup()
  const names = Array.from({ length: 50 }, (_, index) => `Code ${index} ${'é\n"'.repeat(index)}`)
  const made = await Promise.all(names.map((name) => client.codes.create({ parentId: null, name, color: null })))
  expect(made.map(({ name }) => name)).toEqual(names.map((name) => name.trim()))
})

test('a peer cannot put another project in the place of the one that is open', async () => {
  const { holder, client, path } = await setup()
  const locked = {
    failure: { code: 'locked', file: 'study.verbatim', holder: { application: 'window', machine: hostname() } },
  }
  const elsewhere = join(dirname(path), 'new.verbatim')
  await expect(client.projects.close({})).rejects.toMatchObject(locked)
  await expect(client.projects.open({ path })).rejects.toMatchObject(locked)
  await expect(client.projects.openSample({ language: 'en' })).rejects.toMatchObject(locked)
  await expect(client.projects.restore({ path, copy: path })).rejects.toMatchObject(locked)
  await expect(client.projects.create({ path: elsewhere, name: 'New' })).rejects.toMatchObject(locked)
  expect(existsSync(elsewhere)).toBe(false)
  expect(await holder.client.projects.current({})).toMatchObject({ path })
})

test('whoever does not bring the token, or speaks another language, is not heard', async () => {
  const { client, path } = await setup()
  const token = readFileSync(tokenFileOf(endpointOf(path)), 'utf8')
  const greeting = `${JSON.stringify({ token })}\n`
  const request = `${JSON.stringify({ id: 1, request: { feature: 'codes', method: 'list', input: {} } })}\n`
  expect(await say(path, greeting, request)).toEqual({
    closed: false,
    answer: `${JSON.stringify({ id: 1, response: { ok: true, output: [] } })}\n`,
  })
  // The first line may come in pieces.
  expect((await say(path, greeting.slice(0, 9), greeting.slice(9) + request)).answer).not.toBe('')
  const wrong = `${JSON.stringify({ token: token.replace(/^./u, (first) => (first === 'a' ? 'b' : 'a')) })}\n`
  for (const lines of [
    [wrong, request],
    [request],
    [`{"token":null}\n`, request],
    [`{"token":""}\n`, request],
    ['not json\n', request],
    ['x'.repeat(2000)],
    [greeting, 'not json\n'],
    [greeting, '{"id":"one"}\n'],
  ])
    expect(await say(path, ...lines)).toEqual({ closed: true, answer: '' })
  expect(await client.codes.list({})).toEqual([])
})

test('socket and token are in a folder that only this user can enter, and go with the project', async () => {
  const { holder, path } = await setup()
  const folder = endpointOf(path)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(tokenFileOf(folder)).mode & 0o777).toBe(0o600)
  expect(JSON.stringify(readHolder(path))).not.toContain(readFileSync(tokenFileOf(folder), 'utf8'))
  await holder.client.projects.close({})
  expect(existsSync(folder)).toBe(false)
  expect(readdirSync(dirname(path)).filter((name) => name.includes('lock'))).toEqual([])
})

test('what is asked while the holder dies or closes is answered with disconnected, and later nobody is reached', async () => {
  const { holder, client, path } = await setup()
  await holder.client.projects.close({})
  await expect(client.codes.list({})).rejects.toMatchObject({ failure: { code: 'disconnected' } })
  await holder.client.projects.open({ path })
  const second = await connectToHolder(path)
  const secondClient = createClient(second?.sendAs() ?? (() => Promise.reject(new Error('not reached'))))
  expect(await secondClient.codes.list({})).toEqual([])
  await holder.kill('SIGKILL')
  await expect(secondClient.codes.list({})).rejects.toMatchObject({ failure: { code: 'disconnected' } })
  expect(await connectToHolder(path)).toBeNull()
})

test('a lock file cannot lead a peer to bring a secret to somebody else', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'study.verbatim')
  const trap = (endpoint: string) => {
    const db = new Database(`${path}-lock`)
    db.exec('CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY, json TEXT)')
    const holder = { user: '', machine: hostname(), application: 'window', since: '', pid: 1, endpoint }
    db.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?)').run(JSON.stringify(holder))
    db.close()
  }
  const open = join(folder, 'open')
  mkdirSync(open)
  chmodSync(open, 0o755)
  writeFileSync(join(open, 'token'), 'secret')
  const link = join(folder, 'link')
  symlinkSync(open, link)
  for (const endpoint of [open, link, '', join(folder, 'nowhere'), join(open, 'token')]) {
    trap(endpoint)
    const started = Date.now()
    expect(await connectToHolder(path)).toBeNull()
    // Given up at once, not after trying to connect.
    expect(Date.now() - started).toBeLessThan(500)
  }
})
