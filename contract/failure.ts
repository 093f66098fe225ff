/** What can go wrong, as data: every failure that crosses the wire, and the one error class that carries it. */
import { z } from 'zod'

/** Who holds a project file that is in use elsewhere. */
export const Holder = z.object({
  user: z.string(),
  machine: z.string(),
  application: z.enum(['window', 'browser', 'command line']),
  since: z.string(),
})
export type Holder = z.infer<typeof Holder>

/** Why a file that came in could not be read; `explain` has a sentence for each. */
export const UnreadableReason = z.enum([
  'empty',
  'binary',
  'password-protected',
  'too-large',
  'duplicate',
  'unknown-format',
  'damaged',
  'no-text',
  'missing',
  'no-permission',
])
export type UnreadableReason = z.infer<typeof UnreadableReason>

export const Failure = z.discriminatedUnion('code', [
  z.object({ code: z.literal('invalid-input'), issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  z.object({ code: z.literal('not-found'), entity: z.string(), id: z.string() }),
  /** A name that is already taken under the same parent. */
  z.object({ code: z.literal('name-taken'), entity: z.string(), name: z.string() }),
  /** A step cannot be undone: what it changed was changed again since. */
  z.object({ code: z.literal('conflict'), entity: z.string(), id: z.string(), name: z.string() }),
  /** A step of an earlier version of Verbatim, whose table has changed too far since to undo it. */
  z.object({ code: z.literal('step-outdated'), id: z.string(), name: z.string() }),
  z.object({ code: z.literal('codebook-closed') }),
  /** A .qdc file holds at least one code. */
  z.object({ code: z.literal('empty-codebook') }),
  z.object({ code: z.literal('no-project') }),
  z.object({ code: z.literal('locked'), file: z.string(), holder: Holder.nullable() }),
  z.object({ code: z.literal('wrong-passphrase') }),
  z.object({ code: z.literal('not-verbatim'), file: z.string() }),
  z.object({ code: z.literal('newer-version'), file: z.string(), version: z.int(), ours: z.int() }),
  /** `copy` is the newest automatic copy, when there is one. */
  z.object({ code: z.literal('corrupt'), file: z.string(), detail: z.string(), copy: z.string().nullable() }),
  z.object({ code: z.literal('read-only'), file: z.string() }),
  z.object({ code: z.literal('file-exists'), file: z.string() }),
  z.object({ code: z.literal('file-missing'), file: z.string() }),
  z.object({
    code: z.literal('unreadable-file'),
    file: z.string(),
    reason: UnreadableReason,
    /**
     * Where in the file, in words such as "line 12" or "word/document.xml"; empty when the whole file is meant. Of a
     * duplicate: the name of the document that has the same text.
     */
    place: z.string(),
  }),
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('disk-full') }),
  z.object({ code: z.literal('disconnected') }),
  z.object({ code: z.literal('internal'), reference: z.string() }),
])
export type Failure = z.infer<typeof Failure>

/** The only error class that crosses the wire; anything else becomes `internal`. */
export class AppError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'AppError'
    this.failure = failure
  }
}
