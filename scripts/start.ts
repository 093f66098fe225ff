/** `npm start`: opens the desktop window, or the browser shell where there is no Electron. */
import { buildStale } from './build.ts'
import { fetchElectron, findElectron } from './electron.ts'
import { serve } from './serve.ts'
import { root, runProgram, userFolder } from './tool.ts'

export const run = async (args: readonly string[]): Promise<number> => {
  const built = await buildStale()
  if (built !== 0) return built
  const electron = findElectron() ?? (await fetchElectron())
  if (electron) return runProgram(electron, [root, ...args], { cwd: userFolder })
  console.log("Electron's runtime is not here and could not be fetched, so Verbatim opens in your browser instead.")
  return serve(['--open', ...args])
}
