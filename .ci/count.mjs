/**
 * `node count.mjs TESTS ELECTRON`, the exit codes of the two commands of .ci/run: adds up the reports in test-results.
 * A command that failed without a failed test (a check, a runner that broke down) counts as one failure.
 */
import { existsSync, readFileSync } from 'node:fs'

const read = (name) => {
  const file = new URL(`../test-results/${name}.json`, import.meta.url)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
const ofVitest = (report) => ({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 })
const ofPlaywright = (report) => ({
  passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
  failed: report?.stats.unexpected ?? 0,
})
const withExitCode = (code, runs) => {
  const passed = runs.reduce((sum, run) => sum + run.passed, 0)
  const failed = runs.reduce((sum, run) => sum + run.failed, 0)
  return { passed, failed: code !== '0' && failed === 0 ? 1 : failed }
}

const [, , testsCode, electronCode] = process.argv
const { passed, failed } = withExitCode('0', [
  withExitCode(testsCode, [ofVitest(read('vitest')), ofPlaywright(read('browser'))]),
  withExitCode(electronCode, [ofPlaywright(read('electron'))]),
])
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
