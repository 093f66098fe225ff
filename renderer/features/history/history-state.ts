/** What the history is filtered by. */
import { create } from 'zustand'
import type { Entity } from '../../../contract/history.ts'

interface HistoryState {
  readonly entity: Entity | null
  /** One object of that kind, with its name. */
  readonly object: { readonly id: number; readonly name: string } | null
  readonly coderId: number | null
}
const initial: HistoryState = { entity: null, object: null, coderId: null }
export const useHistory = create<HistoryState>(() => initial)

export const history = {
  filter: (change: Partial<HistoryState>) => {
    useHistory.setState(change)
  },
  clear: () => {
    useHistory.setState(initial)
  },
}
