/** The sample's coders, respondents and documents with their attributes; how the values are called is in each language's folder. */

export const coders = { AL: 'Anneke Lammers', MG: 'Milan Gerards' } as const
export type CoderInitials = keyof typeof coders

export interface SampleRespondent {
  readonly country: 'afghanistan' | 'armenia' | 'cameroon' | 'guinea' | 'iraq' | 'nigeria' | 'somalia'
  /** In years; null: not known. */
  readonly age: number | null
  readonly health: 'good' | 'fair' | 'poor'
  /** Null: not known. */
  readonly status: 'refused' | 'appeal' | 'medical' | 'expired' | 'not applicable' | null
  readonly counselling: boolean
}
export interface SampleDocument {
  readonly date: string
  readonly place: 'centre' | 'detention' | 'home' | 'church' | 'telephone'
  readonly language: 'here' | 'english' | 'dari'
  readonly interpreter: boolean
  /** Who has finished coding it. */
  readonly doneBy: readonly CoderInitials[]
}

export const respondents = {
  R03: { country: 'iraq', age: 31, health: 'poor', status: 'refused', counselling: false },
  R07: { country: 'somalia', age: 27, health: 'poor', status: 'refused', counselling: true },
  R11: { country: 'afghanistan', age: 44, health: 'fair', status: 'appeal', counselling: true },
} as const satisfies Record<string, SampleRespondent>
export type RespondentKey = keyof typeof respondents

export const documents = {
  R03: { date: '2026-02-05', place: 'detention', language: 'here', interpreter: false, doneBy: ['AL'] },
  'R07-2': { date: '2026-03-14', place: 'centre', language: 'here', interpreter: false, doneBy: ['AL'] },
  R11: { date: '2026-02-19', place: 'centre', language: 'dari', interpreter: true, doneBy: ['AL', 'MG'] },
} as const satisfies Record<string, SampleDocument>
export type DocumentKey = keyof typeof documents

export type Country = SampleRespondent['country']
export type Health = SampleRespondent['health']
export type Status = Exclude<SampleRespondent['status'], 'not applicable' | null>
export type Place = SampleDocument['place']
export type SpokenLanguage = SampleDocument['language']

/** Ids in the project that is being made. */
export interface Ids {
  readonly documents: Record<DocumentKey, number>
  readonly respondents: Record<RespondentKey, number>
}
