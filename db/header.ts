/** The first look at a file that claims to be a project: its header, read without opening it as a database. */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../contract/failure.ts'
import { APPLICATION_ID } from './schema.ts'

const HEADER = 100

/** Schema version of the project file; `ours` is the newest that this program knows. Throws what is wrong with the file. */
export const readVersion = (path: string, ours: number): number => {
  const file = basename(path)
  const { header, size } = readHeader(path)
  const isSqlite = header.toString('latin1', 0, 16) === 'SQLite format 3\0'
  if (!isSqlite || header.readUInt32BE(68) !== APPLICATION_ID) throw new AppError({ code: 'not-verbatim', file })
  const version = header.readUInt32BE(60)
  if (version > ours) throw new AppError({ code: 'newer-version', file, version, ours })
  // A file that was cut off; with a write-ahead log beside it, the rest may still be in the log.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const complete = size >= header.readUInt32BE(28) * pageSize
  if (version < 1 || (!complete && !existsSync(`${path}-wal`)))
    throw new AppError({ code: 'corrupt', file, detail: 'length', copy: null })
  return version
}

const readHeader = (path: string): { header: Buffer; size: number } => {
  const file = basename(path)
  // Only a file is opened: a pipe would wait for somebody to write into it.
  if (!statOf(path, file).isFile()) throw new AppError({ code: 'not-verbatim', file })
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    throw unreadable(error, file)
  }
  try {
    const header = Buffer.alloc(HEADER)
    const { size } = fstatSync(descriptor)
    if (readSync(descriptor, header, 0, HEADER, 0) < HEADER) throw new AppError({ code: 'not-verbatim', file })
    return { header, size }
  } finally {
    closeSync(descriptor)
  }
}

const statOf = (path: string, file: string): Stats => {
  try {
    return statSync(path)
  } catch (error) {
    throw unreadable(error, file)
  }
}

const unreadable = (error: unknown, file: string) => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP')
    return new AppError({ code: 'file-missing', file })
  return new AppError({ code: 'unreadable-file', file, reason: 'no-permission', place: '' })
}
