/** What every command of the command line works with. */
import type { Messages } from '../../../contract/messages/en.ts'
import type { Session } from './session.ts'

export interface Tools {
  readonly messages: Messages
  /** Where this installation's settings are. */
  readonly folder: string
  /** Opens the project for the time of the work. */
  readonly withProject: <T>(file: string, work: (session: Session) => Promise<T>) => Promise<T>
}
