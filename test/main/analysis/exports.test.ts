import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { OutFile } from '../../../contract/queries.ts'
import { addDocument, openTestProject } from '../../support/host.ts'

const talk =
  'I: When you picture it?\nR07: 🏠 I see "the street", where my brother was stopped.\nI: And then?\nR07: It is not going back.'
const group = 'R07: - Still it is not going back.\nR12: I am afraid of the street at night.'
const textOf = ({ base64 }: OutFile) => Buffer.from(base64, 'base64').toString('utf8')

const setup = async () => {
  const opened = await openTestProject()
  const { client, project } = opened
  const one = addDocument(project, 'First talk', talk)
  const two = addDocument(project, 'Group', group)
  const fear = await client.codes.create({ parentId: null, name: 'Fear', color: null })
  const safety = await client.codes.create({ parentId: fear.id, name: 'Safety fear', color: 4 })
  const code = async (documentId: number, codeId: number, words: string) => {
    const text = documentId === one ? talk : group
    const start = text.indexOf(words)
    return (await client.codings.apply({ documentId, codeId, start, end: start + words.length })).coding
  }
  return { ...opened, one, two, fear, safety, code }
}

describe('excerpts as .csv', () => {
  test('one row a coding: code points, first turn, joined respondents, attributes of respondents and then of documents', async () => {
    const { client, project, one, two, fear, safety, code } = await setup()
    const wave = await client.attributes.create({ owner: 'document', name: 'Wave', type: 'number' })
    const health = await client.attributes.create({
      owner: 'respondent',
      name: 'Health',
      type: 'choice',
      choices: ['good', 'poor'],
    })
    await client.attributes.set({
      cells: [
        { attributeId: health.id, ownerId: 1, value: { kind: 'value', value: 'poor' } },
        { attributeId: health.id, ownerId: 2, value: { kind: 'not applicable' } },
        { attributeId: wave.id, ownerId: one, value: { kind: 'value', value: '2' } },
      ],
    })
    const made = [
      await code(one, safety.id, 'I see "the street", where my brother'),
      await code(two, fear.id, group),
      await code(one, fear.id, 'When you picture it?'),
    ]
    const uids = made.map(({ id }) => String(project.db.prepare('SELECT uid FROM coding WHERE id = ?').pluck().get(id)))
    const { name } = (await client.coders.list({}))[0] ?? { name: '' }
    const file = await client.exports.excerpts({ codeIds: [] })
    expect(file).toMatchObject({ name: 'Study - excerpts.csv', mediaType: 'text/csv; charset=utf-8' })
    expect(textOf(file).split('\r\n')).toEqual([
      'excerpt_id,document,respondent,code,code_path,coder,start,end,turn,text,created_at,Health,Wave',
      // The house is one code point and two UTF-16 units.
      `${uids[0]},First talk,R07,Safety fear,Fear > Safety fear,${name},31,67,2,"I see ""the street"", where my brother",${made[0]?.createdAt},poor,2`,
      `${uids[1]},Group,R07; R12,Fear,Fear,${name},0,${group.length},1,"${group}",${made[1]?.createdAt},poor; not applicable,`,
      `${uids[2]},First talk,,Fear,Fear,${name},3,23,1,When you picture it?,${made[2]?.createdAt},,2`,
      '',
    ])
    expect(talk.indexOf('I see')).toBe(32)
  })

  test('nothing is changed where a spreadsheet would see a formula; the file says how often that is', async () => {
    const { client, fear, two, code } = await setup()
    await client.codes.update({ id: fear.id, name: '=1+1' })
    await code(two, fear.id, '- Still it is')
    const file = await client.exports.excerpts({ codeIds: [] })
    expect(textOf(file)).toContain(',=1+1,=1+1,')
    expect(textOf(file)).toContain(',- Still it is,')
    expect(file.formulaLike).toBe(3)
    const sheet = await client.exports.excerpts({ codeIds: [], format: 'xlsx' })
    const files = unzipSync(Buffer.from(sheet.base64, 'base64'))
    const xml = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString()
    expect(xml).not.toContain('<f>')
    expect(Buffer.from(files['xl/sharedStrings.xml'] ?? []).toString()).toContain('- Still it is')
  })

  test('an attribute that is named like a column gets a number', async () => {
    const { client, one, fear, code } = await setup()
    await client.attributes.create({ owner: 'document', name: 'text', type: 'text' })
    await client.attributes.create({ owner: 'respondent', name: 'text', type: 'text' })
    await code(one, fear.id, 'my brother')
    const [header] = textOf(await client.exports.excerpts({ codeIds: [] })).split('\r\n')
    expect(header).toMatch(/,text,created_at,text \(2\),text \(3\)$/u)
  })
})

