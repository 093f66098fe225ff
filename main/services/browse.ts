/** Folders and project files of this computer, for the browser shell, which has no native dialogs. */
import { readdirSync, statSync, type Stats } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { AppError } from '../../contract/failure.ts'

const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Hidden entries and what may not be looked at are left out. */
export const browse = ({ folder: asked }: { folder: string | null }) => {
  const folder = asked === null ? homedir() : resolve(asked)
  const entries = namesIn(folder).flatMap((name) => {
    const stat = name.startsWith('.') ? null : statOf(join(folder, name))
    return stat ? [{ name, stat }] : []
  })
  const parent = dirname(folder)
  return {
    folder,
    parent: parent === folder ? null : parent,
    folders: entries.filter(({ stat }) => stat.isDirectory()).map(({ name }) => name),
    files: entries
      .filter(({ name, stat }) => stat.isFile() && extname(name).toLowerCase() === '.verbatim')
      .map(({ name, stat }) => ({ name, path: join(folder, name), modifiedAt: stat.mtime.toISOString() })),
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).toSorted(order.compare)
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
    throw new AppError(
      missing
        ? { code: 'file-missing', file: folder }
        : { code: 'unreadable-file', file: folder, reason: 'no-permission', place: '' },
    )
  }
}

const statOf = (path: string): Stats | null => {
  try {
    return statSync(path)
  } catch {
    return null
  }
}
