/** Verbatim starts, makes a project, and has it again the next time, in both shells. */
import { expect, test } from './app.ts'

test('opens on the start screen, in the language and theme that are chosen', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await expect(app.page.getByText('An earlier study')).toBeVisible()
  await app.picture('start')
})

test('keeps a project from one session to the next', async ({ app }) => {
  const path = await app.newProject('Return migration')
  await app.picture('project')
  await app.restart(path)
  await app.picture('again')
  await expect(app.page).toHaveTitle(/Return migration/u)
})
