/** What is in a folder, byte by byte, so that a test can say that nothing of it changed. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every entry below a folder with its kind, and each file with the hash of its bytes and its time of change. */
export const contentsOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).toSorted().map((name) => {
    const stat = statSync(join(folder, name))
    if (!stat.isFile()) return `${name} folder`
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
    return `${name} ${stat.size} ${stat.mtimeMs} ${hash}`
  })
