/** Where errors go that are nobody's fault but ours; never with words of a transcript. */
import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Takes one entry. */
export type Log = (line: string) => void

/** Writes an error to the log and answers the reference under which it stands there. */
export const reporter =
  (log: Log) =>
  (error: unknown): string => {
    const reference = randomUUID().slice(0, 8)
    const told = error instanceof Error ? (error.stack ?? error.message) : typeof error
    log(`${new Date().toISOString()} ${reference} ${told}`)
    return reference
  }

/** The desktop window's own log in the installation's folder, for a program that has nowhere else to write. */
export const fileLog =
  (folder: string): Log =>
  (line) => {
    try {
      mkdirSync(folder, { recursive: true })
      appendFileSync(join(folder, 'log.txt'), `${line}\n`, { mode: 0o600 })
    } catch {
      // Where even this cannot be written there is nowhere to say so.
    }
  }
