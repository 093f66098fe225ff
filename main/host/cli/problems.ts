/** What the command line says when it stops: wrong usage (exit 2), or something that cannot be done (exit 1). */
import type { Messages } from '../../../contract/messages/en.ts'

/** A sentence, told when it is known in which language. */
export type Say = (messages: Messages['cli']) => string

export class WrongUsage extends Error {
  readonly say: Say
  constructor(say: Say) {
    super('wrong usage')
    this.say = say
  }
}

export class CannotDo extends Error {
  readonly say: Say
  constructor(say: Say) {
    super('cannot be done')
    this.say = say
  }
}
