/** Runs a module of test/support/children in plain Node, with what the build gives our modules (SQL as text). */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [name = ''] = process.argv.slice(2)
await runnerImport(fileURLToPath(new URL(`children/${name}.ts`, import.meta.url)), {
  root,
  configFile: false,
  logLevel: 'error',
})
