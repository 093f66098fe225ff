/** Long reading of the open project's file, in worker threads beside the thread that writes to it. */
import { Worker } from 'node:worker_threads'
import type { Failure } from '../../contract/failure.ts'
import type { FileAnswer, FileTask, FileWorkerData } from './file-worker.ts'
import { workerFile } from './worker-file.ts'

export interface FileWork {
  /** Answers what was found or went wrong; null when all is well. Never rejects. */
  readonly run: (task: FileTask) => Promise<Failure | null>
  /** Returns when nobody reads the file any more, so that it can be closed. Blocks this thread meanwhile. */
  readonly settle: () => void
}
/** More than any check or copy takes; after it, the file is closed with its log beside it. In milliseconds. */
const LONGEST_WAIT = 30_000

/** `report` logs an error and answers the reference under which it stands in the log. */
export const createFileWork = (report: (error: unknown) => string): FileWork => {
  const running = new Set<Int32Array<SharedArrayBuffer>>()
  const run = (task: FileTask) =>
    new Promise<Failure | null>((resolve) => {
      const done = new Int32Array(new SharedArrayBuffer(4))
      running.add(done)
      const finish = (failure: Failure | null) => {
        running.delete(done)
        resolve(failure)
      }
      const internal = (error: unknown): Failure => ({ code: 'internal', reference: report(error) })
      try {
        const worker = new Worker(workerFile('file-worker'), { workerData: { task, done } satisfies FileWorkerData })
        // A copy is waited for, by a command that may have nothing else to live for.
        if (task.kind === 'check') worker.unref()
        worker.once('message', (answer: FileAnswer) => {
          finish('error' in answer ? internal(new Error(`${task.kind}: ${answer.error}`)) : answer.failure)
        })
        worker.once('error', (error) => {
          finish(internal(error))
        })
      } catch (error) {
        finish(internal(error))
      }
    })
  const settle = () => {
    for (const done of running) Atomics.wait(done, 0, 0, LONGEST_WAIT)
    running.clear()
  }
  return { run, settle }
}
