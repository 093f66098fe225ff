/** Parts of the desktop shell that decide something, without Electron: places, menus, arguments, which window has what. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '../../../contract/messages/en.ts'
import { readArguments } from '../../../main/app/arguments.ts'
import { route } from '../../../main/app/bridge.ts'
import { openLog } from '../../../main/app/log.ts'
import { contextMenuTemplate, menuTemplate } from '../../../main/app/menu.ts'
import { placeWindow, readWindowState, writeWindowState, type Rectangle } from '../../../main/app/state.ts'
import { temporaryFolder } from '../../support/host.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 2560, height: 1400 }

describe('the place of a window', () => {
  test('is the screen’s to choose the first time, and no larger than it', () => {
    expect(placeWindow(null, [beside])).toEqual({ bounds: { width: 1440, height: 900 }, maximized: false })
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      bounds: { width: 1024, height: 700 },
      maximized: false,
    })
  })
  test('is kept while its screen is there', () => {
    const saved = { x: 1600, y: 100, width: 1200, height: 800, maximized: true }
    expect(placeWindow(saved, [laptop, beside])).toEqual({
      bounds: { x: 1600, y: 100, width: 1200, height: 800 },
      maximized: true,
    })
  })
  test('is given up when that screen is gone; the size stays as far as it fits', () => {
    const saved = { x: 1600, y: 100, width: 2000, height: 800, maximized: false }
    expect(placeWindow(saved, [laptop])).toEqual({ bounds: { width: 1440, height: 800 }, maximized: false })
  })
  test('always leaves a piece of the title bar on a screen', () => {
    const edge = fc.integer({ min: -5000, max: 5000 })
    const length = fc.integer({ min: 1, max: 4000 })
    fc.assert(
      fc.property(fc.record({ x: edge, y: edge, width: length, height: length, maximized: fc.boolean() }), (saved) => {
        const { bounds } = placeWindow(saved, [laptop, beside])
        const { x, y } = bounds
        const isInSight = [laptop, beside].some(
          (screen) =>
            (x ?? 0) + bounds.width > screen.x &&
            (x ?? 0) < screen.x + screen.width &&
            (y ?? screen.y) >= screen.y - 10 &&
            (y ?? screen.y) < screen.y + screen.height,
        )
        expect(isInSight).toBe(true)
      }),
    )
  })
  test('survives in its file; a file that is not ours counts as none', () => {
    const file = join(temporaryFolder(), 'deep/window.json')
    expect(readWindowState(file)).toBeNull()
    const state: Rectangle & { maximized: boolean } = { x: -5, y: 3, width: 900, height: 700, maximized: true }
    writeWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
    for (const other of [
      '{',
      '[]',
      'null',
      '{"x":0,"y":0,"width":"9","height":1}',
      '{"x":0,"y":0,"width":0,"height":9}',
    ]) {
      writeFileSync(file, other)
      expect(readWindowState(file)).toBeNull()
    }
  })
  test('that cannot be written is let go', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'window.json'))
    expect(() => {
      writeWindowState(join(folder, 'window.json'), { ...laptop, maximized: false })
    }).not.toThrow()
  })
})

describe('the menu bar', () => {
  test('shows the window’s commands and gives back their ids', () => {
    const run: string[] = []
    const [file] = menuTemplate(
      [
        {
          kind: 'submenu',
          label: 'File',
          items: [
            { kind: 'command', id: 'start.open', label: 'Open', accelerator: 'CmdOrCtrl+O' },
            { kind: 'separator' },
            { kind: 'command', id: 'view.fold', label: 'Fold', enabled: false, checked: true },
            { kind: 'role', id: 'quit', label: 'Quit' },
          ],
        },
      ],
      (id) => run.push(id),
      'linux',
    )
    const items = file?.submenu as Electron.MenuItemConstructorOptions[]
    expect(items).toEqual([
      {
        label: 'Open',
        enabled: true,
        accelerator: 'CmdOrCtrl+O',
        registerAccelerator: false,
        click: expect.any(Function) as unknown,
      },
      { type: 'separator' },
      { label: 'Fold', enabled: false, type: 'checkbox', checked: true, click: expect.any(Function) as unknown },
      { label: 'Quit', role: 'quit' },
    ])
    items[0]?.click?.({} as never, undefined, new Event('click') as never)
    expect(run).toEqual(['start.open'])
  })
  test('gives the page none of Electron’s own tools', () => {
    for (const id of ['toggleDevTools', 'reload', 'forceReload', 'undo', undefined])
      expect(menuTemplate([{ kind: 'role', ...(id === undefined ? {} : { id }) }], () => undefined, 'win32')).toEqual(
        [],
      )
  })
  test('begins with the application’s menu on a Mac', () => {
    expect(menuTemplate([], () => undefined, 'darwin')).toEqual([{ role: 'appMenu' }])
  })
})

describe('the menu of a text field', () => {
  const editFlags = { canCut: true, canCopy: false, canPaste: true, canSelectAll: true } as Electron.EditFlags
  test('cuts, copies and pastes', () => {
    const items = contextMenuTemplate({ isEditable: true, editFlags, selectionText: '' }, en.shell)
    expect(items.map(({ role, label, enabled }) => [role, label, enabled])).toEqual([
      ['cut', 'Cut', true],
      ['copy', 'Copy', false],
      ['paste', 'Paste', true],
      [undefined, undefined, undefined],
      ['selectAll', 'Select all', true],
    ])
  })
  test('copies what is selected elsewhere, and is not there where nothing is', () => {
    const other = { isEditable: false, editFlags: { ...editFlags, canCopy: true } }
    expect(contextMenuTemplate({ ...other, selectionText: 'a word' }, en.shell)).toEqual([
      { role: 'copy', label: 'Copy', enabled: true },
    ])
    expect(contextMenuTemplate({ ...other, selectionText: ' ' }, en.shell)).toEqual([])
  })
})

test('arguments: project files and another folder for settings; Chromium’s switches pass by', () => {
  const cwd = join('/', 'home', 'anna')
  expect(readArguments(['.', '--no-sandbox', 'a.verbatim', '/tmp/B.Verbatim', 'notes.txt'], cwd)).toEqual({
    files: [join(cwd, 'a.verbatim'), join('/', 'tmp', 'B.Verbatim')],
    data: null,
  })
  expect(readArguments(['--data', 'x'], cwd).data).toBe(join(cwd, 'x'))
  expect(readArguments(['--data=/y'], cwd).data).toBe(join('/', 'y'))
  expect(readArguments(['--data'], cwd).data).toBeNull()
})

test('the log keeps where an error came from, and one older file when it grows', () => {
  const file = join(temporaryFolder(), 'log.txt')
  const log = openLog(file)
  const reference = log.report(new Error('broke'))
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^\\S+ ${reference} Error: broke\n +at `, 'u'))
  log.write('x'.repeat(1024 * 1024))
  log.write('new\n')
  expect(readFileSync(file, 'utf8')).toBe('new\n')
  expect(readFileSync(`${file}.old`, 'utf8')).toContain(reference)
})

describe('calls of a window', () => {
  const info = { path: '/a.verbatim', name: 'A', uid: 'u', codebookClosed: false, sample: false }
  const set = (host: unknown, hasOther = false) => {
    const seen: unknown[] = []
    const answer = route({
      shell: (request) => Promise.resolve({ shell: request }),
      host: (request) => {
        seen.push(['host', request])
        return Promise.resolve(host)
      },
      focusOther: (sought) => {
        seen.push(['sought', sought])
        return hasOther
      },
      onProject: (project) => seen.push(['project', project]),
    })
    return { answer, seen }
  }
  const open = { feature: 'projects', method: 'open', input: { path: '/a.verbatim' } }

  test('go to the host, also when they are no requests at all; it says what is wrong with them', async () => {
    for (const request of [{ feature: 'codes', method: 'list', input: {} }, 'nonsense', null]) {
      const { answer, seen } = set({ ok: true, output: [] })
      expect(await answer(request)).toEqual({ ok: true, output: [] })
      expect(seen).toEqual([['host', request]])
    }
  })
  test('for the shell stay here', async () => {
    const { answer, seen } = set(null)
    const request = { feature: 'shell', method: 'openLink', input: {} }
    expect(await answer(request)).toEqual({ shell: request })
    expect(seen).toEqual([])
  })
  test('that open a project which another window has bring that one to the front', async () => {
    const { answer, seen } = set(null, true)
    expect(await answer(open)).toEqual({ ok: false, failure: { code: 'cancelled' } })
    expect(seen).toEqual([['sought', { path: '/a.verbatim' }]])
  })
  test('that open or close a project are remembered, and refusals are not', async () => {
    const opened = set({ ok: true, output: info })
    await opened.answer(open)
    expect(opened.seen.at(-1)).toMatchObject(['project', { path: '/a.verbatim', sample: false }])
    const closed = set({ ok: true })
    await closed.answer({ feature: 'projects', method: 'close', input: {} })
    expect(closed.seen.at(-1)).toEqual(['project', null])
    const refused = set({ ok: false, failure: { code: 'not-verbatim', file: 'a' } })
    expect(await refused.answer(open)).toEqual({ ok: false, failure: { code: 'not-verbatim', file: 'a' } })
    expect(refused.seen.map((entry) => (entry as unknown[])[0])).toEqual(['sought', 'host'])
  })
  test('for the sample that another window has bring that one to the front', async () => {
    const { answer } = set({ ok: false, failure: { code: 'locked', file: 'sample.verbatim', holder: null } }, true)
    expect(await answer({ feature: 'projects', method: 'openSample', input: { language: 'en' } })).toEqual({
      ok: false,
      failure: { code: 'cancelled' },
    })
  })
})
