/** Real child processes for tests: each runs a module of test/support/children, and speaks in lines of JSON. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const runner = fileURLToPath(new URL('child-runner.ts', import.meta.url))

export interface Child {
  readonly pid: number
  readonly send: (message: unknown) => void
  /** The next message of the child that nobody has taken yet. Rejects when the child ends before. */
  readonly next: <T = unknown>() => Promise<T>
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
  readonly exited: Promise<number | null>
}

/** A line that was cut off when the child was killed says nothing. */
const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Starts test/support/children/<name>.ts with arguments; ended with the test at the latest. */
export const startChild = (name: string, ...args: string[]): Child => startChildIn([], name, ...args)

/** The same, started by another command, such as `unshare`. */
export const startChildIn = (around: readonly string[], name: string, ...args: string[]): Child => {
  const [command = '', ...rest] = [...around, process.execPath, runner, name, ...args]
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] })
  const arrived: unknown[] = []
  const waiting: { resolve: (message: unknown) => void; reject: (error: Error) => void }[] = []
  let errors = ''
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString('utf8')
  })
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = parse(line)
    if (message === undefined) return
    const first = waiting.shift()
    if (first) first.resolve(message)
    else arrived.push(message)
  })
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      for (const { reject } of waiting) reject(new Error(`the child ended (${code}): ${errors}`))
      waiting.length = 0
      resolve(code)
    })
  })
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await kill('SIGKILL')
  })
  return {
    pid: child.pid ?? 0,
    send: (message) => child.stdin.write(`${JSON.stringify(message)}\n`),
    next: <T>() =>
      new Promise<T>((resolve, reject) => {
        if (arrived.length > 0) resolve(arrived.shift() as T)
        else if (child.exitCode !== null) reject(new Error(`the child has ended: ${errors}`))
        else waiting.push({ resolve: (message) => resolve(message as T), reject })
      }),
    kill,
    exited,
  }
}
