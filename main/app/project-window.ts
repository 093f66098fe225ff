/** One window with its database process: how both are made, restarted after a crash, and closed. */
import { app, BrowserWindow, dialog, Menu, screen, type MenuItemConstructorOptions } from 'electron'
import { join } from 'node:path'
import type { Event } from '../../contract/event.ts'
import type { Messages } from '../../contract/messages/en.ts'
import type { ProjectInfo } from '../../contract/projects.ts'
import { route, type Route } from './bridge.ts'
import { startHost } from './host-process.ts'
import type { Log } from './log.ts'
import { contextMenuTemplate } from './menu.ts'
import { answerShell } from './shell.ts'
import { placeWindow, readWindowState, writeWindowState } from './state.ts'
import { guardContents, windowAddress, webPreferences, windowOptions } from './window.ts'

export type OpenProject = Pick<ProjectInfo, 'path' | 'sample'>

export interface ProjectWindowOptions {
  /** The installation's folder. */
  readonly folder: string
  /** A project that the page opens when it is there. */
  readonly path: string | null
  readonly log: Log
  readonly words: () => Messages['shell']
  readonly focusOther: Route['focusOther']
  readonly openWindow: (path: string | null) => void
  /** The host says that something changed; `topics` may name the settings. */
  readonly onEvent: (event: Event) => void
  /** `hostClosed` settles when the project's file is closed. */
  readonly onClosed: (hostClosed: Promise<void>) => void
}
export interface ProjectWindow {
  readonly window: BrowserWindow
  readonly answer: (request: unknown) => Promise<unknown>
  readonly project: () => OpenProject | null
  /** Tells the page of something that its own host does not know. */
  readonly send: (event: Event) => void
  /** Shows the page anew, with this project. */
  readonly load: (path: string | null) => void
}

const built = (file: string) => join(import.meta.dirname, '..', file)

export const openProjectWindow = (options: ProjectWindowOptions): ProjectWindow => {
  const { folder, log, words, focusOther, openWindow, onEvent, onClosed } = options
  let project: OpenProject | null = null
  let template: MenuItemConstructorOptions[] = []

  const stateFile = join(folder, 'window.json')
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  const { bounds, maximized } = placeWindow(readWindowState(stateFile), areas)
  const window = new BrowserWindow({
    ...windowOptions,
    ...bounds,
    webPreferences: { ...webPreferences, devTools: !app.isPackaged, preload: built('preload/preload.cjs') },
  })
  const { webContents } = window
  guardContents(webContents)

  const send = (event: Event) => {
    if (!webContents.isDestroyed()) webContents.send('event', event)
  }
  const newHost = () =>
    startHost({
      entry: built('main/process.js'),
      folder,
      log: log.write,
      deliver: (raw) => {
        // It comes from our own host; the page parses it once more.
        const event = raw as Event
        send(event)
        onEvent(event)
      },
      onCrash: () => {
        void askToReopen(words().projectStopped, words().projectStoppedDetail, () => {
          host = newHost()
        })
      },
    })
  let host = newHost()

  const load = (path: string | null) => {
    const address = windowAddress(path)
    // An address that differs in its end only would not load the page again.
    const again = webContents.getURL().startsWith(windowAddress(null))
    void window.loadURL(address).then(() => {
      if (again) webContents.reload()
    })
  }
  const askToReopen = async (message: string, detail: string, before: () => void) => {
    const { reopen, close } = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message,
      detail,
      buttons: [reopen, close],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (window.isDestroyed()) return
    if (response !== 0) {
      window.close()
      return
    }
    before()
    load(project?.path ?? null)
  }

  const showMenu = () => {
    const menu = template.length === 0 ? null : Menu.buildFromTemplate(template)
    // A Mac has one menu bar, which is that of the window in front.
    if (process.platform !== 'darwin') window.setMenu(menu)
    else if (window.isFocused()) Menu.setApplicationMenu(menu)
  }
  const shell = answerShell({
    window,
    words,
    documents: app.getPath('documents'),
    log: log.report,
    sendCommand: (id) => {
      send({ kind: 'command', id })
    },
    setMenu: (next) => {
      template = next
      showMenu()
    },
    openWindow,
  })

  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('focus', () => {
    if (process.platform === 'darwin') showMenu()
  })
  window.on('close', () => {
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  window.on('closed', () => {
    onClosed(host.close())
  })
  webContents.on('context-menu', (_, params) => {
    const items = contextMenuTemplate(params, words())
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
  webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    log.write(`The page's process ended: ${reason}.\n`)
    void askToReopen(words().windowStopped, words().windowStoppedDetail, () => undefined)
  })
  load(options.path)

  return {
    window,
    answer: route({
      shell,
      host: (request) => host.call(request),
      focusOther,
      onProject: (next) => {
        project = next
      },
    }),
    project: () => project,
    send,
    load,
  }
}
