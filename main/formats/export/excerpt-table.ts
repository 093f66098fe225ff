/** Excerpts as a table: one coding a row, with the attributes of its respondents and its document. */
import { distinctNames, type CsvCell } from './csv.ts'

export interface ExcerptLine {
  readonly uid: string
  readonly document: string
  readonly respondents: readonly string[]
  readonly code: string
  readonly codePath: string
  readonly coder: string
  /** Unicode code points of the document's text, half-open. */
  readonly start: number
  readonly end: number
  readonly turn: number
  readonly text: string
  readonly createdAt: string
  /** A value per attribute, as it is written; empty where it is not known. */
  readonly values: readonly string[]
}
const header = [
  'excerpt_id',
  'document',
  'respondent',
  'code',
  'code_path',
  'coder',
  'start',
  'end',
  'turn',
  'text',
  'created_at',
]

/** `attributes`: their names, those of respondents first. An attribute named like another column gets a number. */
export const excerptHeader = (attributes: readonly string[]): string[] => distinctNames([...header, ...attributes])

export const excerptRow = (line: ExcerptLine): CsvCell[] => [
  line.uid,
  line.document,
  joined(line.respondents),
  line.code,
  line.codePath,
  line.coder,
  line.start,
  line.end,
  line.turn,
  line.text,
  line.createdAt,
  ...line.values,
]

/** Several respondents, or their values in the same order. */
export const joined = (parts: readonly string[]): string => parts.join('; ')
