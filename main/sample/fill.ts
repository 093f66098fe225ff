/** Fills an empty project with the sample: interviews, people, codebook, the work of two coders, memos and analyses. */
import type { Language } from '../../contract/documents.ts'
import type { Client } from '../../contract/index.ts'
import type { MemoTarget } from '../../contract/memos.ts'
import { describePeople } from './attributes.ts'
import { codebook, type CodeKey } from './codebook.ts'
import { sampleWords, transcript, writtenCodings } from './content.ts'
import { coders, documents, respondents, type CoderInitials, type DocumentKey, type Ids } from './people.ts'
import { findQuote, readCodings, type SampleCoding } from './quotes.ts'
import type { SampleMemo, SampleWords } from './words.ts'

type CodeIds = Record<CodeKey, number>

export const fillSample = async (client: Client, language: Language): Promise<void> => {
  const words = sampleWords[language]
  const first = await client.coders.me({})
  const second = await client.coders.create({ name: coders.MG, initials: 'MG' })
  const ids = await importInterviews(client, language, words)
  const attributeIds = await describePeople(client, words, ids)
  const codeIds = await makeCodebook(client, words)
  for (const [by, { id }] of [
    ['AL', first],
    ['MG', second],
  ] as const) {
    await client.coders.setMe({ id })
    await codeAs(by, client, language, ids, codeIds)
  }
  await client.coders.setMe(first)
  await keepAnalyses(client, words, attributeIds, codeIds)
}

const keys = <K extends string>(of: Record<K, unknown>): K[] => Object.keys(of) as K[]
const byKey = <K extends string, V>(of: Record<K, unknown>, value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys(of).map((key) => [key, value(key)])) as Record<K, V>

const importInterviews = async (client: Client, language: Language, words: SampleWords): Promise<Ids> => {
  const names = keys(respondents)
  const files = keys(documents).map((key) => {
    const text = transcript(language, key)
    const speakers = names
      .filter((name) => text.includes(`${name}: `))
      .map((name) => ({ label: name, role: 'respondent' as const, respondent: name }))
    return {
      file: { name: `${words.documents[key]}.txt`, path: text },
      name: words.documents[key],
      language,
      encoding: null,
      // Whoever else speaks is "other".
      speakers: [
        { label: 'I', role: 'interviewer' as const, respondent: null },
        { label: 'T', role: 'interpreter' as const, respondent: speakers[0]?.respondent ?? null },
        ...speakers,
      ],
      by: [],
      about: [],
    }
  })
  const imported = await client.imports.run({ job: 'sample', files })
  const people = new Map((await client.respondents.list({})).map(({ id, name }) => [name, id]))
  const texts = new Map(imported.documents.map(({ file, documentId }) => [file, documentId]))
  return {
    documents: byKey(documents, (key) => required(texts.get(transcript(language, key)), key)),
    respondents: byKey(respondents, (key) => required(people.get(key), key)),
  }
}

const makeCodebook = async (client: Client, words: SampleWords): Promise<CodeIds> => {
  const made = new Map<string, number>()
  for (const key of keys(codebook)) {
    const { parent, color, ...rest } = codebook[key]
    const { name, definition, useWhen, notWhen } = words.codes[key]
    const parentId = parent === null ? null : required(made.get(parent), parent)
    const { id } = await client.codes.create({ parentId, name, color, codable: !('category' in rest) })
    await client.codes.update({ id, definition, useWhen, notWhen })
    if ('pin' in rest) await client.codes.pin({ id, pin: rest.pin })
    made.set(key, id)
  }
  return byKey(codebook, (key) => required(made.get(key), key))
}

/** Everything that one of the coders did, in the order of a day: coding, memos, and what is done ticked off. */
const codeAs = async (by: CoderInitials, client: Client, language: Language, ids: Ids, codeIds: CodeIds) => {
  const codingIds = new Map<string, number>()
  const place = (document: DocumentKey, quote: string) => ({
    documentId: ids.documents[document],
    ...findQuote(transcript(language, document), quote),
  })
  const name = ({ document, code, quote }: Pick<SampleCoding, 'document' | 'code' | 'quote'>) =>
    [document, code, quote].join(' | ')
  for (const coding of readCodings(writtenCodings(language)).filter((each) => each.by === by)) {
    const codeId = codeIds[coding.code]
    const made = await client.codings.apply({ ...place(coding.document, coding.quote), codeId })
    if (made.merged.length > 0) throw new Error(`runs into an earlier coding of the sample: ${name(coding)}`)
    codingIds.set(name(coding), made.coding.id)
    if (coding.anchor) await client.codes.addAnchor({ codeId, codingId: made.coding.id })
  }
  const targetOf = (on: SampleMemo['on']): MemoTarget => {
    switch (on.kind) {
      case 'project':
        return on
      case 'document':
        return { kind: on.kind, documentId: ids.documents[on.document] }
      case 'passage':
        return { kind: on.kind, ...place(on.document, on.quote) }
      case 'coding':
        return { kind: on.kind, codingId: required(codingIds.get(name(on)), name(on)) }
      case 'code':
        return { kind: on.kind, codeId: codeIds[on.code] }
      case 'respondent':
        return { kind: on.kind, respondentId: ids.respondents[on.respondent] }
    }
  }
  for (const memo of sampleWords[language].memos.filter((each) => each.by === by))
    await client.memos.create({ target: targetOf(memo.on), body: memo.body })
  for (const key of keys(documents))
    if ((documents[key].doneBy as readonly CoderInitials[]).includes(by))
      await client.documents.setState({ id: ids.documents[key], state: 'done' })
}

const keepAnalyses = async (
  client: Client,
  { queries }: SampleWords,
  attributeIds: { readonly health: number; readonly country: number; readonly counselling: number },
  codeIds: CodeIds,
) => {
  const across = (attributeId: number) => ({ kind: 'attribute' as const, attributeId })
  await client.queries.save({
    name: queries.byHealth,
    definition: { rollup: true, across: across(attributeIds.health) },
  })
  await client.queries.save({
    name: queries.byCountry,
    definition: { rollup: true, across: across(attributeIds.country) },
  })
  const aboutReturn = (['return', 'newMigration', 'placeGone', 'children', 'lesserEvil'] as const).map(
    (key) => codeIds[key],
  )
  await client.queries.save({
    name: queries.returnByCounselling,
    definition: { codes: aboutReturn, across: across(attributeIds.counselling) },
  })
}

const required = <T>(value: T | undefined, key: string): T => {
  if (value === undefined) throw new Error(`the sample lacks ${key}`)
  return value
}
