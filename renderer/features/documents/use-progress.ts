/** Codings and my working state of every document, which change far more often than the list does. */
import type { WorkState } from '../../../contract/documents.ts'
import { useLive } from '../../lib/live.tsx'

export interface DocumentProgress {
  readonly codings: number
  readonly state: WorkState
}
const nothingYet: DocumentProgress = { codings: 0, state: 'not begun' }

export const useProgress = (): ((documentId: number) => DocumentProgress) => {
  const { data } = useLive('documents.progress', {})
  const byId = new Map(
    data?.documentId.map((id, index): [number, DocumentProgress] => [
      id,
      { codings: data.codings[index] ?? 0, state: data.state[index] ?? 'not begun' },
    ]),
  )
  return (documentId) => byId.get(documentId) ?? nothingYet
}
