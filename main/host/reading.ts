/** Reads files in worker threads: a few at a time, each of them can be given up at any moment. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../contract/failure.ts'
import type { Encoding, FileRef } from '../../contract/imports.ts'
import type { ReadDocument } from '../formats/import/read.ts'
import type { ReadTable } from '../formats/import/table.ts'
import type { ReadAnswer, ReadTask } from './worker.ts'

export interface Reading {
  /** How many files are read at a time. */
  readonly lanes: number
  /** Rejects with `AppError`: unreadable-file, or cancelled when `signal` aborts. */
  readonly document: (file: FileRef, encoding: Encoding | null, signal: AbortSignal) => Promise<ReadDocument>
  readonly table: (file: FileRef) => Promise<ReadTable>
  readonly close: () => void
}
interface Job {
  readonly task: ReadTask
  readonly signal: AbortSignal | null
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}
interface Lane {
  readonly worker: Worker
  job: Job | null
}
/** A file that wants more than this, in megabytes, is made to do harm; its worker ends, the program does not. */
const MEMORY_OF_A_WORKER = 2048
const IDLE_MILLISECONDS = 20_000
const UPLOAD = 'upload:'

/** `uploadPath` finds the file behind `upload:<id>`, which the browser shell brings; null when there is none. */
export const createReading = (uploadPath: (id: string) => string | null): Reading => {
  const lanes = Math.max(1, Math.min(4, availableParallelism() - 1))
  const running = new Set<Lane>()
  const waiting: Job[] = []
  let idle: NodeJS.Timeout | null = null

  const start = () => {
    if (idle) clearTimeout(idle)
    let job = waiting.shift()
    for (; job; job = waiting.shift()) {
      if (job.signal?.aborted) {
        job.reject(cancelled())
        continue
      }
      const lane = [...running].find((one) => !one.job) ?? (running.size < lanes ? openLane() : null)
      if (!lane) {
        waiting.unshift(job)
        return
      }
      lane.job = job
      lane.worker.ref()
      lane.worker.postMessage({ id: 0, task: job.task }, [])
    }
    // Workers hold memory; they go when nothing has been read for a while, and never keep a process alive.
    idle = setTimeout(closeIdle, IDLE_MILLISECONDS)
    idle.unref()
  }
  const openLane = (): Lane => {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_OF_A_WORKER } })
    const lane: Lane = { worker, job: null }
    running.add(lane)
    worker.on('message', (answer: ReadAnswer) => {
      finish(lane, (job) => {
        if (answer.ok) job.resolve(answer.result)
        else job.reject('failure' in answer ? new AppError(answer.failure) : new Error(answer.error))
      })
    })
    worker.on('error', (error) => {
      running.delete(lane)
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish(lane, (job) => {
        job.reject(outOfMemory ? tooLarge(job.task.name) : error)
      })
    })
    return lane
  }
  const finish = (lane: Lane, settle: (job: Job) => void) => {
    const { job } = lane
    lane.job = null
    lane.worker.unref()
    if (job) settle(job)
    start()
  }
  /** A file that is being read cannot be interrupted: its worker is ended. */
  const giveUp = (job: Job) => {
    const lane = [...running].find((one) => one.job === job)
    if (!lane) return
    running.delete(lane)
    void lane.worker.terminate()
    finish(lane, () => undefined)
  }
  const closeIdle = () => {
    for (const lane of running) {
      if (lane.job) continue
      running.delete(lane)
      void lane.worker.terminate()
    }
  }

  const run = <T>(task: ReadTask, signal: AbortSignal | null): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const job: Job = {
        task,
        signal,
        resolve: (result) => {
          signal?.removeEventListener('abort', onAbort)
          resolve(result as T)
        },
        reject: (error) => {
          signal?.removeEventListener('abort', onAbort)
          reject(error)
        },
      }
      const onAbort = () => {
        giveUp(job)
        job.reject(cancelled())
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      waiting.push(job)
      start()
    })

  const place = ({ name, path }: FileRef): string => {
    const found = path.startsWith(UPLOAD) ? uploadPath(path.slice(UPLOAD.length)) : path
    if (found === null || !isAbsolute(found))
      throw new AppError({ code: 'unreadable-file', file: name, reason: 'missing', place: '' })
    return found
  }
  return {
    lanes,
    document: async (file, encoding, signal) =>
      run<ReadDocument>({ kind: 'document', path: place(file), name: file.name, encoding }, signal),
    table: async (file) => run<ReadTable>({ kind: 'table', path: place(file), name: file.name, encoding: null }, null),
    close: () => {
      for (const { worker } of running) void worker.terminate()
      running.clear()
    },
  }
}

const cancelled = () => new AppError({ code: 'cancelled' })
const tooLarge = (file: string) => new AppError({ code: 'unreadable-file', file, reason: 'too-large', place: '' })

/** Beside this file in the sources; built, one folder up from the chunk that this became. */
const workerFile = (): string => {
  const here = import.meta.dirname
  const places = [join(here, 'worker.ts'), join(here, 'worker.js'), join(here, '../worker.js')]
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('the worker is missing from this installation')
  return found
}
