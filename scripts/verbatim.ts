/** `npm run -s verbatim -- COMMAND ...`: the command line; nothing but its answer is on standard output. */
import { join } from 'node:path'
import { buildStale } from './build.ts'
import { root, runProgram, userFolder } from './tool.ts'

export const run = async (args: readonly string[]): Promise<number> => {
  const built = await buildStale()
  if (built !== 0) return built
  // The command closes the project on these; leaving before it would cut it off.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  // What was compiled for one command is there for the next.
  const env = { NODE_COMPILE_CACHE: join(root, 'out/cache') }
  return runProgram(process.execPath, [join(root, 'out/main/cli.js'), ...args], { cwd: userFolder, env })
}
