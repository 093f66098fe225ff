import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Copy } from '../../contract/projects.ts'
import { findDamage, openReadOnly } from '../../db/connect.ts'
import { BEFORE_MIGRATION, BEFORE_RESTORE, copiesFolder, copyPath, listCopies, thin } from '../../main/host/copies.ts'
import { contentsOf } from '../support/bytes.ts'
import { dump } from '../support/dump.ts'
import { addDocument, openTestHost, openTestProject, temporaryFolder } from '../support/host.ts'

const setup = async () => {
  const opened = await openTestProject()
  addDocument(opened.project, 'R07', `I: And then?\nR07: ${'Then still it is not going back. '.repeat(200)}`)
  const { id: codeId } = await opened.client.codes.create({ parentId: null, name: 'Safety fear', color: null })
  const code = (start: number) =>
    opened.client.codings.apply({ documentId: 1, codeId, start, end: start + 5, apart: true })
  await code(20)
  return { ...opened, codeId, code, folder: copiesFolder(opened.path) }
}
/** Makes copies older than they are, by their names. */
const age = (path: string, milliseconds: number) => {
  for (const copy of listCopies(path)) {
    const at = new Date(Date.parse(copy.at) - milliseconds)
    renameSync(copy.path, copyPath(path, at, copy.reason))
  }
}
const dumpOf = (path: string) => {
  const db = openReadOnly(path)
  try {
    return dump(db)
  } finally {
    db.close()
  }
}
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('which copies are kept', () => {
  const now = new Date('2026-03-03T14:00:00.000Z')
  const copyAt = (minutesAgo: number, reason = 'time'): Copy => ({
    path: `${minutesAgo} ${reason}`,
    at: new Date(now.getTime() - minutesAgo * MINUTE).toISOString(),
    bytes: 1,
    reason,
  })
  const anyCopies = fc.uniqueArray(
    fc.record({
      minutes: fc.oneof(fc.nat(120), fc.nat(60 * 24 * 3), fc.nat(60 * 24 * 400)),
      reason: fc.constantFrom('time', 'imports.run', BEFORE_MIGRATION, BEFORE_RESTORE),
    }),
    { selector: ({ minutes }) => minutes, maxLength: 60 },
  )

  test('a year of copies every ten minutes shrinks to an hour of them, a day by hours, a month by days, weeks', () => {
    const year = Array.from({ length: 365 * 144 }, (_, index) => copyAt(index * 10))
    const gone = new Set(thin(year, now))
    const kept = year.filter((copy) => !gone.has(copy))
    const within = (from: number, to: number) =>
      kept.filter(({ at }) => now.getTime() - Date.parse(at) >= from && now.getTime() - Date.parse(at) < to).length
    expect([within(0, HOUR), within(HOUR, DAY), within(DAY, 30 * DAY), within(30 * DAY, 400 * DAY)]).toEqual([
      6, 24, 30, 48,
    ])
  })

  test('the newest copy, those of the last hour and the last before a migration always stay; nothing is kept twice', () => {
    fc.assert(
      fc.property(anyCopies, (made) => {
        const copies = made.map(({ minutes, reason }) => copyAt(minutes, reason))
        const gone = new Set(thin(copies, now))
        const byAge = copies.toSorted((a, b) => (a.at < b.at ? 1 : -1))
        const kept = byAge.filter((copy) => !gone.has(copy))
        expect(kept[0]).toBe(byAge[0])
        expect(gone.has(byAge.find(({ reason }) => reason === BEFORE_MIGRATION) as Copy)).toBe(false)
        expect([...gone].filter(({ at }) => now.getTime() - Date.parse(at) < HOUR)).toEqual([])
        // Thinning what is thinned takes nothing more away.
        expect(thin(kept, now)).toEqual([])
        // Whatever goes, something as new as its hour, day or week stays behind.
        for (const { at } of gone) {
          const before = now.getTime() - Date.parse(at)
          const span = before < DAY ? HOUR : before < 30 * DAY ? DAY : 7 * DAY
          const distances = kept.map((copy) => Math.abs(Date.parse(copy.at) - Date.parse(at)))
          expect(Math.min(...distances)).toBeLessThanOrEqual(span)
        }
      }),
    )
  })

  test('thinning day by day keeps what thinning at once would have kept, give or take the newest of each period', () => {
    fc.assert(
      fc.property(anyCopies, fc.array(fc.integer({ min: 1, max: 60 * 24 * 40 }), { maxLength: 8 }), (made, steps) => {
        let copies = made.map(({ minutes, reason }) => copyAt(minutes, reason))
        let time = now.getTime()
        for (const minutes of steps) {
          time += minutes * MINUTE
          const gone = new Set(thin(copies, new Date(time)))
          copies = copies.filter((copy) => !gone.has(copy))
        }
        expect(copies.length > 0).toBe(made.length > 0)
        const weeks = (list: readonly { at: string }[]) =>
          new Set(list.map(({ at }) => Math.floor((Date.parse(at) - 4 * DAY) / (7 * DAY)))).size
        expect(weeks(copies)).toBe(weeks(made.map(({ minutes }) => copyAt(minutes))))
      }),
    )
  })
})

