/** Entry of the browser shell: starts the loopback server and prints its address. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultFolder } from './installation.ts'
import { startServer } from './server.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, data: { type: 'string' } } })
const server = await startServer({
  windowFolder: join(import.meta.dirname, '../renderer'),
  dataFolder: values.data ?? defaultFolder(),
  port: Number(values.port),
  log: (line) => {
    console.error(line)
  },
})
console.log(server.url)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    void server.close().then(() => process.exit(0))
  })
