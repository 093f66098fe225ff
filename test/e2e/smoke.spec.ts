/** Verbatim starts, makes a project, and has it again the next time, in both shells. */
import { join } from 'node:path'
import { expect, test } from './app.ts'

test('opens on the start screen, in the language and theme that are chosen', async ({ app }) => {
  await expect(app.page.getByRole('button', { name: 'Open the sample project' })).toBeVisible()
  await expect(app.page.getByText('An earlier study')).toBeVisible()
  await app.picture('start-english-light')

  await app.client.settings.set({ language: 'nl', theme: 'dark' })
  await expect(app.page.getByText('Code interviews on your own computer')).toBeHidden()
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.page.setViewportSize({ width: 1024, height: 700 })
  await app.picture('start-dutch-dark')
})

test('makes a project, keeps it, and opens it again from a file and from the list', async ({ app }) => {
  await app.page.getByRole('button', { name: 'New project' }).click()
  await app.page.getByRole('textbox').fill('Return migration')
  await app.page.getByRole('button', { name: 'Make project' }).click()
  await expect(app.page).toHaveTitle(/Return migration/u)
  await app.picture('project')

  await app.restart(join(app.files, 'Return migration.verbatim'))
  await expect(app.page).toHaveTitle(/Return migration/u)

  await app.restart()
  await app.page.getByRole('button', { name: /^Return migration/u }).click()
  await expect(app.page).toHaveTitle(/Return migration/u)
})

test('says what is wrong with a file that it was started with', async ({ app }) => {
  await app.restart(join(app.files, 'gone.verbatim'))
  await expect(app.page.getByRole('alertdialog').or(app.page.getByRole('alert')).first()).toContainText('gone.verbatim')
  await expect(app.page.getByRole('button', { name: 'Open a project' })).toBeVisible()
})
