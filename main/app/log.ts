/** The log of errors that are nobody's fault but ours: a small file in the installation's folder, without anybody's words. */
import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const MOST_BYTES = 1024 * 1024

export const openLog = (file: string) => {
  const write = (text: string) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, `${file}.old`)
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // Where even this cannot be written there is nowhere to say so.
    }
  }
  return {
    write,
    /** Answers the reference under which the error stands in the log. */
    report: (error: unknown): string => {
      const reference = randomUUID().slice(0, 8)
      const told = error instanceof Error ? (error.stack ?? error.message) : typeof error
      write(`${new Date().toISOString()} ${reference} ${told}\n`)
      return reference
    },
  }
}
export type Log = ReturnType<typeof openLog>
