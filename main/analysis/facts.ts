/** What the counting knows of a project beside its codings: codes, people, documents, and how far the coders are. */
import type { AttributeType, AttributeOwner } from '../../contract/attributes.ts'
import type { Relation, SpeakerRole } from '../../contract/documents.ts'

export interface CodeFact {
  readonly id: number
  readonly parentId: number | null
  readonly name: string
  readonly codable: boolean
  readonly archived: boolean
  readonly createdAt: string
}
export interface Named {
  readonly id: number
  readonly name: string
}
/** A respondent is linked to a document, or speaks in it (`role`; an interpreter speaks for the respondent). */
export interface Belonging {
  readonly documentId: number
  readonly respondentId: number
  readonly relation: Relation
  readonly role: SpeakerRole | null
}
export interface AttributeFact {
  readonly id: number
  readonly owner: AttributeOwner
  readonly name: string
  readonly type: AttributeType
  readonly choices: readonly string[]
  readonly bands: readonly number[]
}
/** `value` null: not applicable; no row at all: not known. */
export interface ValueFact {
  readonly attributeId: number
  readonly ownerId: number
  readonly value: string | null
}
/** A coder has begun a document; `doneAt` null: and is not done with it. */
export interface StateFact {
  readonly documentId: number
  readonly coderId: number
  readonly doneAt: string | null
}
export interface Facts {
  /** Depth first, siblings in their order. */
  readonly codes: readonly CodeFact[]
  /** Both in the order of their names. */
  readonly respondents: readonly Named[]
  readonly documents: readonly Named[]
  readonly belongings: readonly Belonging[]
  readonly attributes: readonly AttributeFact[]
  /** Of those attributes that are asked about. */
  readonly values: readonly ValueFact[]
  readonly states: readonly StateFact[]
}

const collator = new Intl.Collator('en', { numeric: true })
/** R2 before R10, whatever the machine's language, so that a table's columns stand in the same order everywhere. */
export const byName = (a: Named, b: Named): number => collator.compare(a.name, b.name) || a.id - b.id
export const compareText = (a: string, b: string): number => collator.compare(a, b)
