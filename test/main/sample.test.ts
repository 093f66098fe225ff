import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Language } from '../../contract/documents.ts'
import { findDamage } from '../../db/connect.ts'
import { openDatabase } from '../../db/open.ts'
import { readDocument } from '../../main/formats/import/read.ts'
import { codebook } from '../../main/sample/codebook.ts'
import { sampleWords, transcript, writtenCodings } from '../../main/sample/content.ts'
import { coders, documents, respondents, type DocumentKey, type RespondentKey } from '../../main/sample/people.ts'
import { findQuote, readCodings } from '../../main/sample/quotes.ts'
import { openTestHost } from '../support/host.ts'

const documentKeys = Object.keys(documents) as DocumentKey[]
const respondentKeys = Object.keys(respondents) as RespondentKey[]
const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

const openSample = async (language: Language) => {
  const opened = openTestHost()
  const info = await opened.client.projects.openSample({ language })
  const project = opened.host.current()
  if (!project) throw new Error('no project is open')
  return { ...opened, info, project }
}

describe.each(Language.options)('the sample in %s', (language) => {
  const words = sampleWords[language]
  const codings = readCodings(writtenCodings(language))
  const codingsBy = (by: string) => codings.filter((coding) => coding.by === by)
  /** Respondents of whom nothing is coded yet, for the user to begin with. */
  const uncoded = () =>
    respondentKeys.filter(
      (key) => !codings.some(({ document }) => transcript(language, document).includes(`\n${key}: `)),
    )

  test('every transcript is an interview in its language, with the turns of those who speak in it', async () => {
    for (const key of documentKeys) {
      const read = await readDocument(Buffer.from(transcript(language, key)), `${key}.txt`)
      expect(read, key).toMatchObject({ language, text: transcript(language, key).trimEnd() })
      expect(read.wordStarts.length, key).toBeGreaterThan(650)
      expect(read.turns.length, key).toBe(read.text.split('\n').length)
      expect(read.turns[0]?.label, key).toBe('I')
    }
  })

  test('every quote is found once, begins and ends with whole words, and stays near its beginning', () => {
    for (const { document, quote } of codings) {
      const text = transcript(language, document)
      const { start, end } = findQuote(text, quote)
      const spoken = text.slice(start, end)
      expect(isLetter(text[start - 1]) || isLetter(text[end]), quote).toBe(false)
      expect(spoken.trim(), quote).toBe(spoken)
      expect(spoken.length, quote).toBeLessThan(900)
      expect(quote.split(' … ').length, quote).toBeLessThan(3)
    }
  })

  test('both languages code alike', () => {
    const count = (of: Language) => readCodings(writtenCodings(of)).map((each) => ({ ...each, quote: '' }))
    expect(count(language)).toEqual(count('en'))
  })

  test('it is a whole project: interviews, people, codebook, codings of two coders, memos', async () => {
    const { client, info, project, logged } = await openSample(language)
    expect(info).toMatchObject({ name: words.project, sample: true, codebookClosed: false })
    const listed = await client.documents.list({})
    expect(listed.map(({ name }) => name).toSorted()).toEqual(Object.values(words.documents).toSorted())
    for (const key of documentKeys) {
      const row = listed.find(({ name }) => name === words.documents[key])
      expect(row?.respondents.length, key).toBeGreaterThan(0)
      expect(
        row?.respondents.map(({ name }) => name),
        key,
      ).toEqual(respondentKeys.filter((name) => transcript(language, key).includes(`${name}: `)))
    }
    const people = await client.respondents.list({})
    expect(people.map(({ name }) => name)).toEqual(respondentKeys)
    expect(people.filter((person) => person.codings === 0).map(({ name }) => name)).toEqual(uncoded())
    expect((await client.coders.list({})).map(({ name }) => name).slice(0, 2)).toEqual(Object.values(coders))
    const counted = await client.coders.counts({})
    expect(counted.codings).toEqual([codingsBy('AL').length, codingsBy('MG').length])
    expect((await client.memos.list({})).length).toBe(words.memos.length)
    expect(findDamage(project.db)).toBeNull()
    expect(logged).toEqual([])
  })
  test('the codebook has three levels, categories, rules, pins and anchors from the text', async () => {
    const { client } = await openSample(language)
    const codes = await client.codes.list({})
    const byId = new Map(codes.map((code) => [code.id, code]))
    const depth = (id: number | null): number => (id === null ? 0 : 1 + depth(byId.get(id)?.parentId ?? null))
    expect(codes.map(({ name }) => name)).toEqual(Object.keys(codebook).map((key) => words.codes[key as 'fear'].name))
    expect(Math.max(...codes.map(({ id }) => depth(id)))).toBe(3)
    expect(codes.filter(({ codable }) => !codable).length).toBeGreaterThan(0)
    expect(codes.flatMap(({ pin }) => pin ?? []).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
    expect(codes.find(({ pin }) => pin === 1)?.name).toBe(words.codes.safety.name)
    expect(codes.find(({ pin }) => pin === 2)?.name).toBe(words.codes.passivity.name)
    expect(codes.find(({ pin }) => pin === 3)?.name).toBe(words.codes.newMigration.name)
    const anchored = codes.filter(({ anchors }) => anchors.length > 0)
    expect(anchored.flatMap(({ anchors }) => anchors)).toHaveLength(codings.filter(({ anchor }) => anchor).length)
    for (const code of codes.filter(({ codable }) => codable)) {
      expect([code.definition, code.useWhen, code.notWhen], code.name).not.toContain('')
    }
  })

  test('everybody has the attributes that are known of them', async () => {
    const { client } = await openSample(language)
    const attributes = (await client.attributes.list({})).filter(({ owner }) => owner === 'respondent')
    const people = await client.respondents.list({})
    const values = await client.attributes.values({ owner: 'respondent' })
    const valueOf = (attribute: string, respondent: RespondentKey) => {
      const attributeId = attributes.find(({ name }) => name === attribute)?.id
      const ownerId = people.find(({ name }) => name === respondent)?.id
      const index = values.ownerId.findIndex((id, at) => id === ownerId && values.attributeId[at] === attributeId)
      const found = values.value[index]
      return found?.kind === 'value' ? found.value : (found?.kind ?? null)
    }
    for (const key of respondentKeys) {
      const { country, age, health, counselling } = respondents[key]
      expect(valueOf(words.attributes.country, key)).toBe(words.countries[country])
      expect(valueOf(words.attributes.age, key)).toBe(age === null ? null : String(age))
      expect(valueOf(words.attributes.health, key)).toBe(words.healths[health])
      expect(valueOf(words.attributes.counselling, key)).toBe(counselling ? 'yes' : 'no')
    }
  })

  test('its analyses count: by health, by country, and return by counselling', async () => {
    const { client } = await openSample(language)
    const kept = await client.queries.list({})
    expect(kept.map(({ name }) => name).toSorted()).toEqual(Object.values(words.queries).toSorted())
    const idOf = new Map((await client.codes.list({})).map(({ id, name }) => [name, id]))
    const tableOf = async (name: string) => {
      const query = kept.find((each) => each.name === name)
      if (!query) throw new Error(`there is no ${name}`)
      const table = await client.queries.frequencies(query.definition)
      const labels = table.columns.map(({ label }) => label)
      const cell = (code: 'passivity' | 'safety', column: string) =>
        table.cells[
          table.codeIds.indexOf(idOf.get(words.codes[code].name) ?? 0) * labels.length + labels.indexOf(column)
        ]
      return { ...table, labels, cell }
    }
    const speaking = (code: string, belongs: (key: RespondentKey) => boolean) => {
      const texts = codings
        .filter((each) => each.code === code)
        .map(({ document, quote }) => {
          const text = transcript(language, document)
          const { start } = findQuote(text, quote)
          return /(?:^|\n|\] )(R\d\d|T): [^\n]*$/u.exec(text.slice(0, start))?.[1]?.replace('T', 'R11')
        })
      return respondentKeys.filter((key) => belongs(key) && texts.includes(key)).length
    }
    const byHealth = await tableOf(words.queries.byHealth)
    expect(byHealth.n).toBe(respondentKeys.length)
    // What R16's daughter says counts for nobody.
    expect(byHealth.columns.map(({ n }) => n)).toEqual([5, 4, 3, null])
    for (const health of ['good', 'fair', 'poor'] as const)
      expect(byHealth.cell('passivity', words.healths[health]), health).toBe(
        speaking('passivity', (key) => respondents[key].health === health),
      )
    const byCountry = await tableOf(words.queries.byCountry)
    for (const country of ['iraq', 'somalia', 'cameroon'] as const)
      expect(byCountry.cell('safety', words.countries[country]), country).toBe(
        speaking('safety', (key) => respondents[key].country === country),
      )
    const byCounselling = await tableOf(words.queries.returnByCounselling)
    expect(byCounselling.codeIds).toHaveLength(5)
    expect(byCounselling.total).toBeGreaterThan(5)
  })

  test('nothing of it is on my undo stack, my own work is; opened again it is as I left it', async () => {
    const { client, folder, info } = await openSample(language)
    expect(await client.history.next({})).toEqual({ undo: null, redo: null })
    expect(await client.history.undo({})).toBeNull()
    const [document] = await client.documents.list({})
    const code = (await client.codes.list({})).find(({ codable }) => codable)
    if (!document || !code) throw new Error('the sample is empty')
    const before = (await client.codings.inDocument({ documentId: document.id })).id.length
    await client.codings.apply({ documentId: document.id, codeId: code.id, start: 3, end: 20 })
    await client.projects.close({})
    const again = await client.projects.openSample({ language })
    expect(again).toEqual(info)
    expect((await client.codings.inDocument({ documentId: document.id })).id.length).toBe(before + 1)
    expect(await client.history.undo({})).toMatchObject({ command: 'codings.apply' })
    expect((await client.codings.inDocument({ documentId: document.id })).id.length).toBe(before)
    expect(await client.history.next({})).toMatchObject({ undo: null })
    await client.projects.close({})
    expect(readdirSync(join(folder, 'settings')).filter((file) => file.includes('.verbatim'))).toEqual([
      `${words.file}.verbatim`,
    ])
  })

  test('it takes less than two seconds of the processor, and is made once however often it is asked for', async () => {
    const { client, folder } = openTestHost()
    const begin = process.cpuUsage()
    const opened = await Promise.all([
      client.projects.openSample({ language }),
      client.projects.openSample({ language }),
    ])
    const { user, system } = process.cpuUsage(begin)
    expect(user + system).toBeLessThan(2_000_000)
    expect(opened[0]).toEqual(opened[1])
    const path = join(folder, 'settings', `${words.file}.verbatim`)
    await client.projects.close({})
    expect(readFileSync(path).length).toBeGreaterThan(100_000)
    openDatabase(path, () => undefined).close()
  })
})
