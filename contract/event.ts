/** What the host tells its windows without being asked. */
import { z } from 'zod'
import { Coding } from './codings.ts'
import { Failure } from './failure.ts'
import type { Topic } from './method.ts'

export const Event = z.discriminatedUnion('kind', [
  /** Rows changed: queries that read one of the topics are stale, and these codings differ. */
  z.object({
    kind: z.literal('changed'),
    topics: z.array(z.string() as unknown as z.ZodType<Topic>),
    /** Null: too many to list, ask again. */
    codings: z.object({ put: z.array(Coding), removed: z.array(z.int()) }).nullable(),
  }),
  /** `done` of `total` of a long piece of work, in units of its own. */
  z.object({ kind: z.literal('progress'), job: z.string(), done: z.number(), total: z.number() }),
  /** Another project is open now, or none: everything is stale. */
  z.object({ kind: z.literal('project') }),
  /** A click in the native menu: run the command with this id. */
  z.object({ kind: z.literal('command'), id: z.string() }),
  /** Found in the background: the file is damaged, or no automatic copy could be made (told once until one succeeds). */
  z.object({ kind: z.literal('notice'), about: z.enum(['damage', 'copy']), failure: Failure }),
])
export type Event = z.infer<typeof Event>
