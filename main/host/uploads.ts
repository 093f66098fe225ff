/** Files that a browser window sends to be imported: kept in a folder of this run, gone when the server ends. */
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MAX_FILE_BYTES } from '../../contract/imports.ts'

export const createUploads = () => {
  // Readable by this user only.
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
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