describe('automatic copies', () => {
  test('a copy before a bulk step is the whole project as it was, closed, beside the project and as private as it', async () => {
    const { project, client, path, folder, code } = await setup()
    const before = dump(project.db)
    await project.beforeBulk('imports.run')
    await code(40)
    const [copy, ...others] = await client.projects.copies({ path })
    expect(others).toEqual([])
    expect(copy).toMatchObject({ reason: 'imports.run', bytes: statSync(copy?.path ?? '').size })
    expect(Math.abs(Date.now() - Date.parse(copy?.at ?? ''))).toBeLessThan(MINUTE)
    expect(dirname(copy?.path ?? '')).toBe(join(dirname(path), 'study copies'))
    expect(dumpOf(copy?.path ?? '')).toEqual(before)
    expect(readdirSync(folder)).toEqual([basename(copy?.path ?? '')])
    expect(statSync(copy?.path ?? '').mode & 0o777).toBe(statSync(path).mode & 0o777)
  })

  test('is made before steps that change much, and not before others', async () => {
    const { client, path, codeId, project } = await setup()
    const reasons = () => listCopies(path).map(({ reason }) => reason)
    const forget = () => {
      age(path, 2 * HOUR)
      for (const copy of listCopies(path)) rmSync(copy.path)
    }
    const other = async () => (await client.codes.create({ parentId: null, name: 'Other', color: null })).id
    await client.codes.remove({ ids: [await other()] })
    await client.documents.remove({ ids: [addDocument(project, 'Short', 'I: Yes?')] })
    expect(reasons()).toEqual([])

    await client.codes.merge({ from: [await other()], into: codeId })
    expect(reasons()).toEqual(['codes.merge'])
    forget()
    project.db.pragma('synchronous = OFF')
    for (let start = 30; start < 2430; start += 10)
      await client.codings.apply({ documentId: 1, codeId, start, end: start + 5, apart: true })
    // A session remembers the copy that it made; a new one looks at what is there.
    const again = async () => {
      await client.projects.close({})
      forget()
      await client.projects.open({ path })
    }
    await again()
    await client.codes.remove({ ids: [codeId] })
    expect(reasons()).toEqual(['codes.remove'])
    await client.history.undo({})
    await again()
    await client.documents.remove({ ids: [1] })
    expect(reasons()).toEqual(['documents.remove'])
    await again()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'R08.txt'), 'I: And then?\nR08: Nothing.')
    const file = { name: 'R08.txt', path: join(folder, 'R08.txt') }
    const preview = await client.imports.preview({ job: 'a', file, encoding: null })
    await client.imports.run({ job: 'b', files: [{ ...preview, about: [] }] })
    expect(reasons()).toEqual(['imports.run'])
    await again()
    writeFileSync(join(folder, 'people.csv'), 'respondent,age\nR08,30\n')
    const table = { name: 'people.csv', path: join(folder, 'people.csv') }
    await client.attributes.importTable({ owner: 'respondent', file: table, types: ['number'], createUnknown: true })
    expect(reasons()).toEqual(['attributes.importTable'])
  })

  test('nothing is copied twice: not when nothing has changed, not within a minute', async () => {
    const { project, path, code } = await setup()
    await Promise.all([project.beforeBulk('codes.merge'), project.beforeBulk('codes.remove')])
    expect(listCopies(path).map(({ reason }) => reason)).toEqual(['codes.merge'])
    await code(40)
    await project.beforeBulk('codes.remove')
    expect(listCopies(path).length).toBe(1)
  })

  test('after a session of changes, the next one makes a copy by time, once the file has been found to be sound', async () => {
    const { client, path, folder, project, code } = await setup()
    await project.beforeBulk('imports.run')
    await code(40)
    await client.projects.close({})
    const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString()
    const rewrite = (sql: string) => {
      const db = new Database(path)
      db.exec(sql)
      db.close()
    }
    // A project that was just begun needs no copy yet.
    const installation = temporaryFolder()
    const early = openTestHost(installation, { checkAfter: 0 })
    age(path, 11 * MINUTE)
    await early.client.projects.open({ path })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await early.client.projects.close({})
    expect(listCopies(path).length).toBe(1)
    rewrite(`UPDATE changeset SET at = '${ago(2 * HOUR)}' WHERE id = 1`)
    const again = openTestHost(installation, { checkAfter: 0 })
    await again.client.projects.open({ path })
    await expect
      .poll(() => listCopies(path).map(({ reason }) => reason), { timeout: 10_000 })
      .toEqual(['time', 'imports.run'])
    await again.client.projects.close({})

    // All changes are older than the newest copy: another session, however late, makes none.
    rewrite(`UPDATE changeset SET at = '${ago(20 * MINUTE)}'`)
    age(path, 15 * MINUTE)
    const names = readdirSync(folder)
    const third = openTestHost(installation, { checkAfter: 0 })
    await third.client.projects.open({ path })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await third.client.projects.close({})
    expect(readdirSync(folder)).toEqual(names)
    expect(third.events.filter(({ kind }) => kind === 'notice')).toEqual([])
  })

  test('where no copy can be made the windows are told once, and the step goes ahead', async () => {
    const { project, path, folder, events, code } = await setup()
    writeFileSync(folder, 'not a folder')
    await project.beforeBulk('imports.run')
    await code(40)
    await project.beforeBulk('imports.run')
    expect(events.filter(({ kind }) => kind === 'notice')).toEqual([
      { kind: 'notice', about: 'copy', failure: { code: 'read-only', file: 'study copies' } },
    ])
    rmSync(folder)
    await project.beforeBulk('imports.run')
    expect(listCopies(path).length).toBe(1)
  })

  test('closing waits for a copy that is being made, and one file remains', async () => {
    const { project, client, path, folder } = await setup()
    const copying = project.beforeBulk('imports.run')
    const refused = copying.then(
      () => null,
      (error: unknown) => error,
    )
    await client.projects.close({})
    expect(await refused).toMatchObject({ failure: { code: 'cancelled' } })
    expect(
      readdirSync(dirname(path))
        .filter((name) => name.startsWith('study.'))
        .toSorted(),
    ).toEqual(['study.verbatim'])
    for (const name of readdirSync(folder)) expect(name).toMatch(/imports\.run\.verbatim$/u)
  })
})

