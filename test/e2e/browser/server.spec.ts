/** The loopback server speaks to its own page and to nobody else. */
import { request as ask } from 'node:http'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { contentSecurityPolicy } from '../../../contract/window-files.ts'
import { expect, test } from '../app.ts'

/** Status of a request with these headers, as another program or another page would send it. */
const statusOf = async (url: URL, headers: Record<string, string>, path = '/') => {
  const request = ask({ host: '127.0.0.1', port: url.port, path, headers })
  request.end()
  const [response] = (await once(request, 'response')) as [{ statusCode: number; resume: () => void }]
  response.resume()
  return response.statusCode
}
const openSocket = async (address: string, origin?: string) => {
  const socket = new WebSocket(address, origin === undefined ? {} : { origin })
  try {
    await once(socket, 'open')
    return 'open'
  } catch {
    return 'refused'
  } finally {
    socket.terminate()
  }
}

test('pages come with the policy, from our own name only', async ({ app }) => {
  const url = new URL(app.page.url())
  const response = await app.page.request.get(url.origin)
  expect(response.headers()['content-security-policy']).toBe(contentSecurityPolicy(`ws://${url.host}`))
  expect(await statusOf(url, { host: url.host })).toBe(200)
  expect(await statusOf(url, { host: `localhost:${url.port}` })).toBe(403)
  expect(await statusOf(url, { host: 'attacker.example' })).toBe(403)
  expect(await statusOf(url, { host: url.host, origin: 'https://attacker.example' })).toBe(403)
  expect(await statusOf(url, { host: url.host }, '/../package.json')).toBe(404)
  expect(await statusOf(url, { host: url.host }, '/%2e%2e/main/serve.js')).toBe(404)
})

test('a line to the project needs the token and our own page as its origin', async ({ app }) => {
  const { host, origin } = new URL(app.page.url())
  const token = new URLSearchParams(new URL(app.page.url()).hash.slice(1)).get('token') ?? ''
  expect(token.length).toBeGreaterThan(30)
  expect(await openSocket(`ws://${host}/?token=${token}`, origin)).toBe('open')
  expect(await openSocket(`ws://${host}/?token=${token}`, 'https://attacker.example')).toBe('refused')
  expect(await openSocket(`ws://${host}/?token=${token}`)).toBe('refused')
  expect(await openSocket(`ws://${host}/?token=${token.slice(1)}`, origin)).toBe('refused')
  expect(await openSocket(`ws://${host}/`, origin)).toBe('refused')
})
