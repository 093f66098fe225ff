/** The query panel: code frequencies across respondents, documents or an attribute's values; saved queries; excerpts. */
import { z } from 'zod'
import { Id, Relation, SpeakerRole } from './documents.ts'
import { command, query } from './method.ts'

/** One value of an attribute as a filter or a column: a value, a band by its index, not known, or not applicable. */
export const ValueKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.string() }),
  z.object({ kind: z.literal('band'), index: z.int().min(0) }),
  z.object({ kind: z.literal('not known') }),
  z.object({ kind: z.literal('not applicable') }),
])
export type ValueKey = z.infer<typeof ValueKey>

/** Everything in a filter must hold; within one attribute any of its values. An empty list filters nothing. */
export const Filter = z.object({
  respondentIds: z.array(Id).default([]),
  documentIds: z.array(Id).default([]),
  coderIds: z.array(Id).default([]),
  attributes: z.array(z.object({ attributeId: Id, values: z.array(ValueKey) })).default([]),
})
export type Filter = z.infer<typeof Filter>

export const Across = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('respondents') }),
  z.object({ kind: z.literal('documents') }),
  z.object({ kind: z.literal('attribute'), attributeId: Id }),
])
export type Across = z.infer<typeof Across>

export const Count = z.enum(['respondents', 'codings', 'words'])
export type Count = z.infer<typeof Count>

export const Definition = z.object({
  /** `all`: every code that is not archived. */
  codes: z.union([z.literal('all'), z.array(Id)]).default('all'),
  /** Subcodes count for their codes too. */
  rollup: z.boolean().default(false),
  across: Across.default({ kind: 'respondents' }),
  count: Count.default('respondents'),
  filter: Filter.prefault({}),
  /** Speakers that count beside respondents and their interpreters; normally none. */
  alsoRoles: z.array(SpeakerRole).default([]),
  /** What respondents say, or (`about`) what documents linked about them say: two tables, never mixed. */
  relation: Relation.default('by'),
})
export type Definition = z.infer<typeof Definition>

/** A column: a respondent, a document, a value of the attribute, or codings that count for nobody. */
export const Column = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('respondent'), id: Id }),
  z.object({ kind: z.literal('document'), id: Id }),
  z.object({ kind: z.literal('value'), value: ValueKey }),
  z.object({ kind: z.literal('not assigned') }),
])
export type Column = z.infer<typeof Column>

/**
 * A table of counts. Cells are rows × columns, row by row. "Not assigned" comes last, when it is not empty; where
 * respondents are counted it shows codings. Values nobody has are left out.
 */
export const Frequencies = z.object({
  /** `label` is the respondent's or document's name or the value; null where the window has the words (not known, ...). */
  columns: z.array(
    z.object({
      column: Column,
      label: z.string().nullable(),
      /** Respondents inside the filters with at least one document inside them; null for "not assigned". */
      n: z.int().nullable(),
      /** Since when all documents that it rests on are done; null: they are not. */
      doneSince: z.string().nullable(),
    }),
  ),
  codeIds: z.array(Id),
  cells: z.array(z.int()),
  /** Per row: when the newest code that counts in it was made; empty where none can be used any more. */
  newestCode: z.array(z.string()),
  /** Per row, over the distinct respondents, codings or words of all columns, "not assigned" apart. */
  rowTotals: z.array(z.int()),
  /** Per row, whatever is counted: the codings in it, not assigned ones too, and the respondents who have one. */
  rowCodings: z.array(z.int()),
  rowRespondents: z.array(z.int()),
  columnTotals: z.array(z.int()),
  total: z.int(),
  /** Respondents inside the filters with at least one document. */
  n: z.int(),
  /** Codings of the chosen codes by several coders are in the count. */
  coders: z.int(),
  /** Codings in documents that are only *about* a respondent, apart and never mixed in. */
  about: z.int(),
})
export type Frequencies = z.infer<typeof Frequencies>

