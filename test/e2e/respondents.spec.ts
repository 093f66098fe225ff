import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type App } from './app.ts'

const openRoom = async (app: App) => {
  await app.newProject('Return')
  for (const name of ['R03', 'R07', 'R11']) await app.client.respondents.create({ name })
  await app.page.keyboard.press('Alt+4')
  return app.page.getByRole('grid', { name: 'Respondents with their attributes' })
}
const cell = (app: App, row: string, column: number) =>
  app.page
    .getByRole('row', { name: new RegExp(`^${row}`, 'u') })
    .getByRole('gridcell')
    .nth(column)

test('attributes are filled in from the keyboard; what does not fit is told and kept out', async ({ app }) => {
  const grid = await openRoom(app)
  const { page, client } = app
  await client.attributes.create({ owner: 'respondent', name: 'Age', type: 'number' })
  await client.attributes.create({ owner: 'respondent', name: 'Country', type: 'choice', choices: ['Iraq', 'Somalia'] })
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('31')
  await page.keyboard.press('Enter')
  await page.keyboard.type('young')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('“young” is not a number')
  await page.keyboard.press('Escape')
  await page.keyboard.type('27')
  await page.keyboard.press('Tab')
  await page.keyboard.type('so')
  await page.keyboard.press('Enter')
  await expect(cell(app, 'R03', 0)).toHaveText('31')
  await expect(cell(app, 'R07', 0)).toHaveText('27')
  await expect(cell(app, 'R07', 1)).toHaveText('Somalia')
  await page.keyboard.press('Control+Z')
  await expect(cell(app, 'R07', 1)).toHaveText('')
  await app.picture('attributes')
})

test('a block from a spreadsheet brings new names and choices after asking, as one step; a .csv the same', async ({
  app,
}) => {
  const grid = await openRoom(app)
  const { page, client, files } = app
  await client.attributes.create({ owner: 'respondent', name: 'Country', type: 'choice', choices: ['Iraq'] })
  await client.attributes.create({ owner: 'respondent', name: 'Arrival', type: 'date' })
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await grid.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'R07\tSyria\t14-3-2026\nR20\tIraq\t1 May 2025\n')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const question = page.getByRole('dialog', { name: 'New choices' })
  await expect(question).toContainText('Country: Syria')
  await expect(question).toContainText('R20')
  await question.getByRole('button', { name: 'Add and continue' }).click()
  await expect(cell(app, 'R20', 1)).toHaveText('1 May 2025')
  await expect(cell(app, 'R07', 0)).toHaveText('Syria')
  await page.keyboard.press('Control+Z')
  await expect(page.getByRole('row', { name: /^R20/u })).toHaveCount(0)

  const table = join(files, 'health.csv')
  writeFileSync(table, 'name;Health;Age\nR03;good;31\nR07;poor;27\nR11;poor;44\nR50;good;x\n')
  await page.getByRole('button', { name: 'Import .csv' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a .csv file' }).click()
  await (await chooser).setFiles(table)
  const dialog = page.getByRole('dialog', { name: 'Import attributes' })
  await expect(dialog).toContainText('1 name is not in the project yet: R50')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(cell(app, 'R11', 2)).toHaveText('poor')
  expect((await client.attributes.list({})).map(({ name, type }) => [name, type])).toEqual([
    ['Country', 'choice'],
    ['Arrival', 'date'],
    ['Health', 'choice'],
    ['Age', 'text'],
  ])
})

test('a respondent’s page keeps the summary as it is written', async ({ app }) => {
  const grid = await openRoom(app)
  const { page, client } = app
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'R07', level: 1 })).toBeVisible()
  await page.getByLabel('Summary').fill('Waits for the door.')
  await expect
    .poll(async () => (await client.respondents.list({})).find(({ name }) => name === 'R07')?.id)
    .toBeGreaterThan(0)
  const id = (await client.respondents.list({})).find(({ name }) => name === 'R07')?.id ?? 0
  await expect.poll(async () => (await client.respondents.get({ id })).summary).toBe('Waits for the door.')
  await page.getByRole('button', { name: 'All respondents' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
})
