/** The file of the sample project: made at the first opening, an ordinary project of the user's from then on. */
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Language } from '../../contract/documents.ts'
import { AppError } from '../../contract/failure.ts'

/**
 * Answers the sample's path in `folder`; it is made where it is not there yet, whole or not at all. Its texts, and what
 * reads them, are loaded when it is asked for: a command must not wait for them.
 */
export const sampleIn = (folder: string): ((language: Language) => Promise<string>) => {
  const beingMade = new Map<string, Promise<void>>()
  const make = async (path: string, language: Language) => {
    const { buildSample } = await import('./build.ts')
    const bytes = await buildSample(language)
    if (!existsSync(path)) writeWhole(folder, path, bytes)
  }
  return async (language) => {
    const { sampleWords } = await import('./content.ts')
    const path = join(folder, `${sampleWords[language].file}.verbatim`)
    if (!existsSync(path)) {
      const making = beingMade.get(path) ?? make(path, language).finally(() => beingMade.delete(path))
      beingMade.set(path, making)
      await making
    }
    return path
  }
}

/** Written beside its place and renamed: what bears the name is complete. */
const writeWhole = (folder: string, path: string, bytes: Buffer): void => {
  const beside = `${path}.${randomUUID()}`
  try {
    mkdirSync(folder, { recursive: true })
    const descriptor = openSync(beside, 'wx', 0o600)
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppError({ code: 'disk-full' })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new AppError({ code: 'read-only', file: basename(path) })
    throw error
  }
}
