import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../main/host/server.ts'
import { temporaryFolder } from '../support/host.ts'

const setup = async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'window'))
  writeFileSync(join(folder, 'window', 'index.html'), '<p>Verbatim</p>')
  writeFileSync(join(folder, 'secret.html'), 'a secret')
  const server = await startServer({
    windowFolder: join(folder, 'window'),
    dataFolder: join(folder, 'settings'),
    port: 0,
    log: () => undefined,
  })
  onTestFinished(() => server.close())
  const { port, host } = new URL(server.url)
  const status = async (path: string, method = 'GET', headers: Record<string, string> = {}) => {
    const request = ask({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } })
    request.end()
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume: () => void }]
    response.resume()
    return response.statusCode
  }
  /** What a program sends that knows no HTTP library; answers the first line that comes back. */
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (data: Buffer) => {
        answer += data.toString('latin1')
        socket.end()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        resolve(answer.split('\r\n')[0] ?? '')
      })
    })
  return { status, raw, host }
}

test('no address, however strange, brings the server down or leads out of the window’s folder', async () => {
  const { status, raw, host } = await setup()
  expect(await status('/')).toBe(200)
  for (const path of [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/none.html',
    '/index.html/',
    '/window',
  ])
    expect(await status(path)).toBe(404)
  for (const target of ['//', '///', '//[', 'http://', 'http://[', '/%', '/%00', '/\\..\\secret.html', '*'])
    expect(await raw(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(/ (?:400|404) /u)
  expect(await raw(`GET // HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)).toBe('')
  expect(await raw(`OPTIONS * HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(/ (?:400|404) /u)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
    expect(await status('/', method)).toBe(404)
  expect(await status('/')).toBe(200)
})

test('a request under another name, from another page or without the token is refused', async () => {
  const { status, host } = await setup()
  const port = host.split(':')[1] ?? ''
  for (const other of [`localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}0`, 'attacker.example'])
    expect(await status('/', 'GET', { host: other })).toBe(403)
  for (const origin of ['https://attacker.example', `https://${host}`, `http://localhost:${port}`, 'null'])
    expect(await status('/', 'GET', { origin })).toBe(403)
  expect(await status('/', 'GET', { origin: `http://${host}` })).toBe(200)
  expect(await status('/upload', 'POST', { origin: `http://${host}` })).toBe(403)
  expect(await status('/upload?token=', 'POST', { origin: `http://${host}` })).toBe(403)
})
