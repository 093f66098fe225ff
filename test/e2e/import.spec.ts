import { join } from 'node:path'
import { expect, test, type App } from './app.ts'

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/documents', name)
const chooseFiles = async ({ page }: App, files: readonly string[]) => {
  await expect(page.getByRole('heading', { name: 'Bring in your interviews' })).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+i')
  await (await chooser).setFiles(files)
}

test('interviews come in by their preview: roles, names that are asked, bad files told, one step to take back', async ({
  app,
}) => {
  await app.newProject('Return')
  const { page, client } = app
  await chooseFiles(
    app,
    ['gesprek-r07.docx', 'interview-12.txt', 'gesprek-met-wachtwoord.docx', 'gesprek-oud.doc'].map(fixture),
  )
  const dialog = page.getByRole('dialog', { name: 'Import interviews' })
  const line = (name: string) => dialog.getByRole('option', { name: new RegExp(`^${name}`, 'u') })
  await expect(line('gesprek-r07.docx')).toContainText('2 speakers')
  await expect(line('gesprek-met-wachtwoord.docx')).toContainText('protected by a password')
  await expect(line('gesprek-oud.doc')).toContainText('Verbatim reads .docx, .txt and .md')

  await line('gesprek-r07.docx').click()
  await expect(dialog.getByText('tracked insertion')).toBeVisible()
  await expect(dialog.getByText('2 comments')).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Respondent for “R07”' })).toHaveValue('R07')
  await dialog.getByRole('combobox', { name: 'Respondent for “R07”' }).fill('Nour')
  await dialog.getByRole('combobox', { name: 'Respondent for “R07”' }).press('Enter')
  await app.picture('import-preview')

  const start = dialog.getByRole('button', { name: /^Import 2 documents/u })
  const question = dialog.getByRole('radiogroup', { name: 'How shall the respondents be called?' })
  if (await question.isVisible()) {
    await expect(start).toBeDisabled()
    await question.getByText('Number them').click()
  }
  await start.click()
  await expect(dialog.getByText('2 documents imported.')).toBeVisible()
  await expect(dialog.getByText('2 files did not come in:')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open the first' }).click()
  await expect(page.getByRole('heading', { name: 'gesprek-r07' })).toBeVisible()

  expect((await client.respondents.list({})).map(({ name }) => name)).toContain('Nour')
  const documents = page.getByRole('listbox', { name: 'Documents' })
  await expect(documents.getByRole('option')).toHaveCount(2)
  await documents.getByRole('option', { name: /interview-12/u }).click()
  await expect(page.getByRole('heading', { name: 'interview-12' })).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(documents.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Control+Y')
  await expect(documents.getByRole('option')).toHaveCount(2)
})

test('files dropped on the window are previewed; a text that is there already comes in only when it is wanted', async ({
  app,
}) => {
  await app.newProject('Return')
  const { page, client } = app
  const drop = (name: string) => app.drop(page.locator('.window'), [fixture(name)])
  const dialog = page.getByRole('dialog', { name: 'Import interviews' })
  await drop('interview-12.txt')
  const question = dialog.getByRole('radiogroup')
  await expect(dialog.getByRole('option')).toContainText('speakers')
  if (await question.isVisible()) await question.getByText('After their files').click()
  await dialog.getByRole('button', { name: 'Import 1 document' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await drop('interview-12.txt')
  await expect(dialog.getByRole('option')).toContainText('Same text as a document of the project')
  await expect(dialog.getByRole('button', { name: 'Import 0 documents' })).toBeDisabled()
  await dialog.getByText('Import it anyway').click()
  if (await question.isVisible()) await question.getByText('After their files').click()
  await dialog.getByRole('button', { name: 'Import 1 document' }).click()
  await expect(dialog.getByText('1 document imported.')).toBeVisible()
  expect(await client.documents.list({})).toHaveLength(2)
})
