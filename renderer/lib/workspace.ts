/** What is open and chosen in this window: the state that distant parts of the screen share. Nothing here is stored. */
import { create } from 'zustand'
import type { MemoTarget } from '../../contract/memos.ts'
import type { ExcerptQuery } from '../../contract/queries.ts'

export type Room = 'code' | 'query' | 'codebook' | 'respondents' | 'memos' | 'history'
/** What is docked at the right. */
export type Dock = 'query' | 'excerpts' | 'memo' | null
/** A span of the open document with its words. */
export interface Selection {
  readonly documentId: number
  readonly start: number
  readonly end: number
  readonly quote: string
}
export type Dialog =
  | { readonly kind: 'import'; readonly files: readonly File[] }
  | { readonly kind: 'document'; readonly documentId: number }
  | { readonly kind: 'settings' | 'palette' | 'shortcuts' | 'new-project' | 'open-project' | 'save-copy' }
  | null

/** What the mounted reader can be asked to do; each acts on its own open document. */
export interface ReaderHandle {
  readonly focus: () => void
  /** The selection as it would be coded, null when it is empty. */
  readonly getSelection: () => Selection | null
  readonly selectTurn: (number: number) => void
  readonly jumpTo: (span: { readonly start: number; readonly end: number }) => void
  /** Where the selection is on the screen, for what opens beside it. */
  readonly selectionRect: () => DOMRect | null
  /** Actions of the text by name, as the commands `reader.…` run them; false where it cannot be done now. */
  readonly can: (action: string) => boolean
  readonly run: (action: string) => boolean
}

interface Workspace {
  readonly room: Room
  readonly documentId: number | null
  /** A place to go to; the reader takes it away once it is there. */
  readonly jump: { readonly documentId: number; readonly start: number; readonly end: number } | null
  readonly reader: ReaderHandle | null
  readonly selection: Selection | null
  /** Codings selected in the reader, all of the open document. */
  readonly codingIds: readonly number[]
  /** Codes selected in the codebook. */
  readonly codeIds: readonly number[]
  readonly respondentId: number | null
  readonly dock: Dock
  readonly excerpts: Omit<ExcerptQuery, 'offset' | 'limit' | 'context'> | null
  readonly memoTarget: MemoTarget | null
  readonly pickerOpen: boolean
  /** What was typed in the reader when it opened the picker. */
  readonly pickerText: string
  readonly dialog: Dialog
}

const initial: Workspace = {
  room: 'code',
  documentId: null,
  jump: null,
  reader: null,
  selection: null,
  codingIds: [],
  codeIds: [],
  respondentId: null,
  dock: null,
  excerpts: null,
  memoTarget: null,
  pickerOpen: false,
  pickerText: '',
  dialog: null,
}

export const useWorkspace = create<Workspace>(() => initial)
const set = useWorkspace.setState

/** The verbs by which any part of the window moves about in it. */
export const workspace = {
  get: useWorkspace.getState,
  set,
  /** Another project: nothing of the former stays. */
  reset: () => {
    set(initial, true)
  },
  go: (room: Room) => {
    set({ room })
  },
  openDocument: (documentId: number, span?: { readonly start: number; readonly end: number }) => {
    const same = useWorkspace.getState().documentId === documentId
    set({
      room: 'code',
      documentId,
      jump: span ? { documentId, start: span.start, end: span.end } : null,
      ...(same ? {} : { selection: null, codingIds: [], pickerOpen: false }),
    })
  },
  showExcerpts: (excerpts: NonNullable<Workspace['excerpts']>) => {
    set({ excerpts, dock: 'excerpts' })
  },
  openRespondent: (respondentId: number) => {
    set({ room: 'respondents', respondentId })
  },
  openMemo: (memoTarget: MemoTarget) => {
    set({ memoTarget, dock: 'memo' })
  },
  openPicker: (pickerText = '') => {
    set({ pickerOpen: true, pickerText })
  },
  openDialog: (dialog: Dialog) => {
    set({ dialog })
  },
}
