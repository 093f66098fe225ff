import * as fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../../contract/index.ts'
import type { Method } from '../../contract/method.ts'
import { createClient, Response } from '../../contract/wire.ts'
import { inputOf } from '../support/arbitrary-input.ts'
import { addDocument, openTestHost, openTestProject } from '../support/host.ts'
import { transports } from '../support/transports.ts'
import { workOn } from '../support/typical-work.ts'

const kinds = Object.entries(transports)
const methods = Object.entries(contract)
  .filter(([feature]) => feature !== 'shell')
  .flatMap(([feature, specs]) =>
    Object.entries(specs as Record<string, Method>).map(([method, spec]) => ({ feature, method, spec })),
  )
const isInternal = (response: unknown) => {
  const parsed = Response.parse(response)
  return !parsed.ok && parsed.failure.code === 'internal'
}

describe.each(kinds)('over the %s', (kind, open) => {
  test('a project is worked on as by any window', async () => {
    const { send, folder } = await open()
    const client = createClient(send)
    const path = join(folder, 'study.verbatim')
    if (kind !== 'peer socket') await client.projects.create({ path, name: 'Study' })
    await workOn(client, folder)
    expect(await client.codes.list({})).toMatchObject([{ name: 'Fear' }, { name: 'Fear for safety' }])
    expect(await client.history.undo({})).toMatchObject({ command: 'codes.update', about: { name: 'Fear for safety' } })
    await expect(client.codes.update({ id: 99, name: 'Nobody' })).rejects.toMatchObject({
      failure: { code: 'not-found', entity: 'code', id: '99' },
    })
    await expect(client.codes.create({ parentId: null, name: '  ', color: null })).rejects.toMatchObject({
      failure: { code: 'invalid-input', issues: [{ path: 'name' }] },
    })
  })

  test('whatever comes is answered with a response of the contract, and never with a fault of ours', async () => {
    const { send } = await open()
    const anyName = fc.oneof(
      fc.constantFrom('codes', 'history', '__proto__', 'constructor', 'toString', 'shell', 'list', ''),
      fc.string(),
    )
    const anyFrame = fc.oneof(
      fc.jsonValue(),
      fc.record({ feature: anyName, method: anyName, input: fc.jsonValue() }),
      fc.record({ feature: anyName, method: anyName }, { requiredKeys: [] }),
    )
    await fc.assert(
      fc.asyncProperty(anyFrame, async (frame) => {
        expect(isInternal(await send(frame))).toBe(false)
      }),
      { numRuns: 300 },
    )
    const known = methods.filter(({ feature }) => feature !== 'projects')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...known), fc.jsonValue(), async ({ feature, method }, input) => {
        expect(isInternal(await send({ feature, method, input }))).toBe(false)
      }),
      { numRuns: 300 },
    )
    expect(Response.parse(await send({ feature: 'settings', method: 'get', input: {} })).ok).toBe(true)
  })
})

test('a page that sends no frames is cut off, and others are answered still', async () => {
  const { send, cutOff } = await transports['loopback server']()
  for (const data of ['not json', 'null', '[]', '{"id":"one","request":{}}', Buffer.from([0xff, 0xfe, 0x00])])
    expect(await cutOff(data)).toBe(1003)
  // Text that is none.
  expect(await cutOff(Buffer.from([0xff, 0xfe]), { binary: false })).toBe(1007)
  expect(Response.parse(await send({ feature: 'settings', method: 'get', input: {} })).ok).toBe(true)
})

test('values that no JSON holds are refused by the process boundary like any other', async () => {
  const { host } = openTestHost()
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withDate: true, withMap: true, withBigInt: true, withSparseArray: true, withTypedArray: true }),
      fc.constantFrom(...methods),
      async (value, { feature, method }) => {
        expect(isInternal(await host.dispatch(value, { session: 'test' }))).toBe(false)
        if (feature === 'projects') return
        expect(isInternal(await host.dispatch({ feature, method, input: value }, { session: 'test' }))).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})

test('every method answers everything that it may be asked, as the contract says, and never with a fault of ours', async () => {
  const { host, client, folder, project, logged } = await openTestProject()
  await workOn(client, folder)
  project.db.pragma('synchronous = OFF')
  // Files and other projects are asked for elsewhere.
  const asked = methods.filter(
    ({ feature, method }) =>
      !['projects', 'imports'].includes(feature) && method !== 'previewTable' && method !== 'importTable',
  )
  let documents = 0
  const anyQuestion = fc
    .constantFrom(...asked)
    .chain(({ feature, method, spec }) =>
      fc.record({ feature: fc.constant(feature), method: fc.constant(method), input: inputOf(spec.input) }),
    )
  const answered = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(anyQuestion, { minLength: 5, maxLength: 30 }), async (questions) => {
      addDocument(project, `R${++documents}`, 'I: And then?\nR07: Then still it is not going back.')
      for (const question of questions) {
        const response = Response.parse(await host.dispatch(question, { session: 'test' }))
        const spec = (contract as Record<string, Record<string, Method>>)[question.feature]?.[question.method]
        expect(response, `${logged.at(-1)}`).not.toMatchObject({ failure: { code: 'internal' } })
        if (!response.ok) continue
        answered.add(`${question.feature}.${question.method}`)
        expect(spec?.output.safeParse(response.output).error, `${question.feature}.${question.method}`).toBeUndefined()
      }
    }),
    { numRuns: 60 },
  )
  expect(answered.size).toBeGreaterThan(asked.length / 2)
}, 180_000)
