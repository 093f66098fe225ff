/** Coding from the keyboard: the picker, the keys that ask nothing, and the ways back. */
import type { Page } from '@playwright/test'
import { expect, test, type App } from './app.ts'
import { openInterview, select, selection, textOf } from './interview.ts'

const picker = (page: Page) => page.getByRole('combobox', { name: 'Choose a code' })
const choices = (page: Page) => page.getByRole('listbox', { name: 'Codes' }).getByRole('option')
/** The codings as "code: words", in the order of the text. */
const codings = async ({ client }: App, documentId: number) => {
  const codes = new Map((await client.codes.list({})).map(({ id, name }) => [id, name]))
  const { text } = await client.documents.get({ id: documentId })
  const { codeId, start, end } = await client.codings.inDocument({ documentId })
  return codeId.map((id, index) => `${codes.get(id)}: ${text.slice(start[index], end[index])}`)
}
const outline = async ({ client }: App) => {
  const codes = await client.codes.list({})
  return codes.map(({ name, parentId }) =>
    [codes.find(({ id }) => id === parentId)?.name, name].filter(Boolean).join(' > '),
  )
}
const setUp = async (app: App) => {
  const { documentId } = await openInterview(app)
  const make = async (name: string, parentId: number | null = null, rule = {}) => {
    const { id } = await app.client.codes.create({ parentId, name, color: null })
    if (Object.keys(rule).length > 0) await app.client.codes.update({ id, ...rule })
    return id
  }
  const agency = await make('Agency')
  const detention = await make('Detention passivity', agency, {
    useWhen: 'a respondent describes losing initiative while held.',
    notWhen: 'waiting in an open centre.',
  })
  const fear = await make('Safety fear')
  const fairness = await make('Fairness of detention')
  await expect(app.page.getByRole('row', { name: 'Fairness of detention' })).toBeVisible()
  return { documentId, agency, detention, fear, fairness }
}

test('a drag that begins inside what is selected selects anew', async ({ app }) => {
  await setUp(app)
  await select(app.page, 'The house is sold.')
  await select(app.page, 'is sold. Zoë moved')
})