describe('damage', () => {
  /** Overwrites a page in the middle of the file that holds rows. */
  const garble = (path: string) => {
    const bytes = readFileSync(path)
    const db = new Database(path)
    const page = db
      .prepare<[], number>(`SELECT max(pageno) FROM dbstat WHERE name = 'coding' AND pagetype = 'leaf'`)
      .pluck()
      .get()
    db.close()
    bytes.fill(0xa5, ((page ?? 2) - 1) * 4096, (page ?? 2) * 4096)
    writeFileSync(path, bytes)
  }

  test('in pages with rows is found in the background, and told with the newest good copy; no copy is made of it', async () => {
    const { client, path, project, code } = await setup()
    await project.beforeBulk('imports.run')
    for (let start = 30; start < 900; start += 10) await code(start)
    await client.projects.close({})
    age(path, HOUR)
    const [copy] = listCopies(path)
    garble(path)
    const { client: second, events } = openTestHost(temporaryFolder(), { checkAfter: 0 })
    await second.projects.open({ path })
    await expect
      .poll(() => events.filter(({ kind }) => kind === 'notice'), { timeout: 10_000 })
      .toEqual([
        {
          kind: 'notice',
          about: 'damage',
          failure: { code: 'corrupt', file: 'study.verbatim', detail: expect.any(String) as unknown, copy: copy?.path },
        },
      ])
    // Whoever reads the damaged rows is told the same.
    await expect(second.codings.inDocument({ documentId: 1 })).rejects.toMatchObject({
      failure: { code: 'corrupt', copy: copy?.path },
    })
    expect(listCopies(path).length).toBe(1)
  })

  test('that is found on opening is told with the newest copy, which can take its place', async () => {
    const { client, path, project, code } = await setup()
    await project.beforeBulk('imports.run')
    const before = dump(project.db)
    await code(40)
    await client.projects.close({})
    truncateSync(path, 8192)
    const damaged = readFileSync(path)
    const [copy] = listCopies(path)
    await expect(client.projects.open({ path })).rejects.toMatchObject({
      failure: { code: 'corrupt', file: 'study.verbatim', copy: copy?.path },
    })
    // Whoever is offered the copy need not know where the project is.
    await client.projects.restore({ copy: copy?.path ?? '' })
    expect(await client.projects.current({})).toMatchObject({ path, name: 'Study' })
    await client.projects.close({})
    expect(dumpOf(path)).toEqual(before)
    // The damaged file is kept too, and never offered.
    const [aside] = listCopies(path).filter(({ reason }) => reason === BEFORE_RESTORE)
    expect(readFileSync(aside?.path ?? '')).toEqual(damaged)
    truncateSync(path, 8192)
    await expect(client.projects.open({ path })).rejects.toMatchObject({ failure: { copy: copy?.path } })
  })

  test('of a copy is found before it takes a place, and an older one is named', async () => {
    const { client, path, project, code } = await setup()
    await project.beforeBulk('imports.run')
    age(path, HOUR)
    const [older] = listCopies(path)
    await code(40)
    const newer = copyPath(path, new Date(), 'codes.merge')
    copyFileSync(older?.path ?? '', newer)
    garble(newer)
    const before = dump(project.db)
    await expect(client.projects.restore({ path, copy: newer })).rejects.toMatchObject({
      failure: { code: 'corrupt', file: basename(newer), copy: older?.path },
    })
    expect(dump(project.db)).toEqual(before)
    expect(await client.projects.current({})).toMatchObject({ path })
    expect(listCopies(path).length).toBe(2)
  })
})

