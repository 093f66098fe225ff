/** The examples in docs/command-line.md, run in a shell in the order of the page: each answers what the page says. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { BUILDING, buildCli, launcher, openTerminal, root } from '../support/cli.ts'

const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8')
const blocks = [...page.matchAll(/^```(?<kind>text|console)(?: (?<path>\S+))?\n(?<body>.*?)^```$/gmsu)].map(
  ({ groups = {} }) => ({ kind: groups['kind'], path: groups['path'] ?? '', body: groups['body'] ?? '' }),
)
/** Each `$ command` with the lines below it. */
const examples = blocks
  .filter(({ kind }) => kind === 'console')
  .flatMap(({ body }) => body.split(/^\$ /mu).slice(1))
  .map((example) => {
    const [command = '', ...lines] = example.trimEnd().split('\n')
    return { command, answer: lines.join('\n') }
  })

beforeAll(buildCli, BUILDING)

test('the examples on the page', async () => {
  expect(examples.length).toBeGreaterThan(10)
  const { folder, env, file, run } = openTerminal()
  for (const { kind, path, body } of blocks) if (kind === 'text') file(path, body)
  // The page was written by Anna.
  await run('new', 'settings')
  await run('call', 'settings', 'settings.set', '{"coderName":"Anna"}')
  const npm = `npm() { shift 4; "${process.execPath}" "${launcher}" verbatim "$@"; }`
  const answerTo = (command: string) =>
    new Promise<string>((resolve) => {
      execFile('bash', ['-c', `${npm}\n${command}`], { cwd: folder, env }, (_, stdout, stderr) => {
        resolve(`${stdout}${stderr}`.replaceAll('\r\n', '\n').trimEnd())
      })
    })
  const ran: typeof examples = []
  for (const { command } of examples) ran.push({ command, answer: await answerTo(command) })
  expect(ran).toEqual(examples)
}, 120_000)
