/** The question that is being asked, the same in the panel and in the room, and how its answer is looked at. */
import { create } from 'zustand'
import type { Column, Definition, Filter } from '../../../contract/queries.ts'

export type View = 'table' | 'bars'
/** A column by its place, the totals, or the codes' own order. */
export interface Sorting {
  readonly by: number | 'total' | 'codebook'
  readonly descending: boolean
}
/** Of a row: one column, or all of them (null). */
export interface Cell {
  readonly codeId: number
  readonly column: Column | null
}
interface QueryState {
  /** The project that the question is asked of; another one begins anew. */
  readonly projectUid: string
  /** Null until the first question is put together from what the project has. */
  readonly definition: Definition | null
  readonly view: View
  readonly sorting: Sorting
  /** Percentages also where n is small. */
  readonly showPercent: boolean
  /** The cell whose excerpts are shown. */
  readonly cell: Cell | null
  /** The kept query that the question came from. */
  readonly keptId: number | null
}

export const noFilter: Filter = { respondentIds: [], documentIds: [], coderIds: [], attributes: [] }
export const inOrderOfCodebook: Sorting = { by: 'codebook', descending: false }
const initial: QueryState = {
  projectUid: '',
  definition: null,
  view: 'table',
  sorting: inOrderOfCodebook,
  showPercent: false,
  cell: null,
  keptId: null,
}

export const useQueryState = create<QueryState>(() => initial)
const { getState, setState } = useQueryState

export const question = {
  get: getState,
  set: setState,
  /** Puts the first question together, unless the project has been asked one. */
  begin: (projectUid: string, firstAttributeId: number | null) => {
    if (getState().projectUid === projectUid && getState().definition) return
    setState({ ...initial, projectUid, definition: firstQuestion(firstAttributeId) }, true)
  },
  /** Changes the question. The cell and the order of rows hold only while the columns stay what they are. */
  change: (patch: Partial<Definition>) => {
    const { definition, sorting } = getState()
    if (!definition) return
    const isOtherTable = patch.across !== undefined || patch.filter !== undefined
    setState({
      definition: { ...definition, ...patch },
      cell: null,
      sorting: isOtherTable && typeof sorting.by === 'number' ? inOrderOfCodebook : sorting,
    })
  },
  changeFilter: (patch: Partial<Filter>) => {
    const filter = getState().definition?.filter
    if (filter) question.change({ filter: { ...filter, ...patch } })
  },
  open: (definition: Definition, keptId: number | null) => {
    setState({ definition, keptId, cell: null, sorting: inOrderOfCodebook })
  },
}

/**
 * Across the first attribute of respondents, which is what one asks of first; across respondents where there is none. With
 * subcodes, because a branch that is only a heading would have nothing.
 */
const firstQuestion = (attributeId: number | null): Definition => ({
  codes: 'all',
  rollup: true,
  across: attributeId === null ? { kind: 'respondents' } : { kind: 'attribute', attributeId },
  count: 'respondents',
  filter: noFilter,
  alsoRoles: [],
  relation: 'by',
})
