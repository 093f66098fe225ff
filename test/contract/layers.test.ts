/** Who may import whom: every import of the house against these arrows; a new folder must be declared here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Longest folder first. `npm:*` is any package, `node:*` any module of Node. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'main/app': ['main/app', 'contract', 'npm:electron', 'node:*'],
  // Pure functions; what a packed row looks like is db's to say.
  'main/analysis': ['main/analysis', 'db', 'contract', 'npm:zod'],
  'main/sample': ['main/sample', 'main/host', 'main/formats', 'db', 'contract', 'node:*', 'npm:*'],
  'main/formats': ['main/formats', 'contract', 'node:*', 'npm:*'],
  'main/services': ['main/services', 'main/analysis', 'main/formats', 'main/host', 'db', 'contract', 'node:*', 'npm:*'],
  'main/host': [
    'main/host',
    'main/sample',
    'main/services',
    'main/analysis',
    'main/formats',
    'db',
    'contract',
    'node:*',
    'npm:*',
  ],
  'renderer/app': ['renderer/app', 'renderer/features', 'renderer/ui', 'renderer/lib', 'contract', 'npm:*'],
  'renderer/features': ['renderer/features', 'renderer/ui', 'renderer/lib', 'contract', 'npm:*'],
  'renderer/ui': ['renderer/ui', 'renderer/lib', 'contract', 'npm:*'],
  'renderer/lib': ['renderer/lib', 'contract', 'npm:*'],
  renderer: ['renderer/app', 'renderer/lib', 'renderer/ui', 'npm:*'],
  contract: ['contract', 'npm:zod'],
  db: ['db', 'contract', 'node:*', 'npm:*'],
}
/** Packages that one room alone may use; the others may name their types, where an arrow lets them. */
const OWNERS: Readonly<Record<string, string>> = {
  electron: 'main/app',
  'better-sqlite3': 'db',
  lexical: 'renderer/features',
}

const files = ['contract', 'db', 'main', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.tsx?$/u.test(name))
  .map((name) => name.split(sep).join('/'))

/** The room that a path from the root lies in; undefined in none that is declared. */
const roomOf = (path: string): string | undefined =>
  Object.keys(ARROWS).find((room) => dirname(path) === room || (room.includes('/') && path.startsWith(`${room}/`))) ??
  ['contract', 'db'].find((room) => path.startsWith(`${room}/`))

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b(?<what>[^'"`;]*?)\bfrom\s*['"](?<from>[^'"]+)['"]|(?:^|\n)\s*import\s*['"](?<bare>[^'"]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"]+)['"]/gu

const importsOf = (path: string) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(IMPORT)].map(({ groups = {} }) => ({
    specifier: groups['from'] ?? groups['bare'] ?? groups['dynamic'] ?? '',
    isType: groups['what']?.trimStart().startsWith('type ') ?? false,
  }))

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const offences = (path: string): string[] => {
  const room = roomOf(path)
  if (room === undefined) return [`${path} is in no room that this test knows`]
  const allowed = ARROWS[room] ?? []
  return importsOf(path).flatMap(({ specifier, isType }) => {
    const say = `${path} imports ${specifier}`
    if (specifier.startsWith('.')) {
      const target = relative(root, join(root, dirname(path), specifier.replace(/\?.*$/u, '')))
        .split(sep)
        .join('/')
      if (!existsSync(join(root, target))) return [`${say}, which is not there`]
      const targetRoom = roomOf(target)
      return targetRoom !== undefined && (allowed.includes(targetRoom) || targetRoom === room) ? [] : [say]
    }
    if (specifier.startsWith('node:')) return allowed.includes('node:*') ? [] : [say]
    const owner = OWNERS[packageOf(specifier)]
    if (owner !== undefined && !isType) return room === owner ? [] : [say]
    return allowed.includes('npm:*') || allowed.includes(`npm:${packageOf(specifier)}`) ? [] : [say]
  })
}

test('every import goes along an arrow', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap(importsOf).length).toBeGreaterThan(files.length)
  expect(files.flatMap(offences)).toEqual([])
})
