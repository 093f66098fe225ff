/** A file that a page makes has a path only where it is sent to the host, so this walk is the browser's. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '../app.ts'

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/documents', name)

test('files dropped on the window are previewed; a text that is there already comes in only when it is wanted', async ({
  app,
}) => {
  await app.newProject('Return')
  const { page, client } = app
  const drop = async (name: string) => {
    const bytes = [...readFileSync(fixture(name))]
    const transfer = await page.evaluateHandle(
      ([content, fileName]) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(content)], fileName))
        return data
      },
      [bytes, basename(name)] as const,
    )
    await page.locator('.window').dispatchEvent('drop', { dataTransfer: transfer })
  }
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
