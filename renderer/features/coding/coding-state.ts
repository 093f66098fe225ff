/** What coding by key needs to know without asking the host: the codes, what was used last, and what the picker is for. */
import { create } from 'zustand'
import { withPaths, type PathedCode } from './code-matching.ts'
import type { Code } from '../../../contract/codes.ts'

const MOST_RECENT = 12

interface CodingState {
  readonly projectUid: string
  readonly codes: readonly PathedCode[]
  readonly isClosed: boolean
  /** Ids of codes, the one used last first. */
  readonly recent: readonly number[]
  /** The picker gives these codings another code; null: it codes the selection. */
  readonly recoding: readonly number[] | null
}

const initial: CodingState = { projectUid: '', codes: [], isClosed: false, recent: [], recoding: null }
export const useCoding = create<CodingState>(() => initial)
const { getState, setState } = useCoding

// What was used last belongs to this computer; without storage it is merely forgotten.
const keyOf = (projectUid: string) => `recent-codes ${projectUid}`
const readRecent = (projectUid: string): number[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(projectUid)) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is number => typeof id === 'number') : []
  } catch {
    return []
  }
}
const writeRecent = (projectUid: string, recent: readonly number[]) => {
  try {
    localStorage.setItem(keyOf(projectUid), JSON.stringify(recent))
  } catch {
    // A browser that keeps nothing.
  }
}

export const coding = {
  get: getState,
  know: (projectUid: string, codes: readonly Code[], isClosed: boolean) => {
    const same = getState().projectUid === projectUid
    setState({ projectUid, codes: withPaths(codes), isClosed, ...(same ? {} : { recent: readRecent(projectUid) }) })
  },
  used: (codeId: number) => {
    const { recent, projectUid } = getState()
    const next = [codeId, ...recent.filter((id) => id !== codeId)].slice(0, MOST_RECENT)
    setState({ recent: next })
    writeRecent(projectUid, next)
  },
  recode: (recoding: readonly number[] | null) => {
    setState({ recoding })
  },
}

/** Codes that can be applied to text. */
export const usable = (codes: readonly PathedCode[]): PathedCode[] =>
  codes.filter(({ codable, archived }) => codable && !archived)

/** The code that was used last and is still there. */
export const lastUsed = ({ codes, recent }: Pick<CodingState, 'codes' | 'recent'>): PathedCode | undefined => {
  const here = new Map(usable(codes).map((code) => [code.id, code]))
  return recent.map((id) => here.get(id)).find((code) => code !== undefined)
}

/** Under which code a new one is made: that of the code used last; null is the top level. */
export const lastBranch = (state: Pick<CodingState, 'codes' | 'recent'>): PathedCode | null =>
  state.codes.find(({ id, archived }) => id === lastUsed(state)?.parentId && !archived) ?? null
