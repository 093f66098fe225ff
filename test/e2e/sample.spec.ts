/** The first start on a computer: Verbatim opens on the sample, which is the user's own from then on. */
import { expect, test } from './app.ts'

test.use({ firstRun: true })

test('the first start opens the sample on an interview; once closed it stays closed, and can be opened again', async ({
  app,
}) => {
  await expect(app.page).toHaveTitle(/Staying and returning/u)
  const passage = () => app.page.getByRole('main').getByText('I have migrated once.')
  await expect(passage()).toBeVisible()
  await expect(app.page.getByText('Detention passivity').first()).toBeVisible()
  await app.picture('sample')
  await app.client.projects.close({})
  await expect(app.page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await app.page.reload()
  await expect(app.page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await app.restart()
  await expect(app.page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await app.page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(passage()).toBeVisible()
})

test('a window that is started with a project opens that one', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Staying and returning/u)
  const path = await app.newProject('Return migration')
  await app.restart(path)
  await expect(app.page).toHaveTitle(/Return migration/u)
})

test.describe('on a Dutch computer', () => {
  test.use({ firstRun: true })
  test('the sample is Dutch', async ({ app }) => {
    await app.client.settings.set({ language: 'nl' })
    await app.client.projects.close({})
    await app.page.getByRole('button', { name: 'Voorbeeldproject openen' }).click()
    await expect(app.page).toHaveTitle(/Blijven en terugkeren/u)
    await expect(app.page.getByRole('main').getByText('Ik ben al een keer geëmigreerd.')).toBeVisible()
    await app.picture('sample-nl')
  })
})
