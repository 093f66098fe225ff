/** Finds Electron's runtime, which is a download apart from the package, and fetches it where the network allows. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runProgram } from './tool.ts'

const folder = join(root, 'node_modules/electron')
const MOST_FETCHING_MS = 10 * 60_000

/** Path of the executable, or null. Importing `electron` would answer the same, but downloads when there is none. */
export const findElectron = (): string | null => {
  const named = join(folder, 'path.txt')
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron'
  const executable = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(executable) ? executable : null
}

export const fetchElectron = async (): Promise<string | null> => {
  if (!existsSync(folder)) return null
  console.log("Fetching Electron's runtime (about 120 MB, once)...")
  // Behind a proxy Node's fetch goes through it only when told so.
  await runProgram(process.execPath, [join(folder, 'install.js')], {
    timeout: MOST_FETCHING_MS,
    silent: true,
    env: { NODE_USE_ENV_PROXY: '1' },
  })
  return findElectron()
}
