/** Finds a Chromium for the browser tests, and gets one where there is none: Playwright's own, or the system's package. */
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { runProgram, runTool } from './tool.ts'

const MOST_DOWNLOADING_MS = 3 * 60_000
const MOST_INSTALLING_MS = 5 * 60_000
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of an executable, or null. */
export const findChromium = (): string | null =>
  [process.env['CHROMIUM'], chromium.executablePath(), ...SYSTEM].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null

/** Says what it does, because it takes a while; null when nothing helped. */
export const getChromium = async (): Promise<string | null> => {
  const found = findChromium()
  if (found) return found
  console.log('Getting a Chromium for the browser tests (once)...')
  await runTool('@playwright/test', ['install', 'chromium'], {
    name: 'playwright',
    timeout: MOST_DOWNLOADING_MS,
    silent: true,
  })
  const own = findChromium()
  // Its libraries come with the system's package only; a download that cannot start is of no use.
  if (own && (await runProgram(own, ['--version'], { silent: true })) === 0) return own
  if (process.platform !== 'linux') return null
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '--non-interactive', 'apt-get']
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const [program = '', ...args] = [...apt, ...step]
    await runProgram(program, args, { timeout: MOST_INSTALLING_MS, silent: true })
  }
  return SYSTEM.find((path) => existsSync(path)) ?? null
}
