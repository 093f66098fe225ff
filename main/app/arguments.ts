/** What the command line asks of the desktop shell: `[--data FOLDER] [FILE.verbatim ...]`; Chromium's own switches pass by. */
import { resolve } from 'node:path'

export interface Arguments {
  /** Full paths. */
  readonly files: readonly string[]
  /** Another folder for settings than the system's. */
  readonly data: string | null
}

/** `cwd`: the folder that relative paths start from. */
export const readArguments = (argv: readonly string[], cwd: string): Arguments => {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const data = at === -1 ? undefined : argv[at]?.startsWith('--data=') ? argv[at].slice('--data='.length) : argv[at + 1]
  return {
    data: data === undefined || data === '' ? null : resolve(cwd, data),
    files: argv
      .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.verbatim'))
      .map((word) => resolve(cwd, word)),
  }
}
