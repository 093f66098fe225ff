/** What a memo is on: what a key means here, in words, and the way back to it. */
import type { About, Memo, MemoTarget } from '../../../contract/memos.ts'
import type { Messages } from '../../../contract/messages/en.ts'
import { workspace, type useWorkspace } from '../../lib/workspace.ts'

type Workspace = ReturnType<typeof useWorkspace.getState>

/** What one is busy with: words or a coding in the text, a code, a respondent, the document, or the whole project. */
export const targetHere = (
  { room, selection, codingIds, codeIds, respondentId, documentId }: Workspace,
  isInTree: boolean,
): MemoTarget => {
  const [codingId] = codingIds
  const [codeId] = codeIds
  if ((isInTree || room === 'codebook') && codeId !== undefined) return { kind: 'code', codeId }
  if (room === 'respondents' && respondentId !== null) return { kind: 'respondent', respondentId }
  if (room === 'code') {
    if (selection) {
      const { start, end } = selection
      return { kind: 'passage', documentId: selection.documentId, start, end }
    }
    if (codingId !== undefined) return { kind: 'coding', codingId }
    if (documentId !== null) return { kind: 'document', documentId }
  }
  return { kind: 'project' }
}

export const sameTarget = (a: MemoTarget, b: MemoTarget): boolean => keyOfTarget(a) === keyOfTarget(b)
export const keyOfTarget = (target: MemoTarget): string =>
  JSON.stringify(Object.entries(target).toSorted(([a], [b]) => (a < b ? -1 : 1)))

export const onWhat = (
  target: MemoTarget,
  { name, code }: Pick<About, 'name' | 'code'>,
  { memos }: Messages,
): string => {
  const { on } = memos
  const { kind } = target
  if (kind === 'project') return on.project
  return kind === 'coding' ? on.coding(code?.name ?? '', name) : on[kind](name)
}

/** Leads to what a memo is on. */
export const goTo = ({ target, place }: Pick<Memo, 'target' | 'place'>): void => {
  if (place) workspace.openDocument(place.documentId, place)
  if (target.kind === 'coding') workspace.set({ codingIds: [target.codingId] })
  if (target.kind === 'document') workspace.openDocument(target.documentId)
  if (target.kind === 'code') workspace.set({ room: 'codebook', codeIds: [target.codeId] })
  if (target.kind === 'respondent') workspace.openRespondent(target.respondentId)
}
