/** Answers `shell.*` of the contract: native dialogs, the native menu, links to the outside. */
import { dialog, shell as system, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import type { Messages } from '../../contract/messages/en.ts'
import { createDispatcher } from '../../contract/wire.ts'
import { menuTemplate } from './menu.ts'
import { outsideLink } from './window.ts'

const PROJECT_ENDING = '.verbatim'

export interface ShellOptions {
  readonly window: BrowserWindow
  readonly words: () => Messages['shell']
  /** The folder where the user's documents are. */
  readonly documents: string
  readonly log: (error: unknown) => string
  readonly sendCommand: (id: string) => void
  readonly setMenu: (template: MenuItemConstructorOptions[]) => void
  readonly openWindow: (path: string | null) => void
}

export const answerShell = (options: ShellOptions) => {
  const dispatch = createDispatcher<null, 'shell'>({ shell: shellService(options) }, options.log)
  return (request: unknown) => dispatch(request, null)
}

const shellService = ({
  window,
  words,
  documents,
  sendCommand,
  setMenu,
  openWindow,
}: ShellOptions): Services<null, 'shell'>['shell'] => {
  const projectFilters = () => [
    { name: words().projects, extensions: [PROJECT_ENDING.slice(1)] },
    { name: words().allFiles, extensions: ['*'] },
  ]
  const askPlace = async (title: string, name: string, filters: Electron.FileFilter[]) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(documents, fileName(name)),
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || filePath === '' ? null : filePath
  }
  return {
    chooseProject: async ({ title }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title,
        filters: projectFilters(),
        properties: ['openFile'],
      })
      return { path: canceled ? null : (filePaths[0] ?? null) }
    },
    chooseProjectPlace: async ({ title, name }) => {
      const path = await askPlace(title, name.endsWith(PROJECT_ENDING) ? name : name + PROJECT_ENDING, projectFilters())
      return { path: path === null || extname(path).toLowerCase() === PROJECT_ENDING ? path : path + PROJECT_ENDING }
    },
    saveFile: async ({ title, file }) => {
      const ending = extname(file.name).slice(1)
      const path = await askPlace(title, file.name, [
        ...(ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }]),
        { name: words().allFiles, extensions: ['*'] },
      ])
      if (path !== null) await write(path, Buffer.from(file.base64, 'base64'))
      return { path }
    },
    setMenu: ({ items }) => {
      setMenu(menuTemplate(items, sendCommand, process.platform))
    },
    openLink: async ({ url }) => {
      const link = outsideLink(url)
      if (link === null)
        throw new AppError({ code: 'invalid-input', issues: [{ path: 'url', message: 'https, mailto' }] })
      await system.openExternal(link)
    },
    newWindow: ({ path }) => {
      openWindow(path)
    },
  }
}

/** What no file system takes in a name becomes a hyphen; never a path. */
const fileName = (name: string): string => basename(name).replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '-')

/** All or nothing: what stands there is replaced only by a whole file. */
const write = async (path: string, body: Buffer) => {
  const beside = `${path}.${process.pid}`
  try {
    await writeFile(beside, body)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC') throw new AppError({ code: 'disk-full' })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY')
      throw new AppError({ code: 'read-only', file: basename(path) })
    throw error
  }
}
