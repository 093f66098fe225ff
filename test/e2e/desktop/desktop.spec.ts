/** What only the desktop shell has: windows per project, native dialogs and menus, one instance, recovery from a crash. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App, type ShellKind } from '../app.ts'
import type { Display } from '../display.ts'
import type { Answers, DesktopShell } from '../desktop-shell.ts'

const electronOf = (app: App) => (app.shell as DesktopShell).electron
/** Runs in Electron's own process, with what `answerDialogs` keeps there. */
const answersOf = (app: App) =>
  electronOf(app).evaluate(() => {
    const { asked, opened, saved } = globalThis as unknown as Answers
    return { asked, opened, saved }
  })
const callFrom = (page: Page, feature: string, method: string, input: unknown) =>
  page.evaluate(
    (request) => (window as unknown as { host: { call: (request: unknown) => Promise<unknown> } }).host.call(request),
    { feature, method, input },
  )
const start = async (shell: ShellKind, { environment }: Display, args: readonly string[]) => {
  if (shell.kind !== 'desktop') throw new Error('not the desktop shell')
  const child = spawn(shell.executable, [...shell.args, join(import.meta.dirname, '../../..'), ...args], {
    stdio: 'ignore',
    env: environment,
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('opens a project with the system’s dialog', async ({ app }) => {
  const path = await app.newProject('Asked for')
  await app.client.projects.close({})
  await electronOf(app).evaluate((_, chosen) => {
    ;(globalThis as unknown as Answers).toOpen = chosen
  }, path)
  await expect(app.page.getByRole('button', { name: 'Open a project' })).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+O')
  await expect(app.page).toHaveTitle(/Asked for/u)
})

test('saves a file where the system’s dialog says', async ({ app }) => {
  const file = { name: 'a/b: codes?.csv', mediaType: 'text/csv', base64: Buffer.from('één,2').toString('base64') }
  const path = await app.shell.receiveFile(async () => {
    await app.client.shell.saveFile({ title: 'Save', file })
  })
  expect(path).toBe(`${app.files}/b- codes-.csv`)
  expect(readFileSync(path, 'utf8')).toBe('één,2')
})

test('has the window’s commands in its menu bar', async ({ app }) => {
  const titles = await electronOf(app).evaluate(() =>
    (globalThis as unknown as Answers).menus.at(-1)?.items.map(({ label }) => label),
  )
  expect(titles?.slice(0, 2)).toEqual(['File', 'Edit'])
  await electronOf(app).evaluate(() => {
    const items = (globalThis as unknown as Answers).menus.at(-1)?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items?.find(({ label }) => label.startsWith('Settings'))?.click()
  })
  await expect(app.page.getByRole('dialog')).toBeVisible()
})

test('cuts and pastes in text fields by the native menu', async ({ app }) => {
  await app.page.keyboard.press('ControlOrMeta+N')
  const field = app.page.getByRole('textbox').first()
  await field.fill('words')
  await field.selectText()
  await field.click({ button: 'right' })
  await expect
    .poll(() =>
      electronOf(app).evaluate(() => (globalThis as unknown as Answers).menus.at(-1)?.items.map(({ role }) => role)),
    )
    .toEqual(['cut', 'copy', 'paste', null, 'selectall'])
})

test('opens links outside only when they are safe, and stays where it is', async ({ app }) => {
  await app.client.shell.openLink({ url: 'https://example.org/a' })
  await app.client.shell.openLink({ url: 'mailto:anna@example.org' })
  for (const url of ['http://example.org', 'file:///etc/passwd', 'javascript:alert(1)'])
    await expect(app.client.shell.openLink({ url })).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
  expect((await answersOf(app)).opened).toEqual(['https://example.org/a', 'mailto:anna@example.org'])

  const opened = await app.page.evaluate(() => {
    location.href = 'https://example.org/'
    return window.open('https://example.org/')
  })
  expect(opened).toBeNull()
  expect(electronOf(app).windows()).toHaveLength(1)
  expect(app.page.url()).toMatch(/^app:\/\/verbatim\//u)
})

test('grants the page nothing but writing to the clipboard and full screen', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read', 'local-fonts']
    const asked = await Promise.all(
      names.map(async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state]),
    )
    const camera = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    )
    return { asked: asked.filter(([, state]) => state !== 'denied'), camera }
  })
  expect(states).toEqual({ asked: [], camera: 'refused' })
  await app.page.evaluate(() => navigator.clipboard.writeText('a copied table'))
  expect(await electronOf(app).evaluate(({ clipboard }) => clipboard.readText())).toBe('a copied table')
})

test('writes what the page says last, and leaves one closed file', async ({ app }) => {
  const path = await app.newProject('Half a sentence')
  await app.page.evaluate(() => {
    addEventListener('beforeunload', () => {
      void (window as unknown as { host: { call: (request: unknown) => Promise<unknown> } }).host.call({
        feature: 'projects',
        method: 'rename',
        input: { name: 'A whole sentence' },
      })
    })
  })
  await app.restart(path)
  await expect(app.page).toHaveTitle(/A whole sentence/u)
  await app.close()
  expect(readdirSync(app.files)).toEqual(['Half a sentence.verbatim'])
})

test('has a window per project, and brings the one to the front that has it already', async ({ app }) => {
  const first = await app.newProject('First')
  const opening = electronOf(app).waitForEvent('window')
  await app.client.shell.newWindow({ path: null })
  const second = await opening
  await second.waitForURL('app://verbatim/**')
  await expect(second).toHaveTitle('Verbatim')

  const answer = await callFrom(second, 'projects', 'open', { path: first })
  expect(answer).toEqual({ ok: false, failure: { code: 'cancelled' } })
  await expect(second).toHaveTitle('Verbatim')

  const other = join(app.files, 'Second.verbatim')
  await callFrom(second, 'projects', 'create', { path: other, name: 'Second' })
  await expect(second).toHaveTitle(/Second/u)
  await expect(app.page).toHaveTitle(/First/u)

  await callFrom(second, 'settings', 'set', { language: 'nl' })
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'nl')
})

test('a second start opens its file in the first, and ends', async ({ app, shell, stage }) => {
  const path = await app.newProject('From outside')
  await app.client.projects.close({})
  expect(await start(shell, await stage.display(), ['--data', app.data, path])).toBe(0)
  await expect(app.page).toHaveTitle(/From outside/u)
  expect(electronOf(app).windows()).toHaveLength(1)
})

test('says so when the database process crashes, and reopens the project', async ({ app }) => {
  await app.newProject('Survives')
  await app.client.projects.rename({ name: 'Survives all' })
  await app.shell.killHost()
  await expect.poll(async () => (await answersOf(app)).asked).toEqual(['The project was closed unexpectedly'])
  await expect(app.page).toHaveTitle(/Survives all/u)
  await app.client.projects.rename({ name: 'And goes on' })
  await expect(app.page).toHaveTitle(/And goes on/u)
})

test('keeps the size of the window, and forgets a place that is on no screen', async ({ app }) => {
  const boundsOf = () => electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await electronOf(app).evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1000, height: 700 })
  })
  await app.restart()
  expect(await boundsOf()).toMatchObject({ width: 1000, height: 700 })
  await app.close()
  const file = join(app.data, 'window.json')
  expect(existsSync(file)).toBe(true)
  writeFileSync(file, JSON.stringify({ x: 9000, y: 9000, width: 1000, height: 700, maximized: false }))
  await app.restart()
  const bounds = await boundsOf()
  expect(bounds?.x).toBeLessThan(1440)
  expect(bounds?.y).toBeLessThan(900)
})
