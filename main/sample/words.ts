/** What each language of the sample has to say; both fill the same shape. */
import type { CodeKey } from './codebook.ts'
import type {
  CoderInitials,
  Country,
  DocumentKey,
  Health,
  Place,
  RespondentKey,
  SpokenLanguage,
  Status,
} from './people.ts'

export interface CodeWords {
  readonly name: string
  readonly definition: string
  readonly useWhen: string
  readonly notWhen: string
}
/** What a memo is on; a quote as in codings.txt. */
type MemoOn =
  | { readonly kind: 'project' }
  | { readonly kind: 'document'; readonly document: DocumentKey }
  | { readonly kind: 'passage'; readonly document: DocumentKey; readonly quote: string }
  | { readonly kind: 'coding'; readonly document: DocumentKey; readonly code: CodeKey; readonly quote: string }
  | { readonly kind: 'code'; readonly code: CodeKey }
  | { readonly kind: 'respondent'; readonly respondent: RespondentKey }
export interface SampleMemo {
  readonly by: CoderInitials
  readonly on: MemoOn
  readonly body: string
}

export interface SampleWords {
  /** Name of the project's file, without folder and extension. */
  readonly file: string
  readonly project: string
  readonly attributes: Record<
    'country' | 'age' | 'health' | 'status' | 'counselling' | 'date' | 'place' | 'language' | 'interpreter',
    string
  >
  readonly countries: Record<Country, string>
  readonly healths: Record<Health, string>
  readonly statuses: Record<Status, string>
  readonly places: Record<Place, string>
  readonly languages: Record<SpokenLanguage, string>
  readonly documents: Record<DocumentKey, string>
  readonly summaries: Record<RespondentKey, string>
  readonly codes: Record<CodeKey, CodeWords>
  readonly memos: readonly SampleMemo[]
  readonly queries: Record<'byHealth' | 'byCountry' | 'returnByCounselling', string>
}
