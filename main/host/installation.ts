/** What belongs to this installation and not to a project: settings, recent projects, and who I am in which project. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { z } from 'zod'
import { Settings, type Recent } from '../../contract/projects.ts'

const Stored = z.object({
  installation: z.uuid(),
  settings: Settings,
  recent: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })),
  /** Coder uid by project uid. */
  coders: z.record(z.string(), z.string()),
})
type Stored = z.infer<typeof Stored>
const KEPT_RECENT = 20

const fileIn = (folder: string) => join(folder, 'installation.json')

/** The folder that the system gives to an application's own data. */
export const defaultFolder = (): string => {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Verbatim')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Verbatim')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'verbatim')
}

/** The settings alone, without making any; null where there are none. */
export const readSettings = (folder: string): Settings | null => read(fileIn(folder))?.settings ?? null

export const openInstallation = (folder: string) => {
  const file = fileIn(folder)
  let stored = read(file) ?? fresh()

  // Several processes (windows, the command line) share the file: each change starts from what is on disk.
  const change = (edit: (from: Stored) => Stored) => {
    stored = edit(read(file) ?? stored)
    mkdirSync(dirname(file), { recursive: true })
    const beside = `${file}.${process.pid}`
    writeFileSync(beside, JSON.stringify(stored, null, 2), { mode: 0o600 })
    renameSync(beside, file)
  }
  if (!existsSync(file)) change((from) => from)
  /** Another window may have changed what people see of it. */
  const latest = () => (stored = read(file) ?? stored)

  return {
    folder,
    uid: stored.installation,
    settings: (): Settings => latest().settings,
    setSettings: (patch: Partial<Settings>) => {
      change((from) => ({ ...from, settings: { ...from.settings, ...patch } }))
    },
    recent: (): Recent[] => latest().recent.map((entry) => ({ ...entry, exists: existsSync(entry.path) })),
    remember: (path: string, name: string) => {
      change((from) => ({
        ...from,
        recent: [
          { path, name, openedAt: new Date().toISOString() },
          ...from.recent.filter((entry) => entry.path !== path),
        ].slice(0, KEPT_RECENT),
      }))
    },
    forget: (path: string) => {
      change((from) => ({ ...from, recent: from.recent.filter((entry) => entry.path !== path) }))
    },
    coderOf: (projectUid: string): string | undefined => stored.coders[projectUid],
    setCoder: (projectUid: string, coderUid: string) => {
      change((from) => ({ ...from, coders: { ...from.coders, [projectUid]: coderUid } }))
    },
  }
}
export type Installation = ReturnType<typeof openInstallation>
/** As much of an installation as a project needs: whose steps they are, and who I am in it. */
export type Identity = Pick<Installation, 'uid' | 'settings' | 'coderOf' | 'setCoder'>

/** A file that cannot be read or is damaged counts as none: settings are not worth refusing to start for. */
const read = (file: string): Stored | null => {
  try {
    const parsed = Stored.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const fresh = (): Stored => {
  const coderName = userName()
  return {
    installation: v7(),
    settings: { language: 'system', theme: 'system', coderName, coderInitials: initialsOf(coderName) },
    recent: [],
    coders: {},
  }
}

const userName = (): string => {
  try {
    return userInfo().username || 'Me'
  } catch {
    return 'Me'
  }
}

/** "Anna de Lange" → "AL"; "anna" → "AN". */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== '')
  const capitals = words.filter((word) => word[0] === word[0]?.toLocaleUpperCase())
  const chosen = capitals.length > 1 ? capitals : words
  const [first = '?', ...rest] = chosen
  const last = rest.at(-1)
  return (last ? [...first][0] + ([...last][0] ?? '') : [...first].slice(0, 2).join('')).toLocaleUpperCase()
}
