/** How the codebook is looked at in this window, and what is being done in it. */
import { create } from 'zustand'

export type Counted = 'codings' | 'respondents'
export type Order = 'own' | 'use' | 'name'
/** A name that is being typed: of a code that is there, or of one to be made. */
export type Naming =
  | { readonly kind: 'rename'; readonly id: number }
  | { readonly kind: 'create'; readonly parentId: number | null }
export interface CodebookDialog {
  readonly kind: 'merge' | 'remove' | 'split' | 'recode' | 'move' | 'anchors'
  readonly ids: readonly number[]
}
/** What is kept on this computer from one time to the next. */
interface View {
  readonly counted: Counted
  readonly withSubcodes: boolean
  readonly order: Order
}
interface CodebookState extends View {
  readonly folded: ReadonlySet<number>
  readonly filter: string
  readonly showArchived: boolean
  readonly naming: Naming | null
  readonly dialog: CodebookDialog | null
}

const KEY = 'codebook view'
const readView = (): View => {
  const view: View = { counted: 'codings', withSubcodes: true, order: 'own' }
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof View, unknown>>
    return {
      counted: stored.counted === 'respondents' ? 'respondents' : view.counted,
      withSubcodes: stored.withSubcodes !== false,
      order: stored.order === 'use' || stored.order === 'name' ? stored.order : view.order,
    }
  } catch {
    return view
  }
}

export const useCodebook = create<CodebookState>(() => ({
  ...readView(),
  folded: new Set<number>(),
  filter: '',
  showArchived: false,
  naming: null,
  dialog: null,
}))
const { getState, setState } = useCodebook

export const codebook = {
  get: getState,
  set: setState,
  look: (change: Partial<View>) => {
    setState(change)
    const { counted, withSubcodes, order } = getState()
    try {
      localStorage.setItem(KEY, JSON.stringify({ counted, withSubcodes, order }))
    } catch {
      // A browser that keeps nothing.
    }
  },
  /** Opens the branch in which a name is to be typed. */
  name: (naming: Naming) => {
    const folded = new Set(getState().folded)
    if (naming.kind === 'create' && naming.parentId !== null) folded.delete(naming.parentId)
    setState({ naming, folded, filter: '' })
  },
  open: (kind: CodebookDialog['kind'], ids: readonly number[]) => {
    if (ids.length > 0) setState({ dialog: { kind, ids } })
  },
}
