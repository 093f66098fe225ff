/** Memos beside the text and their journal, and the history with its ways back. */
import { expect, test } from './app.ts'
import { openInterview, select, selection, textOf } from './interview.ts'

test('one key opens a memo on the selection, saved as it is typed; Esc is back in the text where one was', async ({
  app,
}) => {
  await openInterview(app)
  const { page } = app
  await select(page, 'The house is sold.')
  await page.keyboard.press('Alt+M')
  await expect(page.getByRole('heading', { name: 'On a passage of “R07, second interview”' })).toBeVisible()
  await page.keyboard.type('Nothing to go back to')
  await expect.poll(async () => (await app.client.memos.list({}))[0]?.body).toBe('Nothing to go back to')
  await page.keyboard.type(', in the plainest sense.')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  expect(await selection(page)).toBe('The house is sold.')
  await expect
    .poll(() => app.client.memos.list({}))
    .toMatchObject([{ body: 'Nothing to go back to, in the plainest sense.', place: { quote: 'The house is sold.' } }])
  await app.picture('memo')
  // All that was typed is one step.
  await page.keyboard.press('Control+Z')
  await expect.poll(() => app.client.memos.list({})).toEqual([])
})

test('the journal finds memos by their words without regard to accents, and leads back', async ({ app }) => {
  const { documentId, code } = await openInterview(app)
  const { page, client } = app
  const codingId = await code('Fear', 'Zoë moved to Nairobi.')
  await client.memos.create({ target: { kind: 'coding', codingId }, body: 'Who is she?' })
  await client.memos.create({ target: { kind: 'document', documentId }, body: 'A calm interview' })
  await client.memos.create({ target: { kind: 'project' }, body: 'Ask about siblings' })
  await page.getByRole('radio', { name: 'Memos' }).click()
  const list = page.getByRole('grid', { name: 'Memos' })
  await expect(list.getByRole('row')).toHaveText([/Ask about siblings/u, /A calm interview/u, /Who is she\?.*Zoë/u])
  await page.getByRole('textbox', { name: /Search memos/u }).fill('zoe')
  await expect(list.getByRole('row')).toHaveText([/On the coding “Fear”/u])
  await list.getByRole('row').click()
  await page.getByRole('textbox', { name: 'Memo', exact: true }).fill('Who is she? A sister.')
  await expect.poll(async () => (await client.memos.list({ text: 'sister' })).length).toBe(1)
  await page.getByRole('button', { name: 'Go there' }).click()
  await expect(textOf(page)).toBeVisible()
  await expect(page.getByRole('region', { name: 'The rule of this code' })).toContainText('Fear')
})

test('the history names each step by day, filters it, and passes by what cannot be undone', async ({ app }) => {
  const { code } = await openInterview(app)
  const { page, client } = app
  await code('Fear', 'The house is sold.')
  const [fear] = await client.codes.list({})
  await client.codes.update({ id: fear?.id ?? 0, definition: 'Danger' })
  await page.getByRole('radio', { name: 'History' }).click()
  const steps = page.getByRole('grid', { name: 'Steps' })
  await expect(steps.getByRole('row').nth(0)).toHaveText('Today')
  await expect(steps.getByRole('row').nth(1)).toContainText('Change to code "Fear"')
  await expect(steps.getByRole('row').nth(2)).toContainText('Coding "Fear"')
  await page.getByRole('button', { name: /Undo change to code "Fear"/u }).click()
  await expect(steps.getByRole('row').nth(1)).toContainText('Undone: change to code "Fear"')
  await page.getByRole('button', { name: /Redo change to code "Fear"/u }).click()
  await app.picture('history')
  await page.getByRole('button', { name: 'Everything' }).click()
  await page.getByRole('option', { name: 'Codings' }).click()
  await expect(steps.getByRole('row')).toHaveText([/Today/u, /Coding "Fear"/u])
  // Another coder's later work on the same row stands in the way.
  const me = (await client.coders.me({})).id
  const other = await client.coders.create({ name: 'Mira', initials: 'MG' })
  await client.coders.setMe({ id: other.id })
  await client.codes.update({ id: fear?.id ?? 0, notWhen: 'Grief' })
  await client.coders.setMe({ id: me })
  await client.history.undo({})
  await page.getByRole('button', { name: /Undo change to code "Fear"/u }).click()
  await page.getByRole('button', { name: 'Pass this step by' }).click()
  await expect(page.getByRole('button', { name: /Undo coding "Fear"/u })).toBeVisible()
  expect(await client.codes.list({})).toMatchObject([{ definition: 'Danger', notWhen: 'Grief' }])
})
