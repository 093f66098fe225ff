/** The codebook as a table: one code a row, depth first. */
import { PALETTE } from '../../../contract/palette.ts'
import type { CsvCell } from './csv.ts'
import type { CodebookCode } from './qdc.ts'

export interface CodeUse {
  readonly path: string
  /** Own codings and respondents, without those of subcodes. */
  readonly codings: number
  readonly respondents: number
}
const header = [
  'code_id',
  'code',
  'code_path',
  'color',
  'codable',
  'archived',
  'definition',
  'use_when',
  'not_when',
  'anchors',
  'n_codings',
  'n_respondents',
  'created_at',
]

/** Anchor examples are parted by a line. */
export const codebookTable = (codes: readonly CodebookCode[], useOf: (codeId: number) => CodeUse): CsvCell[][] => [
  header,
  ...codes.map((code): CsvCell[] => {
    const { path, codings, respondents } = useOf(code.id)
    return [
      code.uid,
      code.name,
      path,
      PALETTE[code.color] ?? '',
      code.codable ? 'yes' : 'no',
      code.archived ? 'yes' : 'no',
      code.definition,
      code.useWhen,
      code.notWhen,
      code.anchors.join('\n'),
      codings,
      respondents,
      code.createdAt,
    ]
  }),
]
