/** Starts the browser shell: the loopback server in plain Node, and a page of a real browser at its address. */
import type { Browser, Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { createClient } from '../../contract/wire.ts'
import type { Place, Shell } from './app.ts'

const root = join(import.meta.dirname, '../..')

export const startBrowserShell = async (
  browser: Browser,
  { data, files }: Place,
  watch: (page: Page) => void,
  file?: string,
): Promise<Shell> => {
  const server = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--data', data, ...(file ? [file] : [])], {
    // The window's own file dialog begins in the home folder.
    env: { ...process.env, HOME: files, USERPROFILE: files },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await firstLine(server)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  const page = await context.newPage()
  watch(page)
  await page.goto(url)
  const line = await openLine(url)

  return {
    page,
    client: line.client,
    receiveFile: async (action) => {
      const coming = page.waitForEvent('download')
      await action()
      const download = await coming
      const path = join(files, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    openedOutside: () => Promise.resolve(context.pages().flatMap((other) => (other === page ? [] : [other.url()]))),
    close: async () => {
      line.close()
      // As a user closes a tab: the page may say its last words.
      const gone = page.waitForEvent('close')
      await page.close({ runBeforeUnload: true })
      await gone
      await context.close()
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    },
    killHost: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
    },
  }
}

const firstLine = async (server: ChildProcess): Promise<string> => {
  if (!server.stdout) throw new Error('the server has no output')
  for await (const line of createInterface(server.stdout)) return line
  throw new Error('the server ended before it said where it is')
}

/** A second line to the server beside the page's own. */
const openLine = async (url: string) => {
  const { host, origin, hash } = new URL(url)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const socket = new WebSocket(`ws://${host}/?token=${token}`, { origin })
  await once(socket, 'open')
  const waiting = new Map<number, (response: unknown) => void>()
  let last = 0
  socket.on('message', (message: Buffer) => {
    const frame = JSON.parse(message.toString('utf8')) as { id?: number; response?: unknown }
    if (frame.id !== undefined) waiting.get(frame.id)?.(frame.response)
  })
  return {
    client: createClient(
      (request) =>
        new Promise((resolve) => {
          waiting.set(++last, resolve)
          socket.send(JSON.stringify({ id: last, request }))
        }),
    ),
    close: () => {
      socket.terminate()
    },
  }
}
