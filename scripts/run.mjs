/**
 * The door of every npm script: `node scripts/run.mjs NAME ...` runs scripts/NAME.ts. Plain JavaScript, so that an old
 * Node reaches the one line that says what is missing instead of a syntax error or a crash of the database.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

if (runsTypeScript) {
  const [, , name, ...rest] = process.argv
  const { run } = await import(`./${name}.ts`)
  process.exitCode = await run(rest)
} else {
  console.error(
    `Verbatim brings its own Node, but npm did not install it, and this one (${process.version}) is too old: ` +
      'run "npm ci --include=optional", or install Node 22.18 or newer.',
  )
  process.exitCode = 1
}
