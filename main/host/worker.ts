/** Entry of the worker thread that reads files, so that the thread with the database answers meanwhile. */
import { open, type FileHandle } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { AppError, type Failure } from '../../contract/failure.ts'
import type { Encoding } from '../../contract/imports.ts'
import { readDocument, refuseBySize } from '../formats/import/read.ts'
import { readTable } from '../formats/import/table.ts'

/** What is to be read: `path` is an absolute path, `name` what people call the file. */
export interface ReadTask {
  readonly kind: 'document' | 'table'
  readonly path: string
  readonly name: string
  /** Null: the bytes decide. */
  readonly encoding: Encoding | null
}
export type ReadAnswer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
  | { readonly id: number; readonly ok: false; readonly error: string }

const read = async ({ kind, path, name, encoding }: ReadTask): Promise<unknown> => {
  const bytes = await readBytes(path, name)
  return kind === 'table' ? readTable(bytes, name) : readDocument(bytes, name, { encoding })
}

/** The size is known before a byte is read, and the same open file is then read once. */
const readBytes = async (path: string, name: string): Promise<Uint8Array> => {
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    const stat = await file.stat()
    if (!stat.isFile()) throw unreadable(name, 'unknown-format')
    refuseBySize(stat.size, name)
    return await file.readFile()
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(name, reasonOf(error))
  } finally {
    await file?.close()
  }
}

const unreadable = (file: string, reason: Extract<Failure, { code: 'unreadable-file' }>['reason']) =>
  new AppError({ code: 'unreadable-file', file, reason, place: '' })

const reasonOf = (error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'missing'
  return code === 'EISDIR' ? 'unknown-format' : 'no-permission'
}

parentPort?.on('message', ({ id, task }: { id: number; task: ReadTask }) => {
  const answer = (message: ReadAnswer) => parentPort?.postMessage(message, [])
  read(task).then(
    (result) => answer({ id, ok: true, result }),
    (error: unknown) => {
      if (error instanceof AppError) return answer({ id, ok: false, failure: error.failure })
      return answer({ id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
    },
  )
})
