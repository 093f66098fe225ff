import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contract } from '../../contract/index.ts'
import { en } from '../../contract/messages/en.ts'
import { nl } from '../../contract/messages/nl.ts'
import type { Method } from '../../contract/method.ts'

/** Commands of the contract that leave no step: they change no row of a project, or are steps of the history themselves. */
const unrecorded = [
  'coders.setMe',
  'history.redo',
  'history.skip',
  'history.undo',
  'imports.cancel',
  'projects.close',
  'projects.forget',
  'projects.open',
  'projects.openSample',
  'projects.restore',
  'projects.saveCopy',
  'settings.set',
]
const commands = Object.entries(contract as Record<string, Record<string, Method>>)
  .filter(([feature]) => feature !== 'shell')
  .flatMap(([feature, methods]) =>
    Object.entries(methods)
      .filter(([, { kind }]) => kind === 'command')
      .map(([method]) => `${feature}.${method}`),
  )
const about = { name: 'Safety fear', count: 1 }

describe('names of steps', () => {
  test('every command of the contract that is recorded has one in both languages', () => {
    const expected = commands.filter((name) => !unrecorded.includes(name))
    for (const { steps } of [en, nl]) expect(expected.filter((name) => !(name in steps.names))).toEqual([])
    expect(unrecorded.filter((name) => !commands.includes(name))).toEqual([])
  })

  test('every name that the services give to a step has one', () => {
    const used = globSync('main/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:command: |stepOf\([^)]*?|\? |: )'(\w+\.\w+)'/gu)].map(
        ([, name]) => name,
      ),
    )
    expect(used).toContain('codes.unarchive')
    expect(used.filter((name) => name !== undefined && !(name in en.steps.names))).toEqual([])
  })

  test('the menu reads as a sentence in either language, with one thing and with several', () => {
    const coding = { command: 'codings.apply', about }
    expect(en.steps.undo(coding)).toBe('Undo coding "Safety fear"')
    expect(nl.steps.undo({ command: 'codings.apply', about: { name: 'Angst voor veiligheid', count: 1 } })).toBe(
      'Codering "Angst voor veiligheid" ongedaan maken',
    )
    expect(en.steps.redo({ command: 'codes.remove', about: { ...about, count: 1200 } })).toBe(
      'Redo deletion of 1,200 codes',
    )
    expect(nl.steps.redo({ command: 'codes.remove', about: { ...about, count: 1200 } })).toBe(
      'Verwijdering van 1.200 codes opnieuw uitvoeren',
    )
    expect(en.steps.line({ ...coding, kind: 'undo' })).toBe('Undone: coding "Safety fear"')
    expect(en.steps.undo({ command: 'later.thing', about })).toBe('Undo last step')
  })

  test('no name leaves its object out but where there is only one', () => {
    const without = ['codes.setClosed', 'codes.setOpen']
    for (const { steps } of [en, nl]) {
      const entries = Object.entries(steps.names)
      expect(entries.filter(([, name]) => !name(about).includes(about.name)).map(([command]) => command)).toEqual(
        without,
      )
      expect(entries.filter(([, name]) => name({ ...about, count: 3 }) === '')).toEqual([])
    }
  })
})
