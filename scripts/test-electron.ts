/** `npm run test:electron`: the end-to-end specs in a real Electron, where a runtime is found. */
import { buildStale } from './build.ts'
import { findElectron } from './electron.ts'
import { playwright } from './test.ts'

export const run = async (args: readonly string[]): Promise<number> => {
  if (findElectron() === null) {
    console.log(
      'No Electron runtime here, so its tests were not run. `npm start` fetches one where the network allows.',
    )
    return 0
  }
  const built = await buildStale()
  return built === 0 ? playwright('electron', args) : built
}
