/** Every room and the larger dialogs against axe's rules for WCAG 2.2 AA, in both themes; axe needs a page of its own. */
import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import { expect, test, type App } from '../app.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const complaints = async ({ page }: App, inside?: string) => {
  const builder = new AxeBuilder({ page }).withTags(rules)
  const { violations } = await (inside === undefined ? builder : builder.include(inside)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const)
  test(`rooms and dialogs are accessible in the ${theme} theme`, async ({ app }) => {
    test.slow()
    const { page, client } = app
    await client.settings.set({ theme })
    await client.projects.openSample({ language: 'en' })
    await expect(page.getByRole('listbox', { name: 'Documents' })).toBeVisible()
    for (const [index, room] of ['Code', 'Query', 'Codebook', 'Respondents', 'Memos', 'History'].entries()) {
      await page.keyboard.press(`Alt+${index + 1}`)
      await expect(page.getByRole('navigation').getByRole('radio', { name: room, exact: true })).toBeChecked()
      expect.soft(await complaints(app), room).toEqual([])
    }
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Alt+Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect.soft(await complaints(app, '[role="dialog"]'), 'properties').toEqual([])
    await page.keyboard.press('Escape')

    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Control+i')
    const fixtures = join(import.meta.dirname, '../../fixtures/documents')
    await (await chooser).setFiles(['gesprek-r07.docx', 'gesprek-oud.doc'].map((name) => join(fixtures, name)))
    await expect(page.getByRole('option', { name: /^gesprek-r07/u })).toContainText('speakers')
    expect.soft(await complaints(app, '[role="dialog"]'), 'import').toEqual([])
  })
