/** The codebook: its tree in the panel and the room, by mouse and by key, and its dialogs. */
import type { Page } from '@playwright/test'
import { expect, test, type App } from './app.ts'
import { openInterview } from './interview.ts'

const outline = async ({ client }: App) => {
  const codes = await client.codes.list({})
  const depth = (parentId: number | null): number =>
    parentId === null ? 0 : 1 + depth(codes.find(({ id }) => id === parentId)?.parentId ?? null)
  return codes.map(({ name, parentId }) => `${'- '.repeat(depth(parentId))}${name}`)
}
const row = (page: Page, name: string) => page.getByRole('row', { name })
const openRoom = (page: Page) => page.getByRole('radio', { name: 'Codebook' }).click()
const choose = async (page: Page, name: string, entry: string) => {
  await row(page, name).click({ button: 'right' })
  await page.getByRole('menuitem', { name: entry }).click()
}
const setUp = async (app: App) => {
  const { documentId, code } = await openInterview(app)
  await code('Fear', 'I see the street where my brother was stopped.')
  await code('Fear', 'The house is sold.')
  await code('Agency', 'At first I wrote letters.')
  const [fear] = await app.client.codes.list({})
  await app.client.codes.create({ parentId: fear?.id ?? null, name: 'Safety', color: null })
  await expect(row(app.page, 'Safety')).toBeVisible()
  return { documentId }
}

test('codes are made, renamed and moved in the tree from the keyboard, and each is undone by name', async ({ app }) => {
  await setUp(app)
  const { page } = app
  await row(page, 'Fear, 2 codings').click()
  await page.keyboard.press('Alt+Shift+N')
  await page.getByRole('textbox', { name: 'Name of the new code' }).fill('Nightmares')
  await page.keyboard.press('Enter')
  await expect.poll(() => outline(app)).toEqual(['Fear', '- Safety', '- Nightmares', 'Agency'])
  await expect(row(page, 'Nightmares')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => outline(app)).toEqual(['Fear', '- Nightmares', '- Safety', 'Agency'])
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(() => outline(app)).toEqual(['Fear', '- Safety', 'Nightmares', 'Agency'])
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'New name of “Nightmares”' }).fill('Bad dreams')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Bad dreams')).toBeFocused()
  await expect(page.getByText('Undo change to code "Bad dreams"')).toBeVisible()
  for (let count = 0; count < 4; count++) await page.keyboard.press('Control+Z')
  await expect.poll(() => outline(app)).toEqual(['Fear', '- Safety', 'Agency'])
})

test('a code is dragged into another, several at once keep their order', async ({ app }) => {
  await setUp(app)
  const { page } = app
  await row(page, 'Safety').click()
  await row(page, 'Fear').click({ modifiers: ['ControlOrMeta'] })
  await row(page, 'Fear').dragTo(row(page, 'Agency'))
  await expect.poll(() => outline(app)).toEqual(['Agency', '- Fear', '- - Safety'])
})

test('the numbers are live and say what they count', async ({ app }) => {
  const { documentId } = await setUp(app)
  const { page } = app
  const [, safety] = await app.client.codes.list({})
  await app.client.codings.apply({ documentId, codeId: safety?.id ?? 0, start: 75, end: 80 })
  await expect(row(page, 'Fear, 3 codings')).toBeVisible()
  await page.getByRole('button', { name: /What is counted.*codings, with subcodes/u }).click()
  await page.getByRole('menuitem', { name: 'Own only' }).click()
  await expect(row(page, 'Fear, 2 codings')).toBeVisible()
  await page.getByRole('button', { name: /What is counted/u }).click()
  await page.getByRole('menuitem', { name: 'Respondents' }).click()
  await expect(row(page, 'Fear, 1 respondent')).toBeVisible()
})

