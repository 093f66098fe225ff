/** What was thrown, as a failure that the window can tell. */
import { AppError, type Failure } from '../../contract/failure.ts'

export { explain, explainNotice } from '../../contract/explain.ts'

/** Anything thrown, as a failure; what is not one of ours is a fault of this program. */
export const failureOf = (error: unknown): Failure =>
  error instanceof AppError ? error.failure : { code: 'internal', reference: 'window' }
