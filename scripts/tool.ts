/** Runs the tools in node_modules with the same Node that runs the scripts. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
/** The folder in which the user typed the command: files on it are meant from there. */
export const userFolder = process.env['INIT_CWD'] ?? process.cwd()

interface Options {
  /** Where the program starts; the project's folder when left out. */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds after which the process is ended. */
  readonly timeout?: number
  /** Say nothing, not even why it failed. */
  readonly silent?: boolean
  /** Where what it writes to standard output goes; on when left out. */
  readonly stdout?: 'stderr'
}

/** Runs a program and answers its exit code; 1 when it was ended by a signal or could not be started. */
export const runProgram = (program: string, args: readonly string[], options: Options = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.silent ? 'ignore' : ['inherit', options.stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    })
    child.once('error', (error) => {
      if (!options.silent) console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => {
      resolve(code ?? 1)
    })
  })

/** Runs the command `name` of a package in node_modules. */
export const runTool = (
  packageName: string,
  args: readonly string[],
  options: Options & { readonly name?: string } = {},
): Promise<number> => {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const file = typeof bin === 'string' ? bin : bin[options.name ?? packageName]
  if (!file) throw new Error(`${packageName} has no command ${options.name ?? packageName}`)
  return runProgram(process.execPath, [join(folder, file), ...args], options)
}