describe('putting a copy back', () => {
  test('brings the project to what it was; what it was before that is a copy, and can be put back too', async () => {
    const { client, path, project, code, events } = await setup()
    await project.beforeBulk('codes.remove')
    const then = dump(project.db)
    await code(40)
    const later = dump(project.db)
    const [copy] = listCopies(path)
    events.length = 0
    expect(await client.projects.restore({ path, copy: copy?.path ?? '' })).toMatchObject({ path, name: 'Study' })
    expect(events.map(({ kind }) => kind)).toContain('project')
    expect((await client.codings.inDocument({ documentId: 1 })).id.length).toBe(1)
    await client.projects.close({})
    expect(dumpOf(path)).toEqual(then)
    const [aside] = listCopies(path)
    expect(aside).toMatchObject({ reason: BEFORE_RESTORE })
    await client.projects.restore({ path, copy: aside?.path ?? '' })
    await client.projects.close({})
    expect(dumpOf(path)).toEqual(later)
    expect(
      readdirSync(dirname(path))
        .filter((name) => name.startsWith('study'))
        .toSorted(),
    ).toEqual(['study copies', 'study.verbatim'])
  })

  test('keeps the log of a project that was not closed with what it was', async () => {
    const { client, path, project, code } = await setup()
    await project.beforeBulk('codes.remove')
    const [copy] = listCopies(path)
    await code(40)
    const folder = temporaryFolder()
    const crashed = join(folder, 'study.verbatim')
    const later = dump(project.db)
    for (const end of ['', '-wal']) copyFileSync(path + end, crashed + end)
    await client.projects.close({})
    const placed = copyPath(crashed, new Date(Date.now() - HOUR), 'time')
    const { client: second, host } = openTestHost()
    await second.projects.create({ path: join(folder, 'first'), name: 'First' })
    await second.projects.close({})
    renameSync(dirname(copy?.path ?? ''), dirname(placed))
    const [only] = listCopies(crashed)
    await second.projects.restore({ path: crashed, copy: only?.path ?? '' })
    expect((await second.codings.inDocument({ documentId: 1 })).id.length).toBe(1)
    const [aside] = listCopies(crashed)
    expect(existsSync(`${aside?.path}-wal`)).toBe(true)
    await second.projects.restore({ path: crashed, copy: aside?.path ?? '' })
    expect((await second.codings.inDocument({ documentId: 1 })).id.length).toBe(2)
    const coders = (rows: Record<string, unknown[]>) => ({ ...rows, coder: [] })
    expect(coders(dump(host.current()?.db as Database.Database))).toEqual(coders(later))
  })

  test('is refused while the project is open elsewhere, and for what is no copy of it', async () => {
    const { client, path, project } = await setup()
    await project.beforeBulk('codes.remove')
    const [copy] = listCopies(path)
    const { client: second } = openTestHost()
    await expect(second.projects.restore({ path, copy: copy?.path ?? '' })).rejects.toMatchObject({
      failure: { code: 'locked', holder: { application: 'window' } },
    })
    const stranger = join(temporaryFolder(), 'stranger.verbatim')
    copyFileSync(copy?.path ?? '', stranger)
    for (const wrong of [stranger, path, join(dirname(path), 'nowhere')])
      await expect(client.projects.restore({ path, copy: wrong })).rejects.toMatchObject({
        failure: { code: 'not-found', entity: 'copy' },
      })
    expect((await client.codings.inDocument({ documentId: 1 })).id.length).toBe(1)
  })

  test('brings back a project whose file is gone', async () => {
    const { client, path, project } = await setup()
    await project.beforeBulk('codes.remove')
    await client.projects.close({})
    rmSync(path)
    const [copy] = await client.projects.copies({ path })
    expect(await client.projects.restore({ path, copy: copy?.path ?? '' })).toMatchObject({ name: 'Study' })
  })
})

