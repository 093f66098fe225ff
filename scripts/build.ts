/** Builds out/ from the sources, or only when a source is newer than what was built. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root, runTool } from './tool.ts'

const SOURCES = ['contract', 'db', 'main', 'renderer', 'electron.config.ts', 'package.json', 'package-lock.json']
/** Written last, so that a build that was broken off counts as none. */
const stamp = join(root, 'out/built')

/** Holds the number of the process that builds. */
const building = join(root, 'out/building')
const BETWEEN_LOOKS = 200

export const run = async (): Promise<number> => {
  await takeTurn()
  try {
    return await build()
  } finally {
    rmSync(building, { force: true })
  }
}

export const buildStale = async (): Promise<number> => {
  if (!isStale()) return 0
  await takeTurn()
  try {
    // Another command may have built meanwhile.
    if (!isStale()) return 0
    console.error('Building Verbatim...')
    return await build()
  } finally {
    rmSync(building, { force: true })
  }
}

const build = async (): Promise<number> => {
  const began = new Date()
  rmSync(stamp, { force: true })
  rmSync(join(root, 'out/cache'), { recursive: true, force: true })
  // What a command answers is alone on standard output.
  const tool = ['build', '--config', 'electron.config.ts', '--logLevel', 'warn']
  const code = await runTool('electron-vite', tool, { stdout: 'stderr' })
  if (code === 0) {
    writeFileSync(stamp, '')
    // What changed while it was built is not in it.
    utimesSync(stamp, began, began)
  }
  return code
}

const isStale = (): boolean =>
  !existsSync(stamp) || newest(SOURCES.map((name) => join(root, name))) >= statSync(stamp).mtimeMs

/** Scripts run commands at the same time: one builds, the others wait. */
const takeTurn = async (): Promise<void> => {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(building, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!isAtWork()) rmSync(building, { force: true })
      await setTimeout(BETWEEN_LOOKS)
    }
  }
}

/** One that was killed left its number behind. */
const isAtWork = (): boolean => {
  try {
    const builder = Number(readFileSync(building, 'utf8'))
    return builder > 0 && process.kill(builder, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
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
