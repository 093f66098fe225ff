/** The child's end of test/support/child.ts. */
import { createInterface } from 'node:readline'

export const args = process.argv.slice(3)
export const tell = (message: unknown): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
export const onMessage = (take: (message: never) => void): void => {
  createInterface({ input: process.stdin }).on('line', (line) => {
    take(JSON.parse(line) as never)
  })
}
