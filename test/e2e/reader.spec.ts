/** Reading and selecting: the text that never changes, codings in text and margin, all of it by mouse and by keyboard. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { TEXT, clickOn, importText, openInterview, painted, placeOf, selection, textOf } from './interview.ts'

const stripes = (page: Page): Locator => page.getByRole('toolbar', { name: 'Codings in view' }).getByRole('button')

const shownText = async (page: Page) => (await textOf(page).locator('p').allTextContents()).join('\n')

test('shows the text as it was imported, turns numbered beside it and interviewers quieter', async ({ app }) => {
  const { code } = await openInterview(app)
  await code('Safety fear', 'I see the street where my brother was stopped.')
  await code('Sleep', 'I cannot sleep the night after someone calls from home.')
  expect(await shownText(app.page)).toBe(TEXT)
  await expect(app.page.locator('.reader-turns > span')).toHaveText(['1', '2', '3', '4', '5', '6'])
  const [quiet, loud] = await textOf(app.page)
    .locator('p')
    .evaluateAll((paragraphs) => paragraphs.slice(0, 2).map((each) => getComputedStyle(each).color))
  expect(quiet).not.toBe(loud)
  await expect(app.page.getByRole('heading', { name: 'R07, second interview' })).toBeVisible()
  await expect(app.page.getByText(/\d+ words · 2 codings/u)).toBeVisible()
  await app.picture('reader')
})

test('nothing that is typed, pasted, cut or dropped changes the text', async ({ app }) => {
  await openInterview(app)
  const { page } = app
  await clickOn(page, 'brother', { clickCount: 2 })
  await page.evaluate(() => navigator.clipboard.writeText('pasted').catch(() => undefined))
  for (const key of ['x', 'Enter', 'Backspace', 'Delete', 'Tab', 'Mod+V', 'Mod+X', 'Mod+B', 'Shift+Delete']) {
    await textOf(page).focus()
    await page.keyboard.press(key.replace('Mod', 'Control'))
    await page.keyboard.press('Escape')
  }
  await textOf(page).evaluate((text) => {
    for (const type of ['insertText', 'insertParagraph', 'deleteContentBackward', 'insertFromDrop', 'formatBold'])
      text.dispatchEvent(new InputEvent('beforeinput', { inputType: type, data: 'y', bubbles: true, cancelable: true }))
    text.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() }),
    )
    document.execCommand('insertText', false, 'z')
    document.execCommand('delete')
  })
  expect(await shownText(page)).toBe(TEXT)
})

test('an input method cannot write either', async ({ app }) => {
  await openInterview(app)
  const { page } = app
  await clickOn(page, 'brother')
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await protocol.send('Input.insertText', { text: '日本' })
  await expect.poll(() => shownText(page)).toBe(TEXT)
  await clickOn(page, 'street')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await expect.poll(() => selection(page)).toBe('street')
})

test('codings are painted in the text and named in the margin; overlaps stay legible', async ({ app }) => {
  const { code } = await openInterview(app)
  await code('Safety fear', 'I see the street where my brother was stopped. I cannot sleep')
  await code('Sleep', 'I cannot sleep')
  await code('Return', 'Then still it is not going back.')
  await expect(stripes(app.page)).toHaveCount(3)
  expect(await painted(app.page, 'coding-0')).toEqual(['I see the street where my brother was stopped. '])
  expect(await painted(app.page, 'coding-1')).toEqual(['I cannot sleep'])
  expect(await painted(app.page, 'coding-below-0')).toEqual(['I cannot sleep'])
  expect(await painted(app.page, 'coding-2')).toEqual(['Then still it is not going back.'])
  await expect(stripes(app.page).first()).toHaveAccessibleName(/^Safety fear \w+, turn 2, .+, \d+ \w+ \d{4}$/u)
  await stripes(app.page).first().hover()
  await expect(app.page.locator('.coding-card')).toContainText('turn 2')
  await app.picture('margin')
})

test('a click selects the shortest coding, the next click the one around it, Escape none', async ({ app }) => {
  const { code } = await openInterview(app)
  await code('Safety fear', 'I see the street where my brother was stopped. I cannot sleep')
  await code('Sleep', 'I cannot sleep')
  const { page } = app
  await expect(stripes(page)).toHaveCount(2)
  const pressed = () =>
    stripes(page).evaluateAll((all) => all.map((each) => each.getAttribute('aria-pressed') === 'true'))
  await clickOn(page, 'sleep')
  await expect.poll(pressed).toEqual([false, true])
  await expect.poll(() => painted(page, 'coding-selected-1')).toEqual(['I cannot sleep'])
  await clickOn(page, 'sleep')
  await expect.poll(pressed).toEqual([true, false])
  await clickOn(page, 'sleep')
  await expect.poll(pressed).toEqual([false, true])
  await page.keyboard.press('Escape')
  await expect.poll(pressed).toEqual([false, false])
  await clickOn(page, 'brother')
  await expect.poll(pressed).toEqual([true, false])
  await clickOn(page, 'Then still')
  await expect.poll(pressed).toEqual([false, false])
  await stripes(page).nth(1).click()
  await expect.poll(pressed).toEqual([false, true])
})

test('a selection with the mouse snaps to words, with Alt it is exact', async ({ app }) => {
  await openInterview(app)
  const { page } = app
  const drag = async (from: string, to: string) => {
    const start = await placeOf(page, from)
    const end = await placeOf(page, to)
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.right, end.y, { steps: 8 })
    await page.mouse.up()
  }
  await drag('reet where', 'my bro')
  await expect.poll(() => selection(page)).toBe('street where my brother')
  await clickOn(page, 'People')
  await page.keyboard.down('Alt')
  await drag('reet where', 'my bro')
  await page.keyboard.up('Alt')
  await expect.poll(() => selection(page)).toBe('reet where my bro')
})

test('everything is selected by keyboard: characters, words, sentences, turns', async ({ app }) => {
  await openInterview(app)
  const { page } = app
  await clickOn(page, 'brother')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => selection(page)).toBe('brother')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await expect.poll(() => selection(page)).toContain('brother was')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expect.poll(() => selection(page)).toBe('I see the street where my brother was stopped.')
  await page.keyboard.press('Space')
  await expect.poll(() => selection(page)).toContain('calls from home.')
  await page.keyboard.press('ArrowRight')
  await clickOn(page, 'safe')
  await page.keyboard.press('.')
  await expect.poll(() => selection(page)).toBe('And if the place were safe?')
  await page.keyboard.press('.')
  await expect.poll(() => selection(page)).toContain('Zoë moved to Nairobi.')
  await page.keyboard.press('Escape')
  await expect.poll(() => selection(page)).toBe('')
  await clickOn(page, 'brother')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Alt+e')
  await expect.poll(() => selection(page)).toBe('br')
})

test('the selection stays after coding, for a second code', async ({ app }) => {
  const { code } = await openInterview(app)
  const { page } = app
  await clickOn(page, 'brother')
  await page.keyboard.press('Space')
  await code('Safety fear', 'I see the street where my brother was stopped.')
  await expect(stripes(page)).toHaveCount(1)
  expect(await selection(page)).toBe('I see the street where my brother was stopped.')
  await code('Street', 'I see the street where my brother was stopped.')
  await expect(stripes(page)).toHaveCount(2)
  expect(await selection(page)).toBe('I see the street where my brother was stopped.')
})

test('the ends of a coding are moved by word with keys, and dragged', async ({ app }) => {
  const { code, documentId } = await openInterview(app)
  const id = await code('Safety fear', 'street where my brother')
  const { page } = app
  const quote = async () => {
    const all = await app.client.codings.inDocument({ documentId })
    const row = all.id.indexOf(id)
    return TEXT.slice(all.start[row], all.end[row])
  }
  await clickOn(page, 'brother')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(quote).toBe('street where my brother was')
  await page.keyboard.press('Control+Alt+ArrowLeft')
  await expect.poll(quote).toBe('the street where my brother was')
  await page.keyboard.press('Control+Alt+ArrowRight')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(quote).toBe('street where my brother')
  const handle = await page.locator('.reader-handle.end').boundingBox()
  const target = await placeOf(page, 'stop')
  await page.mouse.move((handle?.x ?? 0) + 6, (handle?.y ?? 0) + 8)
  await page.mouse.down()
  await page.mouse.move(target.right, target.y, { steps: 6 })
  await page.mouse.up()
  await expect.poll(quote).toBe('street where my brother was stopped')
})

test('walks from coding to coding and to the next turn that is not coded', async ({ app }) => {
  const { code } = await openInterview(app)
  await code('Safety fear', 'my brother was stopped')
  await code('Return', 'The house is sold.')
  const { page } = app
  await expect(stripes(page)).toHaveCount(2)
  await clickOn(page, 'picture')
  const chosen = () =>
    stripes(page).evaluateAll((all) => all.findIndex((each) => each.getAttribute('aria-pressed') === 'true'))
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(chosen).toBe(0)
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(chosen).toBe(1)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(chosen).toBe(0)
  await page.keyboard.press('Control+j')
  await page.keyboard.press('Space')
  await expect.poll(() => selection(page)).toBe('At first I wrote letters.')
  await page.keyboard.press('Control+m')
  await expect(page.getByText('Turn 6: read, nothing relevant')).toBeAttached()
  await expect(page.locator('.reader-turns > [data-read]')).toHaveText('6')
  await page.keyboard.press('Control+j')
  await expect(page.getByText('No turn of a respondent is left without a coding.')).toBeAttached()
})

test('finds words whatever their capitals and accents, and goes from one to the next', async ({ app }) => {
  await openInterview(app)
  const { page } = app
  await clickOn(page, 'picture')
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in this document' })
  await field.fill('THE ')
  await expect(page.locator('.reader-find output')).toHaveText(/^1 of \d+$/u)
  await field.fill('zoe')
  await expect(page.locator('.reader-find output')).toHaveText('1 of 1')
  await expect.poll(() => painted(page, 'reader-found-here')).toEqual(['Zoë'])
  await field.fill('you')
  await expect(page.locator('.reader-find output')).toHaveText('2 of 5')
  await field.press('Enter')
  await expect(page.locator('.reader-find output')).toHaveText('3 of 5')
  await field.press('Shift+Enter')
  await field.press('Shift+Enter')
  await expect(page.locator('.reader-find output')).toHaveText('1 of 5')
  await app.picture('find')
  await field.press('Escape')
  await expect(field).toBeHidden()
  await expect.poll(() => selection(page)).toBe('you')
})

test('stripes are reached and walked by keyboard, and say what they are', async ({ app }) => {
  const { code } = await openInterview(app)
  await code('Safety fear', 'my brother was stopped')
  await code('Return', 'The house is sold.')
  const { page } = app
  await expect(stripes(page)).toHaveCount(2)
  await clickOn(page, 'picture')
  await page.keyboard.press('Tab')
  await expect(stripes(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(stripes(page).nth(1)).toBeFocused()
  await expect(stripes(page).nth(1)).toHaveAccessibleName(/^Return \w+, turn 4/u)
  await page.keyboard.press('Enter')
  await expect(stripes(page).nth(1)).toHaveAttribute('aria-pressed', 'true')
  await clickOn(page, 'brother')
  await expect(page.locator('.reader [aria-live]')).toHaveText('1 code here: Safety fear')
  await clickOn(page, 'picture')
  await expect(page.locator('.reader [aria-live]')).toHaveText('No code here')
})

test('copies the words, without turn numbers', async ({ app }) => {
  await openInterview(app)
  const { page } = app
  await clickOn(page, 'safe')
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  const copied = await textOf(page).evaluate((text) => {
    const data = new DataTransfer()
    text.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: data }))
    return data.getData('text/plain')
  })
  expect(copied).toBe(
    'And if the place were safe?\nR07: Then still it is not going back. The house is sold. Zoë moved to Nairobi.',
  )
})

test('a long interview opens at the place that was asked for, and every line can be reached', async ({ app }) => {
  const many = Array.from({ length: 400 }, (_, turn) =>
    turn % 2 === 0 ? `I: Question ${turn}?` : `R07: ${`Answer ${turn} goes on. `.repeat(12)}`,
  )
  const text = many.join('\n').replaceAll(' \n', '\n').trim()
  const { documentId } = await openInterview(app, text)
  const { page } = app
  await expect(textOf(page)).not.toHaveClass(/opening/u)
  const start = text.indexOf('Answer 301 goes')
  await app.client.codes.create({ parentId: null, name: 'Late', color: 0 })
  await app.client.codings.apply({ documentId, codeId: 1, start, end: start + 10 })
  await clickOn(page, 'Question 0')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => painted(page, 'coding-selected-0')).toEqual(['Answer 301'])
  await expect(stripes(page)).toHaveCount(1)
  const isInView = async () => {
    const box = await stripes(page).first().boundingBox()
    return box !== null && box.y > 60 && box.y < 860
  }
  await expect.poll(isInView).toBe(true)

  await importText(app, 'Another', 'I: Hello.\nR08: Good morning.')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Excerpts of the code of this coding')
  await page.keyboard.press('Enter')
  const excerpts = page.getByRole('region', { name: 'Beside the text' })
  await expect(excerpts.getByText('Answer 301')).toBeVisible()
  await page.getByRole('option', { name: 'Another' }).dblclick()
  await expect(page.getByRole('textbox', { name: 'Text of Another' })).toBeVisible()
  await excerpts.getByText('Answer 301').hover()
  await excerpts.getByRole('button', { name: 'Show in the text' }).click()
  await expect.poll(() => painted(page, 'reader-arrived')).toEqual(['Answer 301'])
  await expect.poll(isInView).toBe(true)
})

test('what finds no room beside its stripe is counted, and listed when asked for', async ({ app }) => {
  const { code } = await openInterview(app)
  for (const name of ['Angst', 'Street', 'Family', 'Police', 'Memory', 'War', 'Sleep'])
    await code(name, 'I see the street where my brother was stopped.')
  const { page } = app
  await expect(stripes(page)).toHaveCount(8)
  await stripes(page).last().click()
  await page.getByRole('menuitem', { name: 'Sleep' }).click()
  await expect
    .poll(() => painted(page, 'coding-selected-6'))
    .toEqual(['I see the street where my brother was stopped.'])
})
