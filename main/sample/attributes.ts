/** Attributes of the sample's respondents and documents, and what the researchers wrote about each respondent. */
import type { AttributeOwner, AttributeType, AttributeValue } from '../../contract/attributes.ts'
import type { Client } from '../../contract/index.ts'
import {
  documents,
  respondents,
  type Ids,
  type RespondentKey,
  type SampleDocument,
  type SampleRespondent,
} from './people.ts'
import type { SampleWords } from './words.ts'

interface Described<Owner> {
  readonly type: AttributeType
  readonly choices: readonly string[]
  readonly valueOf: (owner: Owner) => AttributeValue | null
}
/** Respondents' ages are compared in these bands. */
const AGE_BANDS = [30, 45]

/** Answers the ids of the attributes. */
export const describePeople = async (client: Client, words: SampleWords, ids: Ids) => {
  const of = {
    country: choice(words.countries, ({ country }: SampleRespondent) => country),
    age: plain('number', ({ age }: SampleRespondent) => (age === null ? null : String(age))),
    health: choice(words.healths, ({ health }: SampleRespondent) => health),
    status: choice(words.statuses, ({ status }: SampleRespondent) => status),
    counselling: plain('yes/no', ({ counselling }: SampleRespondent) => yesNo(counselling)),
  }
  const ofDocuments = {
    date: plain('date', ({ date }: SampleDocument) => date),
    place: choice(words.places, ({ place }: SampleDocument) => place),
    language: choice(words.languages, ({ language }: SampleDocument) => language),
    interpreter: plain('yes/no', ({ interpreter }: SampleDocument) => yesNo(interpreter)),
  }
  const make = async (
    owner: AttributeOwner,
    key: keyof SampleWords['attributes'],
    { type, choices }: Described<never>,
  ) => (await client.attributes.create({ owner, name: words.attributes[key], type, choices: [...choices] })).id
  const attributeIds = {
    country: await make('respondent', 'country', of.country),
    age: await make('respondent', 'age', of.age),
    health: await make('respondent', 'health', of.health),
    status: await make('respondent', 'status', of.status),
    counselling: await make('respondent', 'counselling', of.counselling),
    date: await make('document', 'date', ofDocuments.date),
    place: await make('document', 'place', ofDocuments.place),
    language: await make('document', 'language', ofDocuments.language),
    interpreter: await make('document', 'interpreter', ofDocuments.interpreter),
  }
  await client.attributes.update({ id: attributeIds.age, bands: AGE_BANDS })
  const cellsOf = <Owner>(
    described: Partial<Record<keyof typeof attributeIds, Described<Owner>>>,
    owners: Record<string, Owner>,
    ownerIds: Record<string, number>,
  ) =>
    Object.entries(owners).flatMap(([ownerKey, owner]) =>
      Object.entries(described).map(([key, { valueOf }]) => ({
        attributeId: attributeIds[key as keyof typeof attributeIds],
        ownerId: ownerIds[ownerKey] as number,
        value: valueOf(owner),
      })),
    )
  await client.attributes.set({ cells: cellsOf<SampleRespondent>(of, respondents, ids.respondents) })
  await client.attributes.set({ cells: cellsOf<SampleDocument>(ofDocuments, documents, ids.documents) })
  for (const key of Object.keys(respondents) as RespondentKey[])
    await client.respondents.setSummary({ id: ids.respondents[key], summary: words.summaries[key] })
  return attributeIds
}

const value = (written: string): AttributeValue => ({ kind: 'value', value: written })
const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

const plain = <Owner>(type: AttributeType, read: (owner: Owner) => string | null): Described<Owner> => ({
  type,
  choices: [],
  valueOf: (owner) => {
    const written = read(owner)
    return written === null ? null : value(written)
  },
})

/** `called` has the words for each choice. */
const choice = <Owner, Key extends string>(
  called: Record<Key, string>,
  read: (owner: Owner) => Key | 'not applicable' | null,
): Described<Owner> => ({
  type: 'choice',
  choices: Object.values(called),
  valueOf: (owner) => {
    const key = read(owner)
    if (key === 'not applicable') return { kind: 'not applicable' }
    return key === null ? null : value(called[key])
  },
})
