/** Entry of the thread that counts, on a connection that only reads, so that nobody who codes has to wait. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Failure } from '../../contract/failure.ts'
import { openReadOnly } from '../../db/connect.ts'
import { createAnalysis, type Analysis } from '../services/analysis.ts'

export interface AnalysisTask {
  readonly id: number
  readonly name: keyof Analysis
  readonly input: unknown
}
export type AnalysisAnswer = { readonly id: number } & (
  | { readonly output: unknown }
  | { readonly failure: Failure }
  | { readonly error: string }
)
/** `closed[0]` becomes 1 when the file is no longer read. */
export interface AnalysisWorkerData {
  readonly path: string
  readonly closed: Int32Array<SharedArrayBuffer>
}

const { path, closed } = workerData as AnalysisWorkerData
const db = openReadOnly(path)
const analysis = createAnalysis(db) as unknown as Record<keyof Analysis, (input: unknown) => unknown>

const answer = async ({ id, name, input }: AnalysisTask): Promise<AnalysisAnswer> => {
  try {
    return { id, output: await analysis[name](input) }
  } catch (error) {
    if (error instanceof AppError) return { id, failure: error.failure }
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }
  }
}

parentPort?.on('message', (task: AnalysisTask | 'close') => {
  if (task !== 'close') {
    void answer(task).then((message) => parentPort?.postMessage(message, []))
    return
  }
  db.close()
  Atomics.store(closed, 0, 1)
  Atomics.notify(closed, 0)
  parentPort?.close()
})