describe('saving a copy', () => {
  test('makes the same project with an identity of its own, and changes nothing of the one that is open', async () => {
    const { client, path, project } = await setup()
    const before = dump(project.db)
    const place = join(temporaryFolder(), 'for Ben')
    await client.projects.saveCopy({ path: place })
    expect(dump(project.db)).toEqual(before)
    expect(await client.projects.current({})).toMatchObject({ path })
    const file = `${place}.verbatim`
    expect(readdirSync(dirname(file))).toEqual(['for Ben.verbatim'])
    const { project: ours, ...others } = before
    const { project: theirs, ...copied } = dumpOf(file)
    expect(copied).toEqual(others)
    const [our] = (ours ?? []).map((row) => JSON.parse(String(row)) as unknown[])
    const [their] = (theirs ?? []).map((row) => JSON.parse(String(row)) as unknown[])
    expect(their?.[1]).toBe(our?.[1])
    expect(their?.[2]).not.toBe(our?.[2])
    const db = openReadOnly(file)
    expect(findDamage(db)).toBeNull()
    db.close()
    // In the copy, the undo stack is as it was.
    await client.projects.open({ path: file })
    expect(await client.history.undo({})).toMatchObject({ command: 'codings.apply' })
  })

  test('never replaces a file unasked, a file that is open elsewhere, or the project itself', async () => {
    const { client, path } = await setup()
    const folder = temporaryFolder()
    const place = join(folder, 'there.verbatim')
    writeFileSync(place, 'something')
    const before = contentsOf(folder)
    await expect(client.projects.saveCopy({ path: place })).rejects.toMatchObject({
      failure: { code: 'file-exists', file: 'there.verbatim' },
    })
    await expect(client.projects.saveCopy({ path, overwrite: true })).rejects.toMatchObject({
      failure: { code: 'file-exists', file: 'study.verbatim' },
    })
    expect(contentsOf(folder)).toEqual(before)
    const other = openTestHost()
    const open = join(folder, 'open.verbatim')
    await other.client.projects.create({ path: open, name: 'Open' })
    await expect(client.projects.saveCopy({ path: open, overwrite: true })).rejects.toMatchObject({
      failure: { code: 'locked', file: 'open.verbatim' },
    })
    expect(await other.client.projects.current({})).toMatchObject({ name: 'Open' })
    await client.projects.saveCopy({ path: place, overwrite: true })
    expect((await client.projects.browse({ folder })).files.map(({ name }) => name)).toEqual([
      'open.verbatim',
      'there.verbatim',
    ])
    await expect(client.projects.saveCopy({ path: join(folder, 'no', 'where') })).rejects.toMatchObject({
      failure: { code: 'file-missing' },
    })
  })
})
