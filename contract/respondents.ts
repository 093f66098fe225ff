/** Respondents: people, apart from documents. */
import { z } from 'zod'
import { Id, Relation } from './documents.ts'
import { command, query } from './method.ts'

const Name = z.string().trim().min(1).max(200)

export const RespondentRow = z.object({
  id: Id,
  name: z.string(),
  documents: z.int(),
  codings: z.int(),
  createdAt: z.string(),
})
export type RespondentRow = z.infer<typeof RespondentRow>

export const RespondentPage = z.object({
  id: Id,
  name: z.string(),
  /** Written by the researcher. */
  summary: z.string(),
  documents: z.array(z.object({ id: Id, name: z.string(), relation: Relation })),
  codes: z.array(z.object({ codeId: Id, codings: z.int() })),
  memos: z.int(),
})
export type RespondentPage = z.infer<typeof RespondentPage>

export const respondents = {
  list: query(['respondent', 'document', 'coding'], z.object({}), z.array(RespondentRow)),
  get: query(['respondent', 'document', 'coding', 'memo'], z.object({ id: Id }), RespondentPage),
  create: command(z.object({ name: Name }), z.object({ id: Id })),
  rename: command(z.object({ id: Id, name: Name }), z.void()),
  setSummary: command(z.object({ id: Id, summary: z.string().max(100_000) }), z.void()),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
  removal: query(
    ['respondent', 'document', 'attribute', 'memo'],
    z.object({ ids: z.array(Id) }),
    z.object({ documents: z.int(), values: z.int(), memos: z.int() }),
  ),
}
