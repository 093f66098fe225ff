/** Codings: a code applied to a span of a document by a coder. Spans are UTF-16 units, half-open. */
import { z } from 'zod'
import { Id } from './documents.ts'
import { command, query } from './method.ts'

export const Coding = z.object({
  id: Id,
  documentId: Id,
  codeId: Id,
  coderId: Id,
  start: z.int().min(0),
  end: z.int().positive(),
  createdAt: z.string(),
})
export type Coding = z.infer<typeof Coding>

/** Codings in columns, sorted by start, then by descending end: what the reader's typed arrays are made of. */
export const CodingColumns = z.object({
  id: z.array(z.int()),
  codeId: z.array(z.int()),
  coderId: z.array(z.int()),
  start: z.array(z.int()),
  end: z.array(z.int()),
  createdAt: z.array(z.string()),
})
export type CodingColumns = z.infer<typeof CodingColumns>

const SpanInput = z.object({ start: z.int().min(0), end: z.int().positive() })

export const codings = {
  /** Asked once per opened document; from then on events bring the rows that differ. */
  inDocument: query([], z.object({ documentId: Id }), CodingColumns),
  /**
   * The same code by the same coder over an overlapping or touching span extends it (`merged` holds the spans as they
   * were, the new one last), unless `apart`. The quote must equal the text of the span where it is given: when it does
   * not, the position is uncertain and the command answers `conflict`.
   */
  apply: command(
    z.object({
      documentId: Id,
      codeId: Id,
      start: z.int().min(0),
      end: z.int().positive(),
      apart: z.boolean().default(false),
      quote: z.string().optional(),
    }),
    z.object({ coding: Coding, merged: z.array(SpanInput) }),
  ),
  /** Takes an extension apart again into the spans that `apply` answered. */
  keepApart: command(z.object({ id: Id, spans: z.array(SpanInput).min(2) }), z.void()),
  resize: command(z.object({ id: Id, start: z.int().min(0), end: z.int().positive() }), z.void()),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
  recode: command(z.object({ ids: z.array(Id).min(1), codeId: Id }), z.void()),
}
