/** Memos: dated notes on a passage, coding, code, document, respondent or the project. */
import { z } from 'zod'
import { Id } from './documents.ts'
import { command, query } from './method.ts'

export const MemoTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project') }),
  z.object({ kind: z.literal('document'), documentId: Id }),
  z.object({ kind: z.literal('passage'), documentId: Id, start: z.int().min(0), end: z.int().positive() }),
  z.object({ kind: z.literal('coding'), codingId: Id }),
  z.object({ kind: z.literal('code'), codeId: Id }),
  z.object({ kind: z.literal('respondent'), respondentId: Id }),
])
export type MemoTarget = z.infer<typeof MemoTarget>

/** What a target is. */
export const About = z.object({
  /** Of the document, code, respondent or project. */
  name: z.string(),
  /** The code of a coding. */
  code: z.object({ id: Id, name: z.string() }).nullable(),
  /** Of a passage or a coding: where it is and its words, to lead back. */
  place: z.object({ documentId: Id, start: z.int(), end: z.int(), quote: z.string() }).nullable(),
})
export type About = z.infer<typeof About>

export const Memo = z.object({
  id: Id,
  target: MemoTarget,
  ...About.shape,
  body: z.string(),
  coderId: Id,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Memo = z.infer<typeof Memo>

const Body = z.string().max(200_000)

export const memos = {
  /**
   * Newest first. `text` searches body and quote, without regard to case or accents. On a document or passage: also
   * those on the passages and codings in it; on a code: also those on its codings.
   */
  list: query(
    ['memo', 'coding', 'document', 'code', 'respondent', 'project'],
    z.object({ text: z.string().default(''), target: MemoTarget.nullable().default(null) }),
    z.array(Memo),
  ),
  /** What a memo would be on, before it is there. */
  about: query(['coding', 'document', 'code', 'respondent', 'project'], z.object({ target: MemoTarget }), About),
  create: command(z.object({ target: MemoTarget, body: Body }), z.object({ id: Id })),
  update: command(z.object({ id: Id, body: Body }), z.void()),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
}
