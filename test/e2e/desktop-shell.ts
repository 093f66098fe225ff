/** Starts the desktop shell in a real Electron, with its native dialogs answered and nothing opened outside of it. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../../contract/wire.ts'
import type { Display } from './display.ts'
import type { Place, Shell, ShellKind } from './app.ts'

const root = join(import.meta.dirname, '../..')

export interface DesktopShell extends Shell {
  readonly electron: ElectronApplication
}

export const startDesktopShell = async (
  { args }: Extract<ShellKind, { kind: 'desktop' }>,
  { environment }: Display,
  { data, files }: Place,
  watch: (page: Page) => void,
  file?: string,
): Promise<DesktopShell> => {
  // Without a path Playwright finds the same runtime, and holds the application until it listens: it then misses nothing.
  const electron = await _electron.launch({
    args: [...args, root, '--data', data, ...(file ? [file] : [])],
    env: environment as Record<string, string>,
  })
  electron.on('window', watch)
  await electron.evaluate(answerDialogs, files)
  const page = await electron.firstWindow()
  watch(page)
  await page.waitForURL('app://verbatim/**')
  await takeFocus(electron, page)

  return {
    electron,
    page,
    client: createClient((request) =>
      page.evaluate(
        (asked) => (window as unknown as { host: { call: (request: unknown) => Promise<unknown> } }).host.call(asked),
        request,
      ),
    ),
    receiveFile: async (action) => {
      const before = await saved(electron)
      await action()
      for (let tries = 0; tries < 100; tries++) {
        const path = (await saved(electron)).slice(before.length)[0]
        if (path && existsSync(path)) return path
        await wait(50)
      }
      throw new Error('no file was saved')
    },
    openedOutside: () => electron.evaluate(() => (globalThis as unknown as Answers).opened),
    close: () => electron.close(),
    killHost: async () => {
      const pid = await electron.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Verbatim project')?.pid,
      )
      if (pid === undefined) throw new Error('there is no database process')
      process.kill(pid, 'SIGKILL')
    },
  }
}

/** A bare screen has no window manager to give a window the focus that copying needs, so it is clicked on. */
const takeFocus = async (electron: ElectronApplication, page: Page) => {
  for (let tries = 0; tries < 100 && !(await page.evaluate(() => document.hasFocus())); tries++) {
    await electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const corner = { x: 0, y: 0, button: 'left' as const, clickCount: 1 }
      window?.webContents.sendInputEvent({ type: 'mouseDown', ...corner })
      window?.webContents.sendInputEvent({ type: 'mouseUp', ...corner })
    })
    await wait(50)
  }
}

/** Left in Electron's own process by `answerDialogs`; a test reads and sets them there. */
export interface Answers {
  saved: string[]
  opened: string[]
  /** The answer to the next question to open something. */
  toOpen: string | null
  /** Questions that were asked, and the button that answers the next one. */
  asked: string[]
  button: number
  /** The menus that were built, the newest last. */
  menus: Electron.Menu[]
}

/** Native dialogs are Electron's part and wait for a person: they answer at once, with a place among the user's files. */
const answerDialogs = ({ dialog, shell, Menu }: typeof Electron.CrossProcessExports, folder: string) => {
  const answers: Answers = { saved: [], opened: [], toOpen: null, asked: [], button: 0, menus: [] }
  Object.assign(globalThis, answers)
  const kept = globalThis as unknown as Answers
  type SaveOptions = Electron.SaveDialogOptions
  Object.assign(dialog, {
    showSaveDialog: (_: unknown, { defaultPath = '' }: SaveOptions) => {
      const filePath = `${folder}/${defaultPath.split(/[\\/]/u).at(-1) ?? ''}`
      kept.saved.push(filePath)
      return Promise.resolve({ canceled: false, filePath })
    },
    showOpenDialog: () =>
      Promise.resolve({ canceled: kept.toOpen === null, filePaths: kept.toOpen === null ? [] : [kept.toOpen] }),
    showMessageBox: (_: unknown, { message }: { message: string }) => {
      kept.asked.push(message)
      return Promise.resolve({ response: kept.button, checkboxChecked: false })
    },
  })
  const build = Menu.buildFromTemplate.bind(Menu)
  Object.assign(Menu, {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => {
      const menu = build(template)
      // A native menu that opens would wait for a person.
      Object.assign(menu, { popup: () => undefined })
      kept.menus.push(menu)
      return menu
    },
  })
  Object.assign(shell, {
    openExternal: (url: string) => {
      kept.opened.push(url)
      return Promise.resolve()
    },
  })
}

const saved = (electron: ElectronApplication) => electron.evaluate(() => (globalThis as unknown as Answers).saved)
