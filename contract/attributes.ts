/** Attributes of respondents and of documents: typed, edited as a table, imported from .csv. */
import { z } from 'zod'
import { Id } from './documents.ts'
import { FileRef } from './imports.ts'
import { command, query } from './method.ts'

export const AttributeOwner = z.enum(['respondent', 'document'])
export type AttributeOwner = z.infer<typeof AttributeOwner>
export const AttributeType = z.enum(['text', 'number', 'date', 'yes/no', 'choice'])
export type AttributeType = z.infer<typeof AttributeType>

/** Number bands start at these values, ascending: [18, 30] makes "< 18", "18 to 30", "30 and over". */
export const Bands = z.array(z.number()).max(50)

export const Attribute = z.object({
  id: Id,
  owner: AttributeOwner,
  name: z.string(),
  type: AttributeType,
  choices: z.array(z.string()),
  bands: Bands,
  position: z.int(),
})
export type Attribute = z.infer<typeof Attribute>

/**
 * A value in its stored form: text as typed, a number as in `String(number)`, a date as YYYY-MM-DD, `yes` or `no`,
 * a choice's own words. `null` is "not known"; not applicable is a value of its own.
 */
export const AttributeValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.string().max(2000) }),
  z.object({ kind: z.literal('not applicable') }),
])
export type AttributeValue = z.infer<typeof AttributeValue>

const Name = z.string().trim().min(1).max(200)

/** What a .csv would bring. `type` is guessed; the user may correct it before importing. */
export const TablePreview = z.object({
  owner: AttributeOwner,
  encoding: z.string(),
  delimiter: z.string(),
  /** Head of the first column, which holds the names. */
  nameColumn: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: AttributeType,
      existingId: Id.nullable(),
      samples: z.array(z.string()),
      /** Values that do not fit the type, with their line in the file. The words of an existing choice may grow. */
      misfits: z.array(z.object({ line: z.int(), value: z.string() })),
      /** The same for every other type, so that choosing one shows its misfits without reading again. */
      misfitsByType: z.record(AttributeType, z.int()),
    }),
  ),
  rows: z.int(),
  known: z.int(),
  /** Names in the first column that the project does not have. */
  unknown: z.array(z.string()),
  /** Names that occur on more than one line; the last line that says something counts. */
  repeated: z.array(z.string()),
})
export type TablePreview = z.infer<typeof TablePreview>

export const attributes = {
  list: query(['attribute'], z.object({}), z.array(Attribute)),
  /** Every value that is known, in columns. */
  values: query(
    ['attribute', 'respondent', 'document'],
    z.object({ owner: AttributeOwner }),
    z.object({ attributeId: z.array(Id), ownerId: z.array(Id), value: z.array(AttributeValue) }),
  ),
  create: command(
    z.object({ owner: AttributeOwner, name: Name, type: AttributeType, choices: z.array(Name).default([]) }),
    z.object({ id: Id }),
  ),
  /** Changing the type keeps values that fit it; the answer counts those that do not, and then changes nothing unless `force`. */
  update: command(
    z.object({
      id: Id,
      name: Name.optional(),
      type: AttributeType.optional(),
      choices: z.array(Name).optional(),
      /** Choices that got other words; values that have the old ones follow. */
      renamed: z.array(z.object({ from: Name, to: Name })).default([]),
      bands: Bands.optional(),
      /** Its place, from 0, among its owner's attributes. */
      position: z.int().min(0).optional(),
      force: z.boolean().default(false),
    }),
    z.object({ misfits: z.int() }),
  ),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
  /**
   * One step, for one cell or a pasted block. Values are parsed by their attribute's type; a misfit refuses the whole
   * block, but words that are no choice yet become one where `addChoices`. An `ownerId` below 0 means a respondent of
   * `newRespondents`, the first by -1.
   */
  set: command(
    z.object({
      cells: z.array(z.object({ attributeId: Id, ownerId: z.int(), value: AttributeValue.nullable() })).max(200_000),
      addChoices: z.boolean().default(false),
      newRespondents: z.array(Name).max(20_000).default([]),
    }),
    z.void(),
  ),
  previewTable: query(
    ['attribute', 'respondent', 'document'],
    z.object({ owner: AttributeOwner, file: FileRef }),
    TablePreview,
  ),
  /** One step. A value that does not fit its column's type refuses the whole table. */
  importTable: command(
    z.object({
      owner: AttributeOwner,
      file: FileRef,
      /** One for each column of the preview; an attribute that exists keeps its own. */
      types: z.array(AttributeType),
      /** Make respondents for names that the project does not have (documents are never made). */
      createUnknown: z.boolean(),
    }),
    z.object({ values: z.int(), created: z.int() }),
  ),
}
