/** Marks beside the text where memos are on passages and codings; each opens what was written there. */
import { useState, useSyncExternalStore } from 'react'
import type { Memo } from '../../../contract/memos.ts'
import { useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import type { Frame } from '../reader/frame.ts'
import type { ReaderView } from '../reader/readerView.ts'
import { keyOfTarget, sameTarget } from './targets.ts'
import './memos.css'

/** Memos that begin on one line. */
interface Mark {
  /** Pixels from the top of the text. */
  readonly top: number
  readonly memos: readonly Memo[]
}

export const MemoMarks = ({ view }: { readonly view: ReaderView }) => {
  const { memos: messages } = useMessages()
  const { data: memos } = useLive('memos.list', { target: { kind: 'document', documentId: view.document.id } })
  const [marksOf] = useState(() => rememberMarks(view))
  const marks = useSyncExternalStore(
    (listener) => view.subscribe('frame', listener),
    () => marksOf(view.frame(), memos),
  )
  return (
    <div className="memo-marks">
      {marks.map(({ top, memos: here }) => (
        <button
          key={top}
          type="button"
          className="memo-mark"
          style={{ insetBlockStart: `${top}px` }}
          aria-label={messages.mark(here.length)}
          title={here.map(({ body }) => body).join('\n\n')}
          onClick={() => {
            openNext(here)
          }}
        />
      ))}
    </div>
  )
}

/** The first of the memos on a line; after that, at each press, the next. */
const openNext = (here: readonly Memo[]) => {
  const targets = [...new Map(here.map(({ target }) => [keyOfTarget(target), target])).values()]
  const { memoTarget, dock } = workspace.get()
  const open = dock === 'memo' && memoTarget ? targets.findIndex((target) => sameTarget(target, memoTarget)) : -1
  const next = targets[(open + 1) % targets.length]
  if (next) workspace.openMemo(next)
}

/** Where the marks stand, worked out once for each frame of the text and each answer of the host. */
const rememberMarks = (view: ReaderView) => {
  let last: { frame: Frame; memos: readonly Memo[] | undefined; marks: readonly Mark[] } | null = null
  return (frame: Frame, memos: readonly Memo[] | undefined): readonly Mark[] => {
    if (last?.frame !== frame || last.memos !== memos) last = { frame, memos, marks: marksInView(view, memos ?? []) }
    return last.marks
  }
}

/** Those of the view and a screen around it; further away nobody sees them. */
const marksInView = ({ geometry }: ReaderView, memos: readonly Memo[]): Mark[] => {
  const { first, last } = geometry.inView()
  const around = last - first + 6
  const window = geometry.textOf(Math.max(0, first - around), last + around)
  const end = window.end === 0 ? Number.MAX_SAFE_INTEGER : window.end
  const lineAt = geometry.linesNow()
  const byLine = Map.groupBy(
    memos.filter(({ place }) => place !== null && place.start >= window.start && place.start < end),
    ({ place }) => lineAt(place?.start ?? 0, 'start').top,
  )
  return [...byLine].map(([top, here]) => ({ top, memos: here })).toSorted((a, b) => a.top - b.top)
}
