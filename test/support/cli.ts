/** A terminal in a folder of its own: runs the built command line as people and scripts do, each time in a new process. */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from './host.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const launcher = join(root, 'scripts/run.mjs')
const program = join(root, 'out/main/cli.js')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  /** Without the line end of the last line. */
  readonly stderr: string
}

/** Builds what is stale, as every command does. To be awaited before the first test of a file; a build takes a while. */
export const buildCli = async (): Promise<void> => {
  const built = await finish([launcher, 'verbatim', '--help'], { cwd: root })
  if (built.code !== 0) throw new Error(built.stderr)
}
export const BUILDING = 240_000

const settingsIn = (home: string): string => {
  if (process.platform === 'win32') return join(home, 'config', 'Verbatim')
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Application Support', 'Verbatim')
    : join(home, 'config', 'verbatim')
}

/** `env`: beside what every terminal has. */
export const openTerminal = (folder = temporaryFolder(), env: Readonly<Record<string, string>> = {}) => {
  const home = join(folder, 'home')
  const places = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), APPDATA: join(home, 'config') }
  const language = { LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB.UTF-8', ...env }
  const options = { cwd: folder, env: { ...process.env, ...places, ...language, INIT_CWD: folder } }
  return {
    folder,
    env: options.env,
    /** Where this terminal's installation has its settings. */
    settings: settingsIn(home),
    run: (...args: string[]) => finish([program, ...args], options),
    /** With something on its standard input. */
    runWith: (input: string, ...args: string[]) => finish([program, ...args], { ...options, input }),
    /** Through the npm script's own launcher. */
    launch: (...args: string[]) => finish([launcher, 'verbatim', ...args], options),
    start: (...args: string[]) => spawn(process.execPath, [program, ...args], { ...options, stdio: 'ignore' }),
    /** A file in the folder; answers its path from there. */
    file: (name: string, content: string | Uint8Array) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
      return name
    },
  }
}
export type Terminal = ReturnType<typeof openTerminal>

interface Options {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
}

const finish = (args: readonly string[], { input, ...options }: Options): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { ...options, stdio: 'pipe' })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (data: Buffer) => out.push(data))
    child.stderr.on('data', (data: Buffer) => err.push(data))
    child.stdin.end(input)
    child.once('error', reject)
    child.once('close', (code) => {
      const text = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8')
      resolve({ code, stdout: text(out), stderr: text(err).replace(/\n$/u, '') })
    })
  })
