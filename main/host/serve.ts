/** Entry of the browser shell: starts the loopback server, prints its address, and may open the default browser there. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { hasDisplay, openBrowser } from './browser.ts'
import { defaultFolder } from './installation.ts'
import { startServer } from './server.ts'

const main = async () => {
  const { port, data, open, file } = readArguments()
  const server = await startServer({
    windowFolder: join(import.meta.dirname, '../renderer'),
    dataFolder: data ?? defaultFolder(),
    port,
    log: (line) => {
      console.error(line)
    },
  })
  const url = file === null ? server.url : `${server.url}&${new URLSearchParams({ open: file }).toString()}`
  if (open && hasDisplay()) openBrowser(url)
  console.log(url)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0))
    })
}

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        open: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port.`)
    return { ...values, port, file: positionals[0] === undefined ? null : resolve(positionals[0]) }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(2)
  }
}

await main()