/**
 * A cell rests on documents that are not done, or that were done before one of its codes was made: absent may only mean
 * unread. `column` null: the whole row.
 */
export const isUnfinished = ({ columns, newestCode }: Frequencies, row: number, column: number | null): boolean => {
  const newest = newestCode[row] ?? ''
  const rests = column === null ? columns : columns.slice(column, column + 1)
  return rests.some(({ doneSince }) => doneSince === null || newest > doneSince)
}

/**
 * Which excerpts: of codes (all when empty), inside a filter, whoever they count for; with `cell`, those that the cell of
 * a table counts (`column` null: of its row's total).
 */
export const ExcerptQuery = z.object({
  codeIds: z.array(Id),
  rollup: z.boolean().default(false),
  filter: Filter.prefault({}),
  cell: z
    .object({ across: Across, column: Column.nullable(), relation: Relation.default('by') })
    .nullable()
    .default(null),
  alsoRoles: z.array(SpeakerRole).default([]),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(50),
  /** Characters of context on either side, at most. */
  context: z.int().min(0).max(4000).default(0),
})
export type ExcerptQuery = z.infer<typeof ExcerptQuery>

const Person = z.object({ id: Id, name: z.string() })
export const Excerpt = z.object({
  codingId: Id,
  codeId: Id,
  coderId: Id,
  documentId: Id,
  documentName: z.string(),
  /** Whom it counts for, inside the filters; it is listed under the first. */
  respondents: z.array(Person),
  start: z.int(),
  end: z.int(),
  /** Number of the first turn (paragraph where there are no speakers). */
  turn: z.int(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
  /** Memos on the coding. */
  memos: z.int(),
  createdAt: z.string(),
})
export type Excerpt = z.infer<typeof Excerpt>

export const SavedQuery = z.object({ id: Id, name: z.string(), definition: Definition, createdAt: z.string() })
export type SavedQuery = z.infer<typeof SavedQuery>

/**
 * A file for the user to save; the shell asks where. `formulaLike`: cells of a .csv that a spreadsheet would take for a
 * formula; they are not changed, so whoever saves it should be told to open the .xlsx instead.
 */
export const OutFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  base64: z.string(),
  formulaLike: z.int().default(0),
})
export type OutFile = z.infer<typeof OutFile>

const counted = ['coding', 'code', 'respondent', 'document', 'attribute', 'coder', 'progress'] as const

export const queries = {
  frequencies: query(counted, Definition, Frequencies),
  /** Who is in a cell, and who is in its n but not in it. */
  respondentsOfCell: query(
    counted,
    z.object({ definition: Definition, codeId: Id, column: Column.nullable() }),
    z.object({ inCell: z.array(Person), others: z.array(Person) }),
  ),
  /** Sorted by respondent (by document where nobody is assigned), then by document and place. */
  excerpts: query(
    [...counted, 'memo'],
    ExcerptQuery,
    z.object({ total: z.int(), respondents: z.int(), rows: z.array(Excerpt) }),
  ),
  list: query(['query'], z.object({}), z.array(SavedQuery)),
  save: command(z.object({ name: z.string().trim().min(1).max(200), definition: Definition }), z.object({ id: Id })),
  update: command(
    z.object({ id: Id, name: z.string().trim().min(1).max(200).optional(), definition: Definition.optional() }),
    z.void(),
  ),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
}

export const exports = {
  table: query([...counted, 'project'], z.object({ definition: Definition, format: z.enum(['csv', 'xlsx']) }), OutFile),
  excerpts: query(
    [...counted, 'memo', 'project'],
    ExcerptQuery.omit({ offset: true, limit: true, context: true }).extend({
      format: z.enum(['csv', 'xlsx']).default('csv'),
    }),
    OutFile,
  ),
  /** `empty-codebook` for a .qdc of a project without codes. */
  codebook: query([...counted, 'project'], z.object({ format: z.enum(['csv', 'qdc']) }), OutFile),
}
