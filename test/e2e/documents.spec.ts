import { expect, test, type App } from './app.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Imports texts through the contract, with the guess about who speaks. */
const bringIn = async ({ client, files }: App, texts: Readonly<Record<string, string>>) => {
  const chosen = []
  for (const [name, text] of Object.entries(texts)) {
    const file = { name: `${name}.txt`, path: join(files, `${name}.txt`) }
    writeFileSync(file.path, text)
    const { speakers, by, language } = await client.imports.preview({ job: name, file, encoding: null })
    chosen.push({ file, name, language, encoding: null, speakers, by, about: [] })
  }
  await client.imports.run({ job: 'all', files: chosen })
}

test('documents are found, opened, marked, renamed and deleted from the list, with the keyboard alone', async ({
  app,
}) => {
  await app.newProject('Return')
  const { page, client } = app
  await bringIn(app, {
    'Interview 1': 'I: And then?\nR01: Then I waited for the door.',
    'Interview 2': 'I: And you?\nR02: I wrote letters.',
    'Interview 10': 'I: How long?\nR10: Eight months.',
  })
  const list = page.getByRole('listbox', { name: 'Documents' })
  await expect(list.getByRole('option')).toHaveText([/Interview 1R01/u, /Interview 2R02/u, /Interview 10R10/u])
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Interview 2' })).toBeVisible()

  await list.focus()
  await page.keyboard.press('F2')
  await page.getByRole('dialog').getByRole('textbox').fill('Second talk')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Second talk' })).toBeVisible()

  await list.getByRole('option', { name: /Second talk/u }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Done' }).click()
  await expect(list.getByRole('option', { name: /^Done Second talk .*0 codings$/u })).toBeVisible()
  await client.codes.create({ parentId: null, name: 'Waiting', color: null })
  await expect(list.getByRole('option', { name: /^Look again.* Second talk/u })).toBeVisible()

  await list.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('3 documents will be deleted')
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect(list).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('option')).toHaveCount(3)
})

test('a document’s properties say who speaks for whom, and its codings follow', async ({ app }) => {
  await app.newProject('Return')
  const { page, client } = app
  const text =
    'I: And then?\nR01: Then I waited.\nSara: He says he waited for the door.\nI: And now?\nSara: He is quiet.'
  await bringIn(app, { Talk: text })
  const [document] = await client.documents.list({})
  const code = await client.codes.create({ parentId: null, name: 'Waiting', color: null })
  const start = text.indexOf('He says')
  await client.codings.apply({ documentId: document?.id ?? 0, codeId: code.id, start, end: start + 7 })
  const codingsOf = async (name: string) =>
    (await client.respondents.list({})).find((one) => one.name === name)?.codings
  expect(await codingsOf('Sara')).toBe(1)

  await page.getByRole('option', { name: /Talk/u }).click()
  await page.keyboard.press('Alt+Enter')
  const dialog = page.getByRole('dialog', { name: 'Properties' })
  await expect(dialog.getByRole('rowheader')).toHaveText(['I', 'R01', 'Sara'])
  await dialog
    .getByRole('row', { name: /^Sara/u })
    .getByRole('button', { name: /Role of/u })
    .click()
  await page.getByRole('option', { name: 'Interpreter' }).click()
  const speaksFor = dialog.getByRole('combobox', { name: 'Respondent for “Sara”' })
  await speaksFor.fill('R01')
  await speaksFor.press('Enter')
  await expect.poll(() => codingsOf('R01')).toBe(1)
  expect(await codingsOf('Sara')).toBe(0)
  await app.picture('properties')
  await dialog.getByRole('button', { name: 'Done' }).last().click()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => codingsOf('Sara')).toBe(1)
})
