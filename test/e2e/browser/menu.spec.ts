/** The menus of the browser shell: what can be done now is there, and the rest is greyed. */
import { expect, test } from '../app.ts'
import { openInterview, select } from '../interview.ts'

test('a menu offers what can be done with what is chosen, and does it', async ({ app }) => {
  const { page } = app
  const { code, documentId } = await openInterview(app)
  await code('Safety fear', 'I cannot sleep')
  const openMenu = async (name: string) => {
    await page.getByRole('button', { name: 'Menu', exact: true }).first().click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  await openMenu('Code')
  await expect(page.getByRole('menuitem', { name: 'Remove coding' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.keyboard.press('F6')
  await page.keyboard.press('Alt+ArrowDown')
  await openMenu('Code')
  await page.getByRole('menuitem', { name: 'Remove coding' }).click()
  await expect.poll(async () => (await app.client.codings.inDocument({ documentId })).id).toEqual([])

  await select(page, 'The house is sold.')
  await openMenu('Edit')
  await page.getByRole('menuitem', { name: /^Undo .*Safety fear/u }).click()
  await expect.poll(async () => (await app.client.codings.inDocument({ documentId })).id).toHaveLength(1)
})
