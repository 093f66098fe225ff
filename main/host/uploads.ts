/**
 * Files that a browser window sends to be imported: kept in a folder of this run, gone when the server ends. What a
 * server left that was ended by force is gone when the next one starts.
 */
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MAX_FILE_BYTES } from '../../contract/imports.ts'

/** `dataFolder` is the installation's own; its uploads are readable by this user only. */
export const createUploads = (dataFolder: string) => {
  const all = join(dataFolder, 'uploads')
  mkdirSync(all, { recursive: true, mode: 0o700 })
  for (const left of readdirSync(all))
    if (!isRunning(Number(left.split('-', 1)[0]))) rmSync(join(all, left), { recursive: true, force: true })
  const folder = mkdtempSync(join(all, `${process.pid}-`))
  const place = (id: string) => join(folder, id)
  return {
    /** Answers 200 with `{path: "upload:<id>"}`, 413 when the body is too large, 400 when it breaks off. */
    receive: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const id = randomBytes(16).toString('hex')
      try {
        await pipeline(request, limit(), createWriteStream(place(id), { flags: 'wx', mode: 0o600 }))
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ path: `upload:${id}` }))
      } catch (error) {
        rmSync(place(id), { force: true })
        response.writeHead(error instanceof TooLarge ? 413 : 400, { connection: 'close' }).end()
      }
    },
    /** Where the file with this id is; null when there is none. */
    pathOf: (id: string): string | null => (/^[0-9a-f]{32}$/u.test(id) && existsSync(place(id)) ? place(id) : null),
    close: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

class TooLarge extends Error {}

const limit = () => {
  let size = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size >= MAX_FILE_BYTES) done(new TooLarge())
      else done(null, chunk)
    },
  })
}
