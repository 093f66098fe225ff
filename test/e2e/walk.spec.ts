/** The main job, end to end: import Word interviews, code them from the keyboard, count, read, export, quit, go on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './app.ts'

const documents = join(import.meta.dirname, '../fixtures/documents')
const WORD_FILES = ['gesprek-r07.docx', 'interview-21-libreoffice.docx'].map((name) => join(documents, name))

test('codes an interview and counts codes across respondents', async ({ app }) => {
  const { page } = app
  test.setTimeout(180_000)
  const path = await app.newProject('Return intentions')
  await importInterviews(app)
  await giveHealth(app)

  await test.step('codes from the keyboard', async () => {
    await page.keyboard.press('F6')
    await page.keyboard.press('Control+j')
    await page.keyboard.press('Space')
    await code(page, 'safety fear')
    await page.keyboard.press('Control+j')
    await page.keyboard.press('.')
    await code(page, 'detention passivity')
    // The selection stays for a second code.
    await code(page, 'return as new migration')
    await expect(stripe(page, 'detention passivity')).toBeVisible()
    await expect(stripe(page, 'return as new migration')).toBeVisible()
    await app.picture('walk-1-coded')
  })

  await test.step('asks which share of the respondents speaks of each code, by health', async () => {
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: /^Across/u }).click()
    await page.getByRole('menuitemradio', { name: 'Health' }).click()
    const table = page.getByRole('grid').or(page.getByRole('table')).filter({ hasText: 'safety fear' })
    const row = table.getByRole('row').filter({ hasText: 'safety fear' })
    await expect(row).toContainText('1 of 1')
    await expect(row).toContainText('0 of 1')
    await expect(row).toContainText('1 of 2')
    await expect(page.getByRole('row').filter({ hasText: /^All/u })).toContainText('1 of 2')
    await app.picture('walk-2-counted')
  })

  await test.step('clicks a cell and reads its excerpts', async () => {
    const row = page.getByRole('row').filter({ hasText: 'safety fear' })
    await row.getByText('1 of 1').click()
    await expect(page.getByText('safety fear, Poor: 1 of 1 respondent, 1 excerpt')).toBeVisible()
    await expect(page.getByText('Het was niet veilig.')).toBeVisible()
    await app.picture('walk-3-excerpts')
  })

  await test.step('exports the table and the codebook', async () => {
    const table = await app.shell.receiveFile(() => exportAs(page, 'For other programs (.csv) …'))
    const csv = readFileSync(table, 'utf8')
      .replace(/^\uFEFF/u, '')
      .split('\r\n')
    expect(csv[0]).toBe('code_path,n_codings,n_respondents,Good,Poor')
    expect(csv).toContain('safety fear,1,1,0,1')
    const codebook = await app.shell.receiveFile(() => exportAs(page, 'Codebook (.qdc) …'))
    expect(readFileSync(codebook, 'utf8')).toContain('name="return as new migration"')
  })

  await test.step('quits in the middle of a sentence, and everything is there the next time', async () => {
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('F6')
    await page.keyboard.press('Alt+m')
    await page.getByRole('textbox', { name: 'Memo' }).pressSequentially('She says it was not safe, and then she')
    await app.restart(path)
    const again = app.page
    await expect(again).toHaveTitle(/Return intentions/u)
    expect(await app.client.memos.list({})).toMatchObject([{ body: 'She says it was not safe, and then she' }])
    await again.getByRole('option', { name: /gesprek-r07/u }).dblclick()
    await expect(stripe(again, 'return as new migration')).toBeVisible()
    await again.keyboard.press('Control+z')
    await expect.poll(async () => (await app.client.memos.list({})).length).toBe(0)
    // Undo takes her last coding back, and the code that was made for it stays until the next.
    await again.keyboard.press('Control+z')
    await expect(stripe(again, 'return as new migration')).toBeHidden()
    await expect(stripe(again, 'detention passivity')).toBeVisible()
    await again.keyboard.press('Control+Shift+z')
    await expect(stripe(again, 'return as new migration')).toBeVisible()
    await app.picture('walk-4-again')
  })
})

const importInterviews = async ({ page, picture }: App) => {
  await expect(page.getByRole('heading', { name: 'Bring in your interviews' })).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+i')
  await (await chooser).setFiles(WORD_FILES)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('2 files ready')).toBeVisible({ timeout: 20_000 })
  await picture('walk-0-import')
  await dialog.getByRole('button', { name: 'Import 2 documents' }).click()
  await dialog.getByRole('button', { name: 'Open the first' }).click()
  await expect(page.getByRole('textbox', { name: /gesprek-r07/u })).toBeVisible()
}

/** Two or three letters and Enter; on no match the code is made. */
const code = async (page: Page, name: string) => {
  await page.keyboard.type(name)
  await expect(page.getByRole('combobox').or(page.getByRole('searchbox')).first()).toHaveValue(name)
  await page.keyboard.press('Enter')
  await expect(stripe(page, name)).toBeVisible()
}
const stripe = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Codings in view' }).getByRole('button', { name: new RegExp(name, 'u') })

const exportAs = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Attributes as they come from a spreadsheet; the specs of the respondents room enter them by hand. */
const giveHealth = async ({ client }: App) => {
  const { id } = await client.attributes.create({
    owner: 'respondent',
    name: 'Health',
    type: 'choice',
    choices: ['Good', 'Poor'],
  })
  const respondents = await client.respondents.list({})
  expect(respondents.map(({ name }) => name).toSorted()).toEqual(['Nadia', 'R07'])
  await client.attributes.set({
    cells: respondents.map(({ id: ownerId, name }) => ({
      attributeId: id,
      ownerId,
      value: { kind: 'value', value: name === 'R07' ? 'Poor' : 'Good' },
    })),
  })
}
