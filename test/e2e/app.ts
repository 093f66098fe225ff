/** One driver for both shells: starts Verbatim with settings of its own, gives its page, and fails on any error in it. */
import { test as base, expect, type Browser, type Locator, type Page, type TestInfo } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../../contract/index.ts'
import { openInstallation } from '../../main/host/installation.ts'
import { startBrowserShell } from './browser-shell.ts'
import { startDesktopShell } from './desktop-shell.ts'
import { openDisplay, type Display } from './display.ts'

export type ShellKind =
  | { readonly kind: 'browser' }
  | { readonly kind: 'desktop'; readonly executable: string; readonly args: readonly string[] }
export interface ShellOptions {
  /** Set by playwright.config.ts. */
  shell: ShellKind
}

/** A started shell: what differs between the two. */
export interface Shell {
  readonly page: Page
  /** Speaks to the same host as the window, for what a test needs but does not test. */
  readonly client: Client
  /** Runs `action`, which gives the user a file, and answers where that file is now. */
  readonly receiveFile: (action: () => Promise<void>) => Promise<string>
  /** What was handed to the system to open outside of Verbatim. */
  readonly openedOutside: () => Promise<readonly string[]>
  /** Ends it as a user does; the project is a single closed file afterwards. */
  readonly close: () => Promise<void>
  /** Ends the process that writes to the project with a signal that it cannot answer. */
  readonly killHost: () => Promise<void>
}
export interface Place {
  /** The installation's settings. */
  readonly data: string
  /** Where the user's own files are: the home folder of the browser shell, the answer to the desktop's dialogs. */
  readonly files: string
}

export interface App extends Place {
  readonly kind: ShellKind['kind']
  readonly shell: Shell
  readonly page: Page
  readonly client: Client
  /** Makes a project and shows it. Answers its path. */
  readonly newProject: (name: string) => Promise<string>
  /** Drags files of this computer to the middle of something and drops them there, as real files with a place. */
  readonly drop: (target: Locator, files: readonly string[]) => Promise<void>
  /** Ends Verbatim as a user does; `restart` may follow. */
  readonly close: () => Promise<void>
  /** Closes Verbatim and starts it again, with a file to open if one is given. */
  readonly restart: (file?: string) => Promise<void>
  /** A picture of the page, kept in test-results and attached to the report. */
  readonly picture: (name: string) => Promise<void>
  /** Says that the page is going to complain in these words, which would fail the test otherwise. */
  readonly expectProblem: (words: RegExp) => void
}

/** What the tests of one worker share; each is started when it is first asked for. */
interface Stage {
  readonly chromium: () => Promise<Browser>
  readonly display: () => Promise<Display>
}

export const test = base.extend<ShellOptions & { app: App; firstRun: boolean }, { stage: Stage }>({
  shell: [{ kind: 'browser' }, { option: true }],
  /** Playwright's own `browser` would start one for the desktop shell too. */
  stage: [
    async ({ playwright, launchOptions }, provide) => {
      let browser: Browser | undefined
      let display: Display | undefined
      await provide({
        chromium: async () => (browser ??= await playwright.chromium.launch(launchOptions)),
        display: async () => (display ??= await openDisplay()),
      })
      await browser?.close()
      display?.close()
    },
    { scope: 'worker' },
  ],
  /** On a computer where Verbatim never ran before. */
  firstRun: [false, { option: true }],
  app: async ({ shell: kind, stage, firstRun }, provide, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-e2e-'))
    const place: Place = { data: join(folder, 'settings'), files: join(folder, 'files') }
    mkdirSync(place.files)
    if (!firstRun) openInstallation(place.data).remember(join(place.files, 'gone.verbatim'), 'An earlier study')
    const watch = watchProblems()
    const start = async (file?: string) => {
      const started =
        kind.kind === 'browser'
          ? await startBrowserShell(await stage.chromium(), place, watch.page, file)
          : await startDesktopShell(kind, await stage.display(), place, watch.page, file)
      await started.page.locator('#root > *').first().waitFor()
      return started
    }
    let running = await start()
    let isClosed = false
    const close = async () => {
      if (isClosed) return
      isClosed = true
      await running.close()
    }

    const app: App = {
      ...place,
      kind: kind.kind,
      get shell() {
        return running
      },
      get page() {
        return running.page
      },
      get client() {
        return running.client
      },
      newProject: async (name) => {
        const path = join(place.files, `${name}.verbatim`)
        await running.client.projects.create({ path, name })
        await expect(running.page).toHaveTitle(new RegExp(name, 'u'))
        return path
      },
      drop: (target, files) => drop(running.page, target, files),
      close,
      restart: async (file) => {
        await close()
        running = await start(file)
        isClosed = false
      },
      picture: (name) => picture(running.page, name, testInfo),
      expectProblem: watch.expectProblem,
    }
    try {
      await provide(app)
      if (testInfo.status !== testInfo.expectedStatus) await picture(running.page, 'at-the-end', testInfo)
    } finally {
      await close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    }
    expect(watch.problems, 'errors in the window').toEqual([])
  },
})
export { expect } from '@playwright/test'

/** Collects what a page complains about: errors, refusals of its content security policy, requests to anywhere else. */
const watchProblems = () => {
  const problems: string[] = []
  const expected: RegExp[] = []
  const tell = (problem: string) => {
    if (!expected.some((words) => words.test(problem))) problems.push(problem)
  }
  return {
    problems,
    expectProblem: (words: RegExp) => {
      expected.push(words)
    },
    page: (page: Page) => {
      page.on('pageerror', (error) => {
        tell(error.stack ?? error.message)
      })
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') tell(message.text())
      })
      page.on('request', (request) => {
        if (!/^(?:app:\/\/verbatim\/|http:\/\/127\.0\.0\.1:|blob:|data:)/u.test(request.url()))
          tell(`a request to ${request.url()}`)
      })
    },
  }
}

/** By the debugger: a file that a script makes in the page has no place on the computer. */
const drop = async (page: Page, target: Locator, files: readonly string[]) => {
  const box = await target.boundingBox()
  if (!box) throw new Error('what is dropped on is not in sight')
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const debugging = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await debugging.send('Input.dispatchDragEvent', {
      type,
      ...place,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    })
  await debugging.detach()
}

const picture = async (page: Page, name: string, testInfo: TestInfo) => {
  if (page.isClosed()) return
  const path = testInfo.outputPath(`${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  await testInfo.attach(name, { path, contentType: 'image/png' })
}
