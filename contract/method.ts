/** How a method of the contract is declared: a query says what it reads, a command changes something. */
import type { z } from 'zod'

/** What a method reads; a changeset that touches one of these makes it stale. */
export type Topic =
  | 'project'
  | 'coder'
  | 'document'
  | 'respondent'
  | 'attribute'
  | 'code'
  | 'coding'
  | 'memo'
  | 'progress'
  | 'query'
  | 'history'
  | 'settings'

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I
  readonly output: O
}
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Shape<I, O> {
  readonly kind: 'query'
  readonly reads: readonly Topic[]
}
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Shape<I, O> {
  readonly kind: 'command'
}
export type Method = Query | Command

export const query = <I extends z.ZodType, O extends z.ZodType>(
  reads: readonly Topic[],
  input: I,
  output: O,
): Query<I, O> => ({ kind: 'query', reads, input, output })

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Command<I, O> => ({
  kind: 'command',
  input,
  output,
})
