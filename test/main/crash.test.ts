import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Coding } from '../../contract/codings.ts'
import { findDamage } from '../../db/connect.ts'
import { startHostChild } from '../support/host-child.ts'
import { addDocument, openTestHost, openTestProject, temporaryFolder } from '../support/host.ts'

const text = `I: And then?\nR07: ${'Then still it is not going back. '.repeat(400)}`

/** Codes as fast as the host answers, in a process of its own, until it is killed; answers what was acknowledged. */
const codeUntilKilled = async (
  path: string,
  codeId: number,
  when: { acknowledged: number } | { milliseconds: number },
) => {
  const folder = temporaryFolder()
  const child = await startHostChild(join(folder, 'settings'))
  await child.client.projects.open({ path })
  const acknowledged: Coding[] = []
  const enough = new Promise<void>((resolve) => {
    if ('milliseconds' in when) setTimeout(resolve, when.milliseconds)
    for (let index = 0; index < 600; index++)
      child.client.codings
        .apply({ documentId: 1, codeId, start: 20 + index * 10, end: 25 + index * 10, apart: true })
        .then(({ coding }) => {
          acknowledged.push(coding)
          if ('acknowledged' in when && acknowledged.length === when.acknowledged) resolve()
        })
        .catch(resolve)
  })
  await enough
  await child.kill('SIGKILL')
  return { acknowledged, folder }
}

test.each([
  ['the first coding', { acknowledged: 1 }],
  ['ten codings', { acknowledged: 10 }],
  ['three hundred codings, when the log has been folded in', { acknowledged: 300 }],
  ['23 ms', { milliseconds: 23 }],
  ['101 ms', { milliseconds: 101 }],
  ['307 ms', { milliseconds: 307 }],
])(
  'killed after %s, a project has every coding that was acknowledged, is sound, and takes back the last',
  async (_, when) => {
    const made = await openTestProject()
    addDocument(made.project, 'R07', text)
    const { id: codeId } = await made.client.codes.create({ parentId: null, name: 'Safety fear', color: null })
    await made.client.projects.close({})

    const { acknowledged, folder } = await codeUntilKilled(made.path, codeId, when)
    // Nobody tidied up: the log holds what the file does not.
    expect(existsSync(`${made.path}-wal`)).toBe(true)
    expect(existsSync(`${made.path}-lock`)).toBe(true)

    const { client, host } = openTestHost(folder)
    await client.projects.open({ path: made.path })
    const { id, start, end } = await client.codings.inDocument({ documentId: 1 })
    const found = new Map(id.map((one, index) => [one, { start: start[index], end: end[index] }]))
    expect(acknowledged.map((coding) => found.get(coding.id))).toEqual(
      acknowledged.map((coding) => ({ start: coding.start, end: coding.end })),
    )
    const project = host.current()
    expect(project && findDamage(project.db)).toBeNull()
    expect(project?.db.prepare('SELECT count(DISTINCT coding_id) FROM coding_respondent').pluck().get()).toBe(id.length)

    if (id.length > 0) {
      expect(await client.history.undo({})).toMatchObject({ command: 'codings.apply', about: { name: 'Safety fear' } })
      expect((await client.codings.inDocument({ documentId: 1 })).id).toEqual(id.slice(0, -1))
    }
    await client.projects.close({})
    expect(readdirSync(dirname(made.path)).filter((name) => name.startsWith('study'))).toEqual(['study.verbatim'])
  },
)
