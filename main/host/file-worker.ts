/** Entry of the worker thread that reads a whole project file, to check or to copy it, while the project is worked on. */
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Failure } from '../../contract/failure.ts'
import { findDamage, openReadOnly } from '../../db/connect.ts'
import { copyDatabase } from '../../db/copy.ts'
import { explainFile } from '../../db/failure.ts'

export type FileTask =
  | { readonly kind: 'check'; readonly path: string }
  | { readonly kind: 'copy'; readonly path: string; readonly to: string }
/** Null: done, and nothing wrong. */
export type FileAnswer = { readonly failure: Failure | null } | { readonly error: string }
/** `done[0]` becomes 1 when the file is no longer being read. */
export interface FileWorkerData {
  readonly task: FileTask
  readonly done: Int32Array<SharedArrayBuffer>
}

const check = (path: string): Failure | null => {
  const db = openReadOnly(path)
  try {
    const detail = findDamage(db)
    return detail === null ? null : { code: 'corrupt', file: basename(path), detail, copy: null }
  } finally {
    db.close()
  }
}

const copy = (path: string, to: string): null => {
  const db = openReadOnly(path)
  try {
    copyDatabase(db, path, to)
    return null
  } finally {
    db.close()
  }
}

const { task, done } = workerData as FileWorkerData
const answer = (): FileAnswer => {
  try {
    return { failure: task.kind === 'check' ? check(task.path) : copy(task.path, task.to) }
  } catch (error) {
    const explained = explainFile(error, task.path)
    if (explained instanceof AppError) return { failure: explained.failure }
    return { error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }
  } finally {
    Atomics.store(done, 0, 1)
    Atomics.notify(done, 0)
  }
}
parentPort?.postMessage(answer())
