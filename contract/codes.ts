/** Codes: the entries of the codebook, a tree. */
import { z } from 'zod'
import { Id } from './documents.ts'
import { command, query } from './method.ts'

/** One of the palette's colours, by its place in it; the window knows how each looks in either theme. */
export const Color = z.int().min(0).max(15)
export const Pin = z.int().min(1).max(9)
const Name = z.string().trim().min(1).max(200)
const Prose = z.string().max(20_000)

export const Anchor = z.object({ id: Id, text: z.string(), codingId: Id.nullable() })
export type Anchor = z.infer<typeof Anchor>

export const Code = z.object({
  id: Id,
  parentId: Id.nullable(),
  /** Order among siblings, ascending, without meaning otherwise. */
  position: z.number(),
  name: z.string(),
  color: Color,
  definition: z.string(),
  useWhen: z.string(),
  notWhen: z.string(),
  /** False: a category, which cannot be applied to text. */
  codable: z.boolean(),
  archived: z.boolean(),
  pin: Pin.nullable(),
  createdAt: z.string(),
  anchors: z.array(Anchor),
})
export type Code = z.infer<typeof Code>

export const codes = {
  /** Depth first, siblings in their order. */
  list: query(['code'], z.object({}), z.array(Code)),
  /** For every code with at least one coding in it or below it, in columns; respondents by the rules of attribution. */
  counts: query(
    ['coding', 'code', 'respondent', 'document'],
    z.object({ documentId: Id.nullable() }),
    z.object({
      codeId: z.array(Id),
      codings: z.array(z.int()),
      respondents: z.array(z.int()),
      codingsWithSubcodes: z.array(z.int()),
      respondentsWithSubcodes: z.array(z.int()),
    }),
  ),
  /** `color` null: one that differs from the siblings'. Refused with `codebook-closed` while the codebook is closed. */
  create: command(
    z.object({ parentId: Id.nullable(), name: Name, color: Color.nullable(), codable: z.boolean().default(true) }),
    Code,
  ),
  update: command(
    z.object({
      id: Id,
      name: Name.optional(),
      color: Color.optional(),
      definition: Prose.optional(),
      useWhen: Prose.optional(),
      notWhen: Prose.optional(),
      codable: z.boolean().optional(),
    }),
    z.void(),
  ),
  /** Recolour or archive several at once. */
  recolor: command(z.object({ ids: z.array(Id).min(1), color: Color }), z.void()),
  archive: command(z.object({ ids: z.array(Id).min(1), archived: z.boolean() }), z.void()),
  /** Moves codes, with what is below them, to a place: before the sibling `before`, or last. A cycle is refused. */
  move: command(z.object({ ids: z.array(Id).min(1), parentId: Id.nullable(), before: Id.nullable() }), z.void()),
  /** A pin is taken over from the code that had it. */
  pin: command(z.object({ id: Id, pin: Pin.nullable() }), z.void()),
  /** Definitions and memos of both are kept; each moved coding remembers the code it was made with. */
  merge: command(z.object({ from: z.array(Id).min(1), into: Id }), z.object({ codings: z.int() })),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
  /** What `remove` or `merge` would touch. */
  removal: query(
    ['code', 'coding', 'memo'],
    z.object({ ids: z.array(Id) }),
    z.object({ codes: z.int(), codings: z.int(), documents: z.int(), memos: z.int() }),
  ),
  addAnchor: command(z.object({ codeId: Id, codingId: Id }), z.object({ id: Id })),
  removeAnchor: command(z.object({ id: Id }), z.void()),
  /** While closed, no code can be made. */
  setClosed: command(z.object({ closed: z.boolean() }), z.void()),
}
