import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDocument, openTestProject } from '../support/host.ts'

const text = 'I: When you picture it?\nR07: I see the street where my brother was stopped.'
const setup = async () => {
  const opened = await openTestProject()
  const { client, project, folder } = opened
  const documentId = addDocument(project, 'Interview 7', text)
  const [r07] = await client.respondents.list({})
  const codeSpan = async (words: string, name: string) => {
    const code =
      (await client.codes.list({})).find((one) => one.name === name) ??
      (await client.codes.create({ parentId: null, name, color: null }))
    const start = text.indexOf(words)
    const { coding } = await client.codings.apply({ documentId, codeId: code.id, start, end: start + words.length })
    return { code, coding }
  }
  const csv = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return { name, path: join(folder, name) }
  }
  /** Known values as `name → attribute → value`. */
  const known = async (owner: 'respondent' | 'document') => {
    const { attributeId, ownerId, value } = await client.attributes.values({ owner })
    const names = new Map((await client.attributes.list({})).map(({ id, name }) => [id, name]))
    const owners = new Map(
      (owner === 'respondent' ? await client.respondents.list({}) : await client.documents.list({})).map(
        ({ id, name }) => [id, name],
      ),
    )
    return Object.fromEntries(
      value.map((one, index) => [
        `${owners.get(ownerId[index] ?? 0)} ${names.get(attributeId[index] ?? 0)}`,
        one.kind === 'value' ? one.value : one.kind,
      ]),
    )
  }
  return { ...opened, documentId, r07: r07?.id ?? 0, codeSpan, csv, known }
}

describe('respondents', () => {
  test('a respondent’s page has her documents, codes and memos, and what others say does not count', async () => {
    const { client, r07, documentId, codeSpan } = await setup()
    const { code } = await codeSpan('I see the street', 'Safety fear')
    await codeSpan('brother was stopped', 'Safety fear')
    await codeSpan('When you picture it?', 'Question')
    const other = await client.respondents.create({ name: 'R08' })
    await client.respondents.setSummary({ id: r07, summary: 'Fears the street.' })
    expect(await client.respondents.get({ id: r07 })).toEqual({
      id: r07,
      name: 'R07',
      summary: 'Fears the street.',
      documents: [{ id: documentId, name: 'Interview 7', relation: 'by' }],
      codes: [{ codeId: code.id, codings: 2 }],
      memos: 0,
    })
    expect(
      (await client.respondents.list({})).map(({ name, documents, codings }) => [name, documents, codings]),
    ).toEqual([
      ['R07', 1, 2],
      ['R08', 0, 0],
    ])
    expect(await client.respondents.get({ id: other.id })).toMatchObject({ codes: [], documents: [] })
  })

  test('a summary that is saved while it is typed is one step', async () => {
    const { client, r07 } = await setup()
    const before = (await client.history.list({})).length
    for (const summary of ['She', 'She fears', 'She fears the street.'])
      await client.respondents.setSummary({ id: r07, summary })
    expect(await client.history.list({})).toHaveLength(before + 1)
    await client.history.undo({})
    expect((await client.respondents.get({ id: r07 })).summary).toBe('')
  })

  test('a name is taken whatever its case, and free again when its bearer is renamed', async () => {
    const { client, r07 } = await setup()
    await expect(client.respondents.create({ name: ' r07' })).rejects.toMatchObject({
      failure: { code: 'name-taken', entity: 'respondent', name: 'r07' },
    })
    await client.respondents.rename({ id: r07, name: 'r07' })
    await client.respondents.rename({ id: r07, name: 'Amal' })
    await client.respondents.create({ name: 'R07' })
    await expect(client.respondents.rename({ id: r07, name: 'R07' })).rejects.toMatchObject({
      failure: { code: 'name-taken' },
    })
  })

  test('removing a respondent says what goes along, keeps the text and codings, and can be undone wholly', async () => {
    const { client, project, r07, codeSpan, known } = await setup()
    await codeSpan('I see the street', 'Safety fear')
    const age = await client.attributes.create({ owner: 'respondent', name: 'Age', type: 'number' })
    const cell = { attributeId: age.id, ownerId: r07, value: { kind: 'value' as const, value: '27' } }
    await client.attributes.set({ cells: [cell] })
    expect(await client.respondents.removal({ ids: [r07] })).toEqual({ documents: 1, values: 1, memos: 0 })
    const counted = () => project.db.prepare('SELECT respondent_id, role FROM coding_respondent').all()
    await client.respondents.remove({ ids: [r07] })
    expect(await client.respondents.list({})).toEqual([])
    expect(counted()).toEqual([{ respondent_id: 0, role: 'respondent' }])
    await client.history.undo({})
    expect(counted()).toEqual([{ respondent_id: r07, role: 'respondent' }])
    expect(await known('respondent')).toEqual({ 'R07 Age': '27' })
    await client.history.redo({})
    expect(counted()).toEqual([{ respondent_id: 0, role: 'respondent' }])
    expect(await known('respondent')).toEqual({})
  })
})

