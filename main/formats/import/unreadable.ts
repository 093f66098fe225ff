/** The one failure of this folder: a file that came in and could not be read, with the reason and the place. */
import { AppError, type Failure } from '../../../contract/failure.ts'

export type Reason = Extract<Failure, { code: 'unreadable-file' }>['reason']

/** Thrown while the file's name is out of reach; `readDocument` turns it into the `AppError` that callers see. */
export class Unreadable extends Error {
  readonly reason: Reason
  readonly place: string
  constructor(reason: Reason, place = '') {
    super(`${reason} ${place}`)
    this.name = 'Unreadable'
    this.reason = reason
    this.place = place
  }
}

export const unreadableFile = (file: string, reason: Reason, place = ''): AppError =>
  new AppError({ code: 'unreadable-file', file, reason, place })
