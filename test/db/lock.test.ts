import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHolder, takeLock } from '../../db/lock.ts'
import { startChild } from '../support/child.ts'
import { temporaryFolder } from '../support/host.ts'

const me = {
  user: 'ben',
  machine: 'desk',
  application: 'browser',
  since: '2026-03-03T11:00:00.000Z',
  pid: process.pid,
  endpoint: '',
} as const
const place = () => join(temporaryFolder(), 'study.verbatim')
const startHolder = async (path: string) => {
  const child = startChild('lock', path, 'anna')
  expect(await child.next()).toBe('ready')
  child.send('take')
  expect(await child.next()).toBe('held')
  return child
}
const lockedBy = (user: string, application: string) => ({
  failure: {
    code: 'locked',
    file: 'study.verbatim',
    holder: expect.objectContaining({ user, machine: 'desk', application }) as unknown,
  },
})
const failureOf = (work: () => unknown): unknown => {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}

test('a second process is told who has the file, and gets it once it is free; no file remains', async () => {
  const path = place()
  const child = await startHolder(path)
  expect(failureOf(() => takeLock(path, me))).toMatchObject(lockedBy('anna', 'window'))
  expect(readHolder(path)).toMatchObject({ user: 'anna', pid: child.pid, endpoint: '/run/verbatim-1' })
  child.send('release')
  expect(await child.next()).toBe('free')
  expect(existsSync(`${path}-lock`)).toBe(false)

  const lock = takeLock(path, me)
  child.send('take')
  expect(await child.next()).toEqual(lockedBy('ben', 'browser').failure)
  lock.release()
  lock.release()
  expect(readdirSync(join(path, '..'))).toEqual([])
})

test('the lock of a killed process is free at once, though its file is still there', async () => {
  const path = place()
  const child = await startHolder(path)
  await child.kill('SIGKILL')
  expect(existsSync(`${path}-lock`)).toBe(true)
  const lock = takeLock(path, me)
  expect(readHolder(path)).toEqual(me)
  lock.release()
  expect(readdirSync(join(path, '..'))).toEqual([])
})

test('two holders in one process exclude each other too', () => {
  const path = place()
  const lock = takeLock(path, me)
  expect(failureOf(() => takeLock(path, { ...me, user: 'anna' }))).toMatchObject(lockedBy('ben', 'browser'))
  // Looking must not take the lock from the holder, as closing a file by hand would.
  expect(failureOf(() => takeLock(path, { ...me, user: 'anna' }))).toMatchObject(lockedBy('ben', 'browser'))
  lock.release()
  takeLock(path, me).release()
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['words', Buffer.from('not a lock at all, but words')],
  ['zeros', Buffer.alloc(8192)],
  ['cut off', Buffer.from('SQLite format 3\0')],
])('a stale lock file that holds %s is no obstacle', (_, bytes) => {
  const path = place()
  writeFileSync(`${path}-lock`, bytes)
  const lock = takeLock(path, me)
  expect(readHolder(path)).toEqual(me)
  lock.release()
  expect(existsSync(`${path}-lock`)).toBe(false)
})

test('whoever may write the project may lock it, and nobody else', () => {
  const path = place()
  writeFileSync(path, '')
  chmodSync(path, 0o660)
  const lock = takeLock(path, me)
  expect(statSync(`${path}-lock`).mode & 0o007).toBe(0)
  lock.release()
  const fresh = place()
  const second = takeLock(fresh, me)
  expect(statSync(`${fresh}-lock`).mode & 0o777).toBe(0o600)
  second.release()
})

test('processes that come and go at the same moment never hold it together', async () => {
  const path = place()
  const children = Array.from({ length: 3 }, () => startChild('lock-race', path, '2500'))
  const results = await Promise.all(
    children.map((child) => child.next<{ had: number; together: number; strange: string }>()),
  )
  expect(results.map(({ together, strange }) => [together, strange])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ])
  expect(Math.min(...results.map(({ had }) => had))).toBeGreaterThan(0)
  expect(results.reduce((sum, { had }) => sum + had, 0)).toBeGreaterThan(50)
})
