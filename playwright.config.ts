import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'
import { findElectron } from './scripts/electron.ts'
import type { ShellOptions } from './test/e2e/app.ts'

// Chromium and Electron refuse their sandbox to root, as which container builds run; the product never gives it up.
const withoutSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const electron = findElectron()

export default defineConfig<ShellOptions>({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['REPORT'] ?? 'test-results/playwright.json' }]],
  projects: [
    {
      name: 'browser',
      testIgnore: 'desktop/**',
      outputDir: 'test-results/browser',
      use: {
        shell: { kind: 'browser' },
        launchOptions: {
          ...(findChromium() === null ? {} : { executablePath: findChromium() ?? '' }),
          args: [
            '--disable-gpu',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
            ...withoutSandbox,
          ],
        },
      },
    },
    // The same specs in the desktop shell, where there is a runtime to run them in.
    ...(electron
      ? [
          {
            name: 'electron',
            testIgnore: 'browser/**',
            outputDir: 'test-results/electron',
            use: { shell: { kind: 'desktop' as const, executable: electron, args: withoutSandbox } },
          },
        ]
      : []),
  ],
})
