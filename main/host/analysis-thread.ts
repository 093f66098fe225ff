/** Counting beside the thread that writes: begun at the first question, ended when the project closes. */
import type { Database } from 'better-sqlite3'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../contract/failure.ts'
import { openReadOnly } from '../../db/connect.ts'
import type { Analysis } from '../services/analysis.ts'
import type { AnalysisAnswer, AnalysisTask, AnalysisWorkerData } from './analysis-worker.ts'
import { workerFile } from './worker-file.ts'

/** Rejects with `AppError` where the analysis does, and with `cancelled` when the project closes meanwhile. */
export type Ask = <Name extends keyof Analysis>(
  name: Name,
  input: Parameters<Analysis[Name]>[0],
) => Promise<Awaited<ReturnType<Analysis[Name]>>>
export interface Asking {
  readonly ask: Ask
  /** Returns when nobody reads the file any more, so that it can be closed. Blocks this thread meanwhile. */
  readonly close: () => void
}
interface Waiting {
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}
/** More than any question takes; after it, the file is closed with its log beside it. In milliseconds. */
const LONGEST_WAIT = 30_000

/** For a command, which does nothing else meanwhile: in this thread, which spares it the start of another. */
export const askHere = (path: string): Asking => {
  let db: Database | null = null
  let analysis: Promise<Analysis> | null = null
  const start = async () => {
    const { createAnalysis } = await import('../services/analysis.ts')
    db = openReadOnly(path)
    return createAnalysis(db)
  }
  const ask: Ask = async (name, input) => {
    analysis ??= start()
    const answers = (await analysis) as unknown as Record<typeof name, (question: unknown) => never>
    return answers[name](input)
  }
  return {
    ask,
    close: () => {
      db?.close()
    },
  }
}

/** For a window, in which nobody who codes may have to wait: in a thread of its own. */
export const askThread = (path: string): Asking => {
  const closed = new Int32Array(new SharedArrayBuffer(4))
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0

  const start = (): Worker => {
    const started = new Worker(workerFile('analysis-worker'), {
      workerData: { path, closed } satisfies AnalysisWorkerData,
    })
    started.on('message', (answer: AnalysisAnswer) => {
      const question = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      if ('output' in answer) question?.resolve(answer.output)
      else question?.reject('failure' in answer ? new AppError(answer.failure) : new Error(answer.error))
    })
    started.on('error', (error) => {
      worker = null
      rejectAll(error)
    })
    return started
  }
  const rejectAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const ask: Ask = (name, input) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const task: AnalysisTask = { id: ++lastId, name, input }
      waiting.set(task.id, { resolve: resolve as (output: unknown) => void, reject })
      // It keeps the process alive only while a question is open.
      worker.ref()
      worker.postMessage(task, [])
    })
  return {
    ask,
    close: () => {
      if (!worker) return
      worker.unref()
      worker.postMessage('close', [])
      worker = null
      Atomics.wait(closed, 0, 0, LONGEST_WAIT)
      rejectAll(new AppError({ code: 'cancelled' }))
    },
  }
}