test('the card keeps the rule as it is typed, and an anchor example picked from the excerpts', async ({ app }) => {
  await setUp(app)
  const { page } = app
  await openRoom(page)
  await row(page, 'Fear').click()
  await page.getByRole('textbox', { name: 'Definition' }).fill('Fear of what waits at home.')
  await page.getByRole('textbox', { name: 'Use when' }).fill('danger is named.')
  await expect
    .poll(async () => (await app.client.codes.list({}))[0])
    .toMatchObject({ definition: 'Fear of what waits at home.', useWhen: 'danger is named.' })
  await page.getByRole('button', { name: 'Pick from excerpts' }).click()
  await page.getByRole('row', { name: 'The house is sold.' }).click()
  await expect.poll(async () => (await app.client.codes.list({}))[0]?.anchors[0]?.text).toBe('The house is sold.')
  await page.getByRole('radio', { name: 'teal' }).click()
  await expect.poll(async () => (await app.client.codes.list({}))[0]?.color).toBe(8)
  await app.picture('code-card')
  await page.getByRole('textbox', { name: 'Filter codes' }).fill('waits')
  await expect(page.getByRole('treegrid').getByRole('row')).toHaveCount(1)
})

test('codes are merged after saying what moves, and deleted after counting what goes', async ({ app }) => {
  await setUp(app)
  const { page } = app
  await openRoom(page)
  await choose(page, 'Fear', 'Merge into')
  await page.keyboard.type('agen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 codings move to “Agency”.')).toBeVisible()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect.poll(() => outline(app)).toEqual(['Agency', '- Safety'])
  await choose(page, 'Agency', 'Delete')
  await expect(page.getByText('This takes away 2 codes and 3 codings in 1 document.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect.poll(() => outline(app)).toEqual([])
  await page
    .getByRole('alertdialog')
    .filter({ hasText: '2 codes deleted.' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect.poll(() => outline(app)).toEqual(['Agency', '- Safety'])
})

test('a code is split by walking its excerpts with number keys', async ({ app }) => {
  const { documentId } = await setUp(app)
  const { page } = app
  const codeIds = async () => (await app.client.codings.inDocument({ documentId })).codeId
  const [fear, safety, agency] = (await app.client.codes.list({})).map(({ id }) => id)
  await openRoom(page)
  await choose(page, 'Fear', 'Split')
  const dialog = page.getByRole('dialog', { name: 'Split “Fear”' })
  await expect(dialog.getByText('0 of 2')).toBeVisible()
  await expect(dialog.getByText('I see the street where my brother was stopped.')).toBeVisible()
  await page.keyboard.press('1')
  await expect(dialog.getByText('1 of 2')).toBeVisible()
  await dialog.getByRole('button', { name: 'Choose a code for 2' }).click()
  await page.keyboard.type('Houses')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Houses' })).toBeVisible()
  await page.keyboard.press('2')
  await expect(dialog.getByText('All 2 excerpts seen, 2 with another code.')).toBeVisible()
  const houses = (await app.client.codes.list({})).find(({ name }) => name === 'Houses')
  await expect.poll(codeIds).toEqual([safety, houses?.id, agency])
  await app.picture('split')
  await page.keyboard.press('Control+Z')
  await expect.poll(codeIds).toEqual([safety, fear, agency])
  await expect(dialog.getByText('1 of 2')).toBeVisible()
})

test('many excerpts get another code at once', async ({ app }) => {
  const { documentId } = await setUp(app)
  const { page } = app
  await openRoom(page)
  await choose(page, 'Fear', 'Recode')
  await page.getByText('All 2 excerpts').click()
  await page.getByRole('button', { name: 'Give 2 excerpts another code' }).click()
  await page.keyboard.type('saf')
  await page.keyboard.press('Enter')
  const [, safety, agency] = (await app.client.codes.list({})).map(({ id }) => id)
  await expect
    .poll(async () => (await app.client.codings.inDocument({ documentId })).codeId)
    .toEqual([safety, safety, agency])
})

test('three hundred codes draw only what is in sight', async ({ app }) => {
  await setUp(app)
  const { page } = app
  // Asked for all at once, so that the window draws them together and not three hundred times.
  const names = Array.from({ length: 300 }, (_, index) => `Code ${String(index).padStart(3, '0')}`)
  await Promise.all(names.map((name) => app.client.codes.create({ parentId: null, name, color: 1 })))
  await expect(row(page, 'Code 000')).toBeVisible()
  expect(await page.getByRole('treegrid').getByRole('row').count()).toBeLessThan(80)
  await row(page, 'Fear').click()
  await page.keyboard.press('End')
  await expect(row(page, 'Code 299')).toBeVisible()
})
