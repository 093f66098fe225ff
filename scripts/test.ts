/**
 * `npm test`: builds, checks, runs vitest, then Playwright in Chromium against the browser shell. What can still run is
 * run after a failure; reports for machines are left in test-results/.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run as build } from './build.ts'
import { run as check } from './check.ts'
import { getChromium } from './chromium.ts'
import { root, runTool } from './tool.ts'

export const run = async (args: readonly string[]): Promise<number> => {
  const results = join(root, 'test-results')
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results)
  const stages: readonly (readonly [string, () => Promise<number>])[] = [
    ['build', build],
    ['check', check],
    [
      'vitest',
      () =>
        runTool('vitest', [
          'run',
          '--reporter=default',
          '--reporter=json',
          '--outputFile.json=test-results/vitest.json',
        ]),
    ],
    ['browser', () => runBrowserTests(args)],
  ]
  const failed: string[] = []
  for (const [name, stage] of stages) {
    console.log(`\n== ${name}`)
    if ((await stage()) !== 0) failed.push(name)
  }
  console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}

const runBrowserTests = async (args: readonly string[]): Promise<number> => {
  if ((await getChromium()) === null) {
    console.error('There is no Chromium here and none could be installed. Install one and set CHROMIUM to its path.')
    return 1
  }
  return playwright('browser', args)
}

/** Runs the end-to-end specs in one of the shells. */
export const playwright = (project: 'browser' | 'electron', args: readonly string[]): Promise<number> =>
  runTool('@playwright/test', ['test', `--project=${project}`, ...args], {
    name: 'playwright',
    env: { REPORT: `test-results/${project}.json` },
  })
