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
  R12: { country: 'iraq', age: 38, health: 'good', status: 'refused', counselling: false },
  R15: { country: 'guinea', age: 22, health: 'good', status: 'refused', counselling: true },
  R16: { country: 'armenia', age: 61, health: 'poor', status: 'medical', counselling: false },
  R19: { country: 'cameroon', age: 46, health: 'fair', status: 'refused', counselling: false },
  R21: { country: 'nigeria', age: 39, health: 'good', status: 'refused', counselling: false },
  R22: { country: 'armenia', age: 52, health: 'fair', status: 'expired', counselling: true },
  R23: { country: 'guinea', age: null, health: 'good', status: null, counselling: false },
  R24: { country: 'somalia', age: 33, health: 'fair', status: 'appeal', counselling: true },
  R26: { country: 'nigeria', age: 41, health: 'good', status: 'not applicable', counselling: true },
} as const satisfies Record<string, SampleRespondent>
export type RespondentKey = keyof typeof respondents

/** R24 is left for the user to begin with: nobody has coded it yet. */
export const documents = {
  R03: { date: '2026-02-05', place: 'detention', language: 'here', interpreter: false, doneBy: ['AL', 'MG'] },
  'R07-1': { date: '2025-10-02', place: 'centre', language: 'here', interpreter: false, doneBy: ['AL', 'MG'] },
  'R07-2': { date: '2026-03-14', place: 'centre', language: 'here', interpreter: false, doneBy: ['AL', 'MG'] },
  R11: { date: '2026-02-19', place: 'centre', language: 'dari', interpreter: true, doneBy: ['AL', 'MG'] },
  R12: { date: '2025-11-18', place: 'centre', language: 'here', interpreter: false, doneBy: ['AL'] },
  R15: { date: '2025-12-04', place: 'centre', language: 'here', interpreter: false, doneBy: ['AL', 'MG'] },
  R16: { date: '2025-11-27', place: 'home', language: 'here', interpreter: false, doneBy: ['AL', 'MG'] },
  R19: { date: '2026-01-15', place: 'home', language: 'here', interpreter: false, doneBy: ['AL', 'MG'] },
  R24: { date: '2026-03-26', place: 'centre', language: 'here', interpreter: false, doneBy: [] },
  'R26-1': { date: '2025-10-12', place: 'home', language: 'english', interpreter: false, doneBy: ['AL', 'MG'] },
  'R26-2': { date: '2026-02-26', place: 'telephone', language: 'english', interpreter: false, doneBy: ['MG'] },
  group: { date: '2026-03-20', place: 'church', language: 'here', interpreter: false, doneBy: ['AL'] },
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
