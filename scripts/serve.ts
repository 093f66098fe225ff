/** `npm run serve -- [--port N] [--data FOLDER] [--open] [FILE]`: the browser shell; prints its address and stays. */
import { join } from 'node:path'
import { buildStale } from './build.ts'
import { root, runProgram, userFolder } from './tool.ts'

export const run = async (args: readonly string[]): Promise<number> => {
  const built = await buildStale()
  return built === 0 ? serve(args) : built
}

export const serve = (args: readonly string[]): Promise<number> => {
  // The server closes the project on these; leaving before it would cut it off.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  return runProgram(process.execPath, [join(root, 'out/main/serve.js'), ...args], { cwd: userFolder })
}
