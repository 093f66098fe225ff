/** Coders: the people of the project, and who is at the keyboard. */
import { z } from 'zod'
import { Id } from './documents.ts'
import { command, query } from './method.ts'

export const Coder = z.object({ id: Id, name: z.string(), initials: z.string(), color: z.int() })
export type Coder = z.infer<typeof Coder>
const Name = z.string().trim().min(1).max(100)
const Initials = z.string().trim().min(1).max(4)

export const coders = {
  list: query(['coder'], z.object({}), z.array(Coder)),
  /** Apart from the list, which every screen has in sight: it changes with every coding. */
  counts: query(['coder', 'coding'], z.object({}), z.object({ coderId: z.array(Id), codings: z.array(z.int()) })),
  me: query(['coder', 'settings'], z.object({}), z.object({ id: Id })),
  create: command(z.object({ name: Name, initials: Initials }), z.object({ id: Id })),
  update: command(z.object({ id: Id, name: Name.optional(), initials: Initials.optional() }), z.void()),
  /** Who is at the keyboard, on this installation; not a change of the project. */
  setMe: command(z.object({ id: Id }), z.void()),
}