describe('attributes', () => {
  test('values are read by their type, a block is one step, and one misfit refuses the whole block', async () => {
    const { client, r07, known } = await setup()
    const r08 = (await client.respondents.create({ name: 'R08' })).id
    const create = (name: string, type: 'number' | 'date' | 'yes/no' | 'choice' | 'text', choices: string[] = []) =>
      client.attributes.create({ owner: 'respondent', name, type, choices })
    const income = await create('Income', 'number')
    const arrival = await create('Arrival', 'date')
    const talks = await create('Talks', 'yes/no')
    const country = await create('Country', 'choice', ['Iraq', 'Somalia'])
    const cell = (attribute: { id: number }, ownerId: number, value: string | null) => ({
      attributeId: attribute.id,
      ownerId,
      value: value === null ? null : { kind: 'value' as const, value },
    })
    await client.attributes.set({
      cells: [
        cell(income, r07, '1.234,5'),
        cell(arrival, r07, '14 maart 2026'),
        cell(talks, r07, 'Ja'),
        cell(country, r07, 'somalia'),
        cell(income, r08, 'n.v.t.'),
        cell(arrival, r08, ''),
      ],
    })
    const block = {
      'R07 Income': '1234.5',
      'R07 Arrival': '2026-03-14',
      'R07 Talks': 'yes',
      'R07 Country': 'Somalia',
      'R08 Income': 'not applicable',
    }
    expect(await known('respondent')).toEqual(block)
    await expect(
      client.attributes.set({ cells: [cell(talks, r08, 'yes'), cell(country, r08, 'Iran')] }),
    ).rejects.toMatchObject({ failure: { code: 'invalid-input', issues: [{ path: 'cells.1', message: 'Iran' }] } })
    expect(await known('respondent')).toEqual(block)
    expect((await client.history.next({})).undo).toMatchObject({ command: 'attributes.set', about: { count: 6 } })
    await client.attributes.set({ cells: [cell(income, r07, null)] })
    expect(await known('respondent')).not.toHaveProperty(['R07 Income'])
    await client.history.undo({})
    await client.history.undo({})
    expect(await known('respondent')).toEqual({})
  })

  test('a pasted block may bring new respondents and new choices, in one step', async () => {
    const { client, r07, known } = await setup()
    const country = await client.attributes.create({
      owner: 'respondent',
      name: 'Country',
      type: 'choice',
      choices: ['Iraq'],
    })
    const before = (await client.history.list({})).length
    const cells = ['Iraq', 'Syria', 'syria'].map((value, index) => ({
      attributeId: country.id,
      ownerId: [r07, -1, -2][index] ?? 0,
      value: { kind: 'value' as const, value },
    }))
    await client.attributes.set({ cells, addChoices: true, newRespondents: ['R08', 'R09'] })
    expect(await known('respondent')).toEqual({ 'R07 Country': 'Iraq', 'R08 Country': 'Syria', 'R09 Country': 'Syria' })
    expect(await client.attributes.list({})).toMatchObject([{ choices: ['Iraq', 'Syria'] }])
    expect(await client.history.list({})).toHaveLength(before + 1)
    await expect(client.attributes.set({ cells: cells.slice(1, 2), newRespondents: [] })).rejects.toMatchObject({
      failure: { code: 'not-found', entity: 'respondent' },
    })
    await client.history.undo({})
    expect((await client.respondents.list({})).map(({ name }) => name)).toEqual(['R07'])
    expect(await client.attributes.list({})).toMatchObject([{ choices: ['Iraq'] }])
  })

  test('setting what is there already leaves no step', async () => {
    const { client, r07 } = await setup()
    const age = await client.attributes.create({ owner: 'respondent', name: 'Age', type: 'number' })
    const cells = [{ attributeId: age.id, ownerId: r07, value: { kind: 'value' as const, value: '27' } }]
    await client.attributes.set({ cells })
    const before = await client.history.list({})
    await client.attributes.set({ cells: cells.map((cell) => ({ ...cell, value: { kind: 'value', value: ' 27 ' } })) })
    expect(await client.history.list({})).toEqual(before)
  })

  test('another type keeps what fits, counts what does not, and forgets it only when told to', async () => {
    const { client, r07, known } = await setup()
    const r08 = (await client.respondents.create({ name: 'R08' })).id
    const age = await client.attributes.create({ owner: 'respondent', name: 'Age', type: 'text' })
    const cell = (ownerId: number, value: string) => ({
      attributeId: age.id,
      ownerId,
      value: { kind: 'value' as const, value },
    })
    await client.attributes.set({ cells: [cell(r07, '27'), cell(r08, 'about thirty')] })
    expect(await client.attributes.update({ id: age.id, type: 'number' })).toEqual({ misfits: 1 })
    expect(await client.attributes.list({})).toMatchObject([{ type: 'text' }])
    expect(await client.attributes.update({ id: age.id, type: 'choice' })).toEqual({ misfits: 0 })
    expect(await client.attributes.list({})).toMatchObject([{ type: 'choice', choices: ['27', 'about thirty'] }])
    expect(await client.attributes.update({ id: age.id, type: 'number', bands: [30, 18, 30], force: true })).toEqual({
      misfits: 1,
    })
    expect(await client.attributes.list({})).toMatchObject([{ type: 'number', bands: [18, 30], choices: [] }])
    expect(await known('respondent')).toEqual({ 'R07 Age': '27' })
    await client.history.undo({})
    expect(await known('respondent')).toEqual({ 'R07 Age': '27', 'R08 Age': 'about thirty' })
  })

  test('choices that get other words take their values along', async () => {
    const { client, r07, known } = await setup()
    const health = await client.attributes.create({
      owner: 'respondent',
      name: 'Health',
      type: 'choice',
      choices: ['good', 'bad'],
    })
    await client.attributes.set({
      cells: [{ attributeId: health.id, ownerId: r07, value: { kind: 'value', value: 'bad' } }],
    })
    const change = { id: health.id, choices: ['good', 'poor'] }
    expect(await client.attributes.update(change)).toEqual({ misfits: 1 })
    expect(await client.attributes.update({ ...change, renamed: [{ from: 'bad', to: 'poor' }] })).toEqual({
      misfits: 0,
    })
    expect(await known('respondent')).toEqual({ 'R07 Health': 'poor' })
  })

  test('columns keep the order they are given, per owner', async () => {
    const { client } = await setup()
    const create = (owner: 'respondent' | 'document', name: string) =>
      client.attributes.create({ owner, name, type: 'text' })
    await create('respondent', 'A')
    await create('document', 'A')
    await create('respondent', 'B')
    const c = await create('respondent', 'C')
    await client.attributes.update({ id: c.id, position: 0 })
    const order = (await client.attributes.list({})).map(({ owner, name }) => `${owner} ${name}`)
    expect(order).toEqual(['respondent C', 'respondent A', 'respondent B', 'document A'])
    await expect(create('document', 'a')).rejects.toMatchObject({
      failure: { code: 'name-taken', entity: 'attribute' },
    })
  })

  test('a table from a spreadsheet in Windows-1252: types guessed, unknown and repeated names shown, then one step', async () => {
    const { client, csv, known } = await setup()
    const rows =
      'Naam;Leeftijd;Gezond;Land;Inkomen\nr07;27;ja;Irak;1.200,50\nR08;"31";nee;Irak;900\nR08;32;;Syri\u00eb;n.v.t.\n'
    const file = csv(
      'leeftijd.csv',
      Uint8Array.from(rows, (character) => character.charCodeAt(0)),
    )
    const shown = await client.attributes.previewTable({ owner: 'respondent', file })
    expect(shown).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: 3, known: 1 })
    expect([shown.unknown, shown.repeated]).toEqual([['R08'], ['R08']])
    expect(shown.columns.map(({ name, type, existingId, misfits }) => [name, type, existingId, misfits])).toEqual([
      ['Leeftijd', 'number', null, []],
      ['Gezond', 'yes/no', null, []],
      ['Land', 'text', null, []],
      ['Inkomen', 'number', null, []],
    ])
    expect(shown.columns[2]?.misfitsByType).toEqual({ text: 0, number: 3, date: 3, 'yes/no': 3, choice: 0 })
    const types = shown.columns.map(({ type, name }) => (name === 'Land' ? ('choice' as const) : type))
    const before = (await client.history.list({})).length
    expect(await client.attributes.importTable({ owner: 'respondent', file, types, createUnknown: true })).toEqual({
      values: 11,
      created: 1,
    })
    expect(await known('respondent')).toEqual({
      'R07 Leeftijd': '27',
      'R07 Gezond': 'yes',
      'R07 Land': 'Irak',
      'R07 Inkomen': '1200.5',
      'R08 Leeftijd': '32',
      'R08 Gezond': 'no',
      'R08 Land': 'Syri\u00eb',
      'R08 Inkomen': 'not applicable',
    })
    expect((await client.attributes.list({}))[2]).toMatchObject({ name: 'Land', choices: ['Irak', 'Syri\u00eb'] })
    expect(await client.history.list({})).toHaveLength(before + 1)
    await client.history.undo({})
    expect(await client.attributes.list({})).toEqual([])
    expect((await client.respondents.list({})).map(({ name }) => name)).toEqual(['R07'])
  })

  test('values that do not fit are shown with their line, and refuse the table', async () => {
    const { client, csv } = await setup()
    await client.attributes.create({ owner: 'respondent', name: 'Age', type: 'number' })
    const file = csv('ages.csv', 'name,age\n\nR07,27\n"R08\nsecond line",young\nR09,old\n')
    const shown = await client.attributes.previewTable({ owner: 'respondent', file })
    expect(shown.columns[0]).toMatchObject({
      type: 'number',
      existingId: 1,
      misfits: [
        { line: 4, value: 'young' },
        { line: 6, value: 'old' },
      ],
    })
    await expect(
      client.attributes.importTable({ owner: 'respondent', file, types: ['text'], createUnknown: true }),
    ).rejects.toMatchObject({ failure: { code: 'invalid-input', issues: [{ path: 'age, line 4', message: 'young' }] } })
    expect((await client.respondents.list({})).map(({ name }) => name)).toEqual(['R07'])
  })

  test('documents have attributes of their own; a table makes no documents', async () => {
    const { client, csv, known } = await setup()
    const file = csv('waves.csv', 'document\twave\nInterview 7\t2\nNot here\t1\n')
    const shown = await client.attributes.previewTable({ owner: 'document', file })
    expect(shown).toMatchObject({ delimiter: '\t', known: 1, unknown: ['Not here'] })
    const types = shown.columns.map(({ type }) => type)
    expect(await client.attributes.importTable({ owner: 'document', file, types, createUnknown: true })).toEqual({
      values: 1,
      created: 0,
    })
    expect(await known('document')).toEqual({ 'Interview 7 wave': '2' })
  })

  test.each([
    ['empty.csv', '', 'empty'],
    ['head.csv', 'name,age\n', 'no-text'],
    ['open.csv', 'name,age\nR07,"27\n', 'damaged'],
  ])('%s is refused', async (name, content, reason) => {
    const { client, csv } = await setup()
    await expect(
      client.attributes.previewTable({ owner: 'respondent', file: csv(name, content) }),
    ).rejects.toMatchObject({ failure: { code: 'unreadable-file', file: name, reason } })
  })
})
