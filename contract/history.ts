/** The history: every step that was taken, and undo and redo of mine. */
import { z } from 'zod'
import { Id } from './documents.ts'
import { command, query } from './method.ts'

/** A changeset, as people see it. `about` names what it was about, for `messages.steps`. */
export const Step = z.object({
  id: Id,
  kind: z.enum(['do', 'undo', 'redo']),
  command: z.string(),
  about: z.object({ name: z.string(), count: z.int() }),
  coderId: Id.nullable(),
  at: z.string(),
  /** It was undone and has not been redone. */
  reverted: z.boolean(),
})
export type Step = z.infer<typeof Step>

export const Entity = z.enum([
  'project',
  'coder',
  'document',
  'speaker',
  'respondent',
  'attribute',
  'code',
  'coding',
  'memo',
  'query',
])
export type Entity = z.infer<typeof Entity>

export const history = {
  /** Newest first; `before` is the id of the last step of the page before. */
  list: query(
    ['history'],
    z.object({
      limit: z.int().min(1).max(500).default(100),
      before: Id.nullable().default(null),
      coderId: Id.nullable().default(null),
      object: z.object({ entity: Entity, id: Id.nullable() }).nullable().default(null),
    }),
    z.array(Step),
  ),
  /** What Undo and Redo would take back or bring back now. */
  next: query(['history'], z.object({}), z.object({ undo: Step.nullable(), redo: Step.nullable() })),
  /** Answers the step taken back, null when there is none; `conflict` when its rows were changed since. */
  undo: command(z.object({}), Step.nullable()),
  redo: command(z.object({}), Step.nullable()),
  /** Leaves the next step of Undo or of Redo as it is and passes it by (after a conflict). */
  skip: command(z.object({ of: z.enum(['undo', 'redo']).default('undo') }), z.void()),
}