test('select, two or three letters, Enter: the rule is in sight, the words are coded, the selection stays', async ({
  app,
}) => {
  const { documentId } = await setUp(app)
  const { page } = app
  await select(page, 'At first I wrote letters.')
  await page.keyboard.type('det')
  await expect(picker(page)).toHaveValue('det')
  await expect(choices(page)).toHaveText([
    /Detention passivity.*losing initiative/u,
    /Fairness of detention/u,
    /Create “det”/u,
  ])
  await expect(page.getByText('Not when waiting in an open centre.')).toBeVisible()
  await app.picture('picker')
  await page.keyboard.press('Enter')
  await expect(picker(page)).toBeHidden()
  await expect(textOf(page)).toBeFocused()
  expect(await selection(page)).toBe('At first I wrote letters.')
  await expect.poll(() => codings(app, documentId)).toEqual(['Detention passivity: At first I wrote letters.'])
  await expect(page.getByText('Undo coding "Detention passivity"')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect.poll(() => codings(app, documentId)).toEqual([])
})

test('Enter on no match creates under the branch last used, Shift+Enter among matches, Tab chooses the branch', async ({
  app,
}) => {
  const { documentId } = await setUp(app)
  const { page } = app
  await select(page, 'At first I wrote letters.')
  await page.keyboard.type('det')
  await page.keyboard.press('Enter')
  await page.keyboard.type('lethargy')
  await expect(page.getByRole('option', { name: '+ Create “lethargy” in Agency' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => outline(app)).toContain('Agency > lethargy')
  await page.keyboard.type('fear')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog', { name: 'Where does “fear” go?' })).toBeVisible()
  await page.keyboard.type('safety')
  await page.keyboard.press('Enter')
  await expect(picker(page)).toHaveValue('fear')
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => outline(app)).toContain('Safety fear > fear')
  await expect.poll(async () => (await codings(app, documentId)).length).toBe(3)
})

test('Ctrl+Enter stays for a second code; Esc leaves with the selection as it was', async ({ app }) => {
  const { documentId } = await setUp(app)
  const { page } = app
  await select(page, 'The house is sold.')
  await page.keyboard.press('Enter')
  await picker(page).pressSequentially('saf')
  await page.keyboard.press('Control+Enter')
  await expect(picker(page)).toHaveValue('')
  await picker(page).pressSequentially('agen')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  expect(await selection(page)).toBe('The house is sold.')
  expect((await codings(app, documentId)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'Agency: The house is sold.',
    'Safety fear: The house is sold.',
  ])
})

test('a pinned code is one key, again one key, in vivo one key, and a whole turn one key to choose for', async ({
  app,
}) => {
  const { documentId, fear } = await setUp(app)
  const { page } = app
  await app.client.codes.pin({ id: fear, pin: 1 })
  await expect(page.getByRole('row', { name: 'Safety fear' }).getByText('1', { exact: true })).toBeVisible()
  await select(page, 'The house is sold.')
  await page.keyboard.press('1')
  await expect.poll(() => codings(app, documentId)).toEqual(['Safety fear: The house is sold.'])
  await page.keyboard.press('4')
  await expect(page.getByText('No code is pinned at 4.')).toBeVisible()
  await select(page, 'Then still')
  await page.keyboard.press('=')
  await expect.poll(() => codings(app, documentId)).toHaveLength(2)
  await select(page, 'At first I wrote letters.')
  await page.keyboard.press('0')
  await expect.poll(() => outline(app)).toContain('At first I wrote letters')
  await select(page, 'brother')
  await page.keyboard.press('Shift+Enter')
  await picker(page).pressSequentially('agen')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await codings(app, documentId)).find((line) => line.startsWith('Agency')))
    .toMatch(/^Agency: I see the street .*the war is over\.$/u)
})

test('the same code beside itself is made longer, and kept apart on request', async ({ app }) => {
  const { documentId } = await setUp(app)
  const { page } = app
  for (const words of ['wrote letters. After some', 'At first I wrote letters']) {
    await select(page, words)
    await page.keyboard.type('saf')
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => codings(app, documentId)).toEqual(['Safety fear: At first I wrote letters. After some'])
  await page.getByRole('button', { name: 'Keep apart' }).click()
  await expect.poll(() => codings(app, documentId)).toHaveLength(2)
})

test('a coding gets another code, or goes, from the keyboard; both can be undone where they are told', async ({
  app,
}) => {
  const { documentId } = await setUp(app)
  const { page } = app
  await select(page, 'The house is sold.')
  await page.keyboard.type('saf')
  await page.keyboard.press('Enter')
  await expect.poll(() => codings(app, documentId)).toHaveLength(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('region', { name: 'The rule of this code' })).toContainText('Safety fear')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Another code for 1 coding' })).toBeVisible()
  await page.keyboard.type('agen')
  await page.keyboard.press('Enter')
  await expect.poll(() => codings(app, documentId)).toEqual(['Agency: The house is sold.'])
  await expect(page.getByText('1 coding changed to “Agency”.')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect.poll(() => codings(app, documentId)).toEqual([])
  const notice = page.getByRole('alertdialog').filter({ hasText: '1 coding removed.' })
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => codings(app, documentId)).toEqual(['Agency: The house is sold.'])
})

test('a closed codebook offers no new code', async ({ app }) => {
  await setUp(app)
  const { page } = app
  await app.client.codes.setClosed({ closed: true })
  await expect(page.getByRole('button', { name: 'New code' })).toBeDisabled()
  await select(page, 'The house is sold.')
  await page.keyboard.type('zzz')
  await expect(page.getByText('The codebook is closed, so no code can be made here.')).toBeVisible()
  await expect(choices(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect(await outline(app)).not.toContain('zzz')
})
