/** Builds out/ from the sources, or only when a source is newer than what was built. */
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runTool } from './tool.ts'

const SOURCES = ['contract', 'db', 'main', 'renderer', 'electron.config.ts', 'package.json', 'package-lock.json']
/** Written last, so that a build that was broken off counts as none. */
const stamp = join(root, 'out/built')

export const run = async (): Promise<number> => {
  rmSync(stamp, { force: true })
  // What a command answers is alone on standard output.
  const tool = ['build', '--config', 'electron.config.ts', '--logLevel', 'warn']
  const code = await runTool('electron-vite', tool, { stdout: 'stderr' })
  if (code === 0) writeFileSync(stamp, '')
  return code
}

export const buildStale = async (): Promise<number> => {
  if (existsSync(stamp) && newest(SOURCES.map((name) => join(root, name))) < statSync(stamp).mtimeMs) return 0
  console.error('Building Verbatim...')
  return run()
}

/** Time of the last change of these files and folders; a folder changes when a file in it is added or removed. */
const newest = (paths: readonly string[]): number => {
  let latest = 0
  for (const path of paths) {
    const stat = statSync(path)
    latest = Math.max(
      latest,
      stat.mtimeMs,
      stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0,
    )
  }
  return latest
}
