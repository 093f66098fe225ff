/** `npm start`: opens the desktop window, or the browser shell where that cannot be. */
import { hasDisplay } from '../main/host/browser.ts'
import { buildStale } from './build.ts'
import { fetchElectron, findElectron } from './electron.ts'
import { serve } from './serve.ts'
import { root, runProgram, userFolder } from './tool.ts'

/** Whoever fails so soon never opened a window, in milliseconds. */
const NEVER_OPENED = 5000

export const run = async (args: readonly string[]): Promise<number> => {
  const built = await buildStale()
  if (built !== 0) return built
  const why = await openWindow(args)
  if (typeof why === 'number') return why
  console.log(`${why}, so Verbatim opens in your browser instead.`)
  return serve(['--open', ...args])
}

/** The exit code of the window that was open, or why none could be opened. */
const openWindow = async (args: readonly string[]): Promise<number | string> => {
  const found = findElectron()
  if (!hasDisplay())
    return found ? 'There is no display for a window' : "Electron's runtime is not here, nor a display for its window"
  const electron = found ?? (await fetchElectron())
  if (!electron) return "Electron's runtime is not here and could not be fetched"
  const began = Date.now()
  const code = await runProgram(electron, [root, ...args], { cwd: userFolder })
  return code === 0 || Date.now() - began > NEVER_OPENED ? code : 'Electron could not start here'
}
