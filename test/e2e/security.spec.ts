/** What a page of Verbatim can and cannot do, whatever shell it is in: the behaviour behind the settings. */
import { expect, test } from './app.ts'

test('the page has no Node and gets from its shell exactly what it needs', async ({ app }) => {
  const found = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
      (name) => name in window,
    ),
    host: Object.keys((window as { host?: object }).host ?? {}),
  }))
  expect(found).toEqual({ node: [], host: app.kind === 'desktop' ? ['call', 'onEvent', 'pathOf'] : [] })
})

test('script and style that are not ours do not run', async ({ app }) => {
  app.expectProblem(/Content Security Policy/u)
  const found = await app.page.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective))
    const add = (html: string) => {
      const place = document.createElement('div')
      place.innerHTML = html
      document.body.append(place)
      return place
    }
    const script = document.createElement('script')
    script.textContent = 'window.ran = "inline script"'
    document.body.append(script)
    add('<img src="data:," onerror="window.ran = \'handler\'">')
    add('<iframe src="https://example.org/"></iframe>')
    const styled = add('<p style="color: rgb(1, 2, 3)">styled</p>').querySelector('p')
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
    // Only now: the debugger through which this test runs may evaluate until its first pause.
    try {
      window.eval('window.ran = "eval"')
    } catch {
      refused.push('eval')
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    return {
      refused: [...new Set(refused)].toSorted(),
      ran: (window as { ran?: string }).ran ?? null,
      color: styled && getComputedStyle(styled).color === 'rgb(1, 2, 3)',
    }
  })
  expect(found).toEqual({
    refused: ['eval', 'frame-src', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-attr'],
    ran: null,
    color: false,
  })
})

test('nothing reaches the network', async ({ app }) => {
  app.expectProblem(/Content Security Policy|Failed to load resource|a request to https:\/\/example\.org/u)
  const reached = await app.page.evaluate(async () => {
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'reached',
        () => 'refused',
      )
    const picture = new Image()
    const loaded = new Promise((resolve, reject) => {
      picture.addEventListener('load', resolve)
      picture.addEventListener('error', reject)
    })
    picture.src = 'https://example.org/a.png'
    const opened = new Promise((resolve, reject) => {
      try {
        const socket = new WebSocket('wss://example.org/')
        socket.addEventListener('open', resolve)
        socket.addEventListener('error', reject)
      } catch (error) {
        reject(error)
      }
    })
    return [
      await outcome(fetch('https://example.org/')),
      await outcome(loaded),
      await outcome(opened),
      navigator.sendBeacon('https://example.org/', 'words') ? 'queued' : 'refused',
    ]
  })
  expect(reached.slice(0, 3)).toEqual(['refused', 'refused', 'refused'])
})
