/** A disk of three megabytes that only this process sees, and that can be full. */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const filler = (folder: string) => join(folder, 'filler')

/** The process must be in a mount namespace of its own (`unshare --mount`), which goes with it. */
export const mountSmallDisk = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder])
}

export const fillDisk = (folder: string): void => {
  const descriptor = openSync(filler(folder), 'a')
  try {
    for (let size = 1 << 20; size >= 1; size = size === 1 ? 0 : size >> 1) writeUntilFull(descriptor, size)
  } finally {
    closeSync(descriptor)
  }
}

export const freeDisk = (folder: string): void => {
  rmSync(filler(folder), { force: true })
}

const writeUntilFull = (descriptor: number, size: number) => {
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(size))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
