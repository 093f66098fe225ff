/** What a window shows of a project file that is damaged, or that somebody else has open. */
import Database from 'better-sqlite3'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { takeLock } from '../../db/lock.ts'
import { expect, test, type App } from './app.ts'

/** A closed project with a code, and one automatic copy of it. */
const closedProject = async (app: App) => {
  const path = await app.newProject('Study')
  const codes = []
  for (const name of ['Safety fear', 'Fear', 'Return'])
    codes.push(await app.client.codes.create({ parentId: null, name, color: null }))
  await app.client.codes.merge({ from: [codes[1]?.id ?? 0], into: codes[0]?.id ?? 0 })
  await app.client.projects.close({})
  await expect(app.page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
  return path
}
const open = (app: App) =>
  app.page
    .getByRole('button', { name: /Study\.verbatim/u })
    .first()
    .click()
const goBack = (app: App) => app.page.getByRole('button', { name: 'Go back to the newest copy' }).click()
/** The copy was made before the merge. */
const expectCopy = async (app: App) => {
  await expect(app.page.getByText('Return').first()).toBeVisible()
  expect((await app.client.codes.list({})).map(({ name }) => name)).toEqual(['Safety fear', 'Fear', 'Return'])
}

test('a project that was cut off is left as it is, and its newest copy can take its place', async ({ app }) => {
  const path = await closedProject(app)
  truncateSync(path, 20_000)
  const bytes = readFileSync(path)
  await open(app)
  await expect(app.page.getByText('“Study.verbatim” is damaged.')).toBeVisible()
  expect(readFileSync(path)).toEqual(bytes)
  await app.picture('damaged')
  await goBack(app)
  await expectCopy(app)
})

test('damage deep in the file is found while it is open, and there is a way back', async ({ app }) => {
  const path = await closedProject(app)
  const db = new Database(path, { readonly: true })
  const page =
    db.prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'change' AND pagetype = 'leaf'`).pluck().get() ?? 0
  db.close()
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0xa5, (page - 1) * 4096, page * 4096))
  await open(app)
  await expect(app.page.getByText('Return').first()).toBeVisible()
  await expect(app.page.getByText('A full check found damage in “Study.verbatim”.')).toBeVisible({ timeout: 15_000 })
  await goBack(app)
  await expectCopy(app)
})

test('a project that somebody else has open says who', async ({ app }) => {
  const path = await closedProject(app)
  const lock = takeLock(path, {
    user: 'anna',
    machine: hostname(),
    application: 'command line',
    since: '',
    pid: process.pid,
    endpoint: '',
  })
  await open(app)
  await expect(app.page.getByText(/is in use by anna on .*, in the command line/u)).toBeVisible()
  lock.release()
  await open(app)
  await expect(app.page.getByText('Return').first()).toBeVisible()
})