describe('frequencies', () => {
  test('as .csv: path, codings, respondents, then the columns of the table', async () => {
    const { client, one, two, fear, safety, code } = await setup()
    await code(one, safety.id, 'I see "the street"')
    await code(one, safety.id, 'my brother was stopped')
    await code(two, fear.id, 'I am afraid')
    await code(one, fear.id, 'And then?')
    const file = await client.exports.table({ definition: { rollup: true, count: 'codings' }, format: 'csv' })
    expect(textOf(file).split('\r\n')).toEqual([
      'code_path,n_codings,n_respondents,R07,R12,not assigned',
      'Fear,4,2,2,1,1',
      'Fear > Safety fear,2,1,2,0,0',
      '',
    ])
    const sheet = await client.exports.table({ definition: {}, format: 'xlsx' })
    expect(sheet.name).toBe('Study - frequencies.xlsx')
    const files = unzipSync(Buffer.from(sheet.base64, 'base64'))
    expect(Buffer.from(files['xl/sharedStrings.xml'] ?? []).toString()).toContain('Fear &gt; Safety fear')
  })
})

describe('the codebook', () => {
  const schema = { fileName: 'Codebook.xsd', contents: readFileSync('test/fixtures/refi/Codebook.xsd', 'utf8') }
  const validate = async (file: OutFile) =>
    (await validateXML({ xml: [{ fileName: 'codebook.qdc', contents: textOf(file) }], schema: [schema] })).errors

  test('as .qdc is valid, keeps the tree, says what can be coded, and tells definition, rules and examples apart', async () => {
    const { client, project, one, fear, safety, code } = await setup()
    await client.codes.update({ id: fear.id, codable: false, name: 'Fear & <dread> "\u0001"' })
    await client.codes.update({
      id: safety.id,
      definition: 'Fears for one’s safety.\nAlso of others.',
      useWhen: 'A danger is named & near.',
      notWhen: 'It is past.',
    })
    const { id } = await code(one, safety.id, 'I see "the street"')
    await client.codes.addAnchor({ codeId: safety.id, codingId: id })
    const file = await client.exports.codebook({ format: 'qdc' })
    expect(await validate(file)).toEqual([])
    const uid = (codeId: number) =>
      String(project.db.prepare('SELECT uid FROM code WHERE id = ?').pluck().get(codeId)).toUpperCase()
    expect(textOf(file)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Verbatim"><Codes>' +
        `<Code guid="${uid(fear.id)}" name="Fear &amp; &lt;dread&gt; &quot;\uFFFD&quot;" isCodable="false" color="#b4483a">` +
        `<Code guid="${uid(safety.id)}" name="Safety fear" isCodable="true" color="#3a6ea8"><Description>` +
        'Fears for one’s safety.\nAlso of others.\n\nUse when: A danger is named &amp; near.\n\nDo not use when: It is past.\n\n' +
        'Example: “I see "the street"”</Description></Code></Code></Codes></CodeBook>\n',
    )
  })

  test('GUIDs that a codebook came with are kept, and a repeated one is not written twice', async () => {
    const { client, project, fear, safety } = await setup()
    const guid = '{0aa87bf7-bc37-4b0a-8d5d-3f4a6f0d1e11}'
    project.record({ session: 'test' }, { command: 'test', input: null }, () =>
      project.db.prepare('UPDATE code SET refi_guid = ?').run(guid),
    )
    const file = await client.exports.codebook({ format: 'qdc' })
    expect(await validate(file)).toEqual([])
    const guids = [...textOf(file).matchAll(/guid="([^"]+)"/gu)].map(([, found]) => found)
    expect(guids[0]).toBe('0AA87BF7-BC37-4B0A-8D5D-3F4A6F0D1E11')
    expect(new Set(guids).size).toBe(2)
    expect([fear.id, safety.id]).toHaveLength(guids.length)
  })

  test('without a code there is no .qdc', async () => {
    const { client } = await openTestProject()
    await expect(client.exports.codebook({ format: 'qdc' })).rejects.toMatchObject({
      failure: { code: 'empty-codebook' },
    })
  })

  test('as .csv: one code a row with its rules and its use', async () => {
    const { client, one, fear, safety, code } = await setup()
    await client.codes.update({ id: safety.id, definition: 'Fears, "named".', useWhen: 'Near.', notWhen: 'Past.' })
    await code(one, safety.id, 'my brother')
    await client.codes.archive({ ids: [fear.id], archived: true })
    const [header, first, second] = textOf(await client.exports.codebook({ format: 'csv' })).split('\r\n')
    expect(header).toBe(
      'code_id,code,code_path,color,codable,archived,definition,use_when,not_when,anchors,n_codings,n_respondents,created_at',
    )
    expect(first).toContain(',Fear,Fear,#b4483a,yes,yes,,,,,0,0,')
    expect(second).toContain(',Safety fear,Fear > Safety fear,#3a6ea8,yes,yes,"Fears, ""named"".",Near.,Past.,,1,1,')
  })
})
