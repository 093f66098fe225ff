/** Where answers go: standard output, or a file that is replaced whole. */
import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AppError } from '../../../contract/failure.ts'
import { explainFile } from '../../../db/failure.ts'
import { CannotDo } from './problems.ts'

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Whoever reads our output may stop: `| head`. */
export const allowReadersToLeave = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** `output` null: standard output. A file that is there is replaced, as scripts expect. */
export const deliver = (bytes: Buffer, output: string | null): void => {
  if (output === null) {
    process.stdout.write(bytes)
    return
  }
  const path = existsSync(output) ? realpathSync(output) : resolve(output)
  const beside = `${path}.${randomUUID().slice(0, 8)}`
  // Only a file is put in the place of a file; a pipe or a device is written to.
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true
  try {
    writeFileSync(isFile ? beside : path, bytes)
    if (isFile) renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    const explained = explainFile(error, path)
    if (explained instanceof AppError && explained.failure.code === 'disk-full') throw explained
    throw new CannotDo(({ failed }) => failed.output(basename(path)))
  }
}
