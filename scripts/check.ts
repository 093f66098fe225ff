/** `npm run check`: types per room, lint, format and what nobody uses. Runs all of them, then fails if one failed. */
import { runTool } from './tool.ts'

const ROOMS = ['contract', 'db', 'main', 'renderer', 'test']

export const run = async (): Promise<number> => {
  const codes = []
  for (const room of ROOMS) codes.push(await runTool('typescript', ['--project', room], { name: 'tsc' }))
  codes.push(await runTool('oxlint', ['--quiet']))
  codes.push(await runTool('oxfmt', ['--check']))
  codes.push(await runTool('knip', ['--no-progress']))
  return codes.every((code) => code === 0) ? 0 : 1
}
