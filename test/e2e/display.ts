/** A screen of its own for the windows of one worker, so that workers do not take the focus and the clipboard from each other. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export interface Display {
  /** The environment for programs that show something on it. */
  readonly environment: NodeJS.ProcessEnv
  readonly close: () => void
}

/** Where there is no Xvfb the windows come up on the screen that there is. */
export const openDisplay = async (): Promise<Display> => {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  try {
    const [number] = (await Promise.race([
      once(server.stdio[3] as Readable, 'data'),
      once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended'))),
    ])) as [Buffer]
    return {
      environment: { ...process.env, DISPLAY: `:${number.toString('utf8').trim()}` },
      close: () => {
        server.kill()
      },
    }
  } catch {
    return { environment: process.env, close: () => undefined }
  }
}
