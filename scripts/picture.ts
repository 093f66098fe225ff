/** `node scripts/run.mjs picture`: takes the picture in the README, of the sample project in the browser shell. */
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openInstallation } from '../main/host/installation.ts'
import { buildStale } from './build.ts'
import { getChromium } from './chromium.ts'
import { root } from './tool.ts'

export const run = async (): Promise<number> => {
  const built = await buildStale()
  const executablePath = await getChromium()
  if (built !== 0 || executablePath === null) return 1
  const data = mkdtempSync(join(tmpdir(), 'verbatim-picture-'))
  openInstallation(data).setSettings({ language: 'en', coderName: 'Anna de Lange', coderInitials: 'AL' })
  const server = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 2,
      locale: 'en-GB',
    })
    for await (const url of createInterface(server.stdout)) {
      await page.goto(url)
      break
    }
    // The first start opens the sample on an interview, with codings in sight.
    await page.locator('[data-reader]').waitFor()
    await page.waitForTimeout(1000)
    await page.screenshot({ path: join(root, 'docs/images/verbatim.png') })
    return 0
  } finally {
    await browser.close()
    server.kill()
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
