/** The open windows: each has one project, or the start screen. Which has what, in which language they speak, their end. */
import { app, nativeTheme, type BrowserWindow, type WebContents } from 'electron'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { en, type Messages } from '../../contract/messages/en.ts'
import { nl } from '../../contract/messages/nl.ts'
import { Settings } from '../../contract/projects.ts'
import { Response } from '../../contract/wire.ts'
import type { Log } from './log.ts'
import { openProjectWindow, type ProjectWindow } from './project-window.ts'

export const createWindows = ({ folder, log }: { readonly folder: string; readonly log: Log }) => {
  const windows = new Map<WebContents, ProjectWindow>()
  /** Files of windows that are gone already, still being closed. */
  const closing = new Set<Promise<void>>()
  let words: Messages['shell'] = en.shell

  /** To the front where a window has it; into a window that has none; else into a new one. */
  const open = (path: string | null): void => {
    const all = [...windows.values()]
    const having = path === null ? undefined : all.find((candidate) => isSame(candidate.project()?.path, path))
    const empty = path === null ? undefined : all.find((candidate) => candidate.project() === null)
    if (having) {
      bringUp(having.window)
    } else if (empty) {
      empty.load(path)
      bringUp(empty.window)
    } else {
      make(path)
    }
  }

  const make = (path: string | null) => {
    const made: ProjectWindow = openProjectWindow({
      folder,
      path,
      log,
      words: () => words,
      openWindow: open,
      focusOther: (sought) => {
        const other = [...windows.values()].find(
          (candidate) =>
            candidate !== made &&
            ('sample' in sought ? candidate.project()?.sample : isSame(candidate.project()?.path, sought.path)),
        )
        if (other) bringUp(other.window)
        return other !== undefined
      },
      onEvent: (event) => {
        if (event.kind !== 'changed' || !event.topics.includes('settings')) return
        void followSettings(made)
        for (const other of windows.values())
          if (other !== made) other.send({ kind: 'changed', topics: ['settings'], codings: { put: [], removed: [] } })
      },
      onClosed: (hostClosed) => {
        windows.delete(contents)
        closing.add(hostClosed)
        void hostClosed.finally(() => closing.delete(hostClosed))
      },
    })
    const contents = made.window.webContents
    windows.set(contents, made)
    void followSettings(made)
  }

  /** Native dialogs and title bars follow the language and theme that the user chose. */
  const followSettings = async ({ answer }: ProjectWindow) => {
    const response = Response.safeParse(await answer({ feature: 'settings', method: 'get', input: {} }))
    const settings = Settings.safeParse(response.data?.ok ? response.data.output : null)
    if (!settings.success) return
    const { language, theme } = settings.data
    const chosen = language === 'system' ? app.getPreferredSystemLanguages()[0]?.slice(0, 2) : language
    words = (chosen === 'nl' ? nl : en).shell
    nativeTheme.themeSource = theme
  }

  return {
    open,
    answerFor: (contents: WebContents) => windows.get(contents)?.answer,
    count: () => windows.size,
    /** The last window used, to the front; a new one where there is none. */
    bringUpAny: () => {
      const [any] = windows.values()
      if (any) bringUp(any.window)
      else make(null)
    },
    /** False when no file is being closed any more. */
    isClosing: () => closing.size > 0,
    closed: async () => {
      await Promise.all(closing)
    },
  }
}

const bringUp = (window: BrowserWindow) => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Two ways to write one file are one project. */
const isSame = (a: string | undefined, b: string): boolean => a !== undefined && real(a) === real(b)
const real = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    return resolve(path)
  }
}
