/** The memo that is being written, docked beside the text, with what was written on the same thing before. */
import { useEffect, useRef, useState } from 'react'
import type { MemoTarget } from '../../../contract/memos.ts'
import { useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { MemoEditor, NewMemo } from './MemoEditor.tsx'
import { goTo, keyOfTarget, onWhat, sameTarget } from './targets.ts'
import './memos.css'

/** The target for which the box got the focus: once for each time that one asked for it, not when a room comes back. */
let welcomed: MemoTarget | null = null

export const MemoPanel = () => {
  const target = useWorkspace((state) => state.memoTarget)
  return target ? <Panel key={keyOfTarget(target)} target={target} /> : null
}

const Panel = ({ target }: { readonly target: MemoTarget }) => {
  const messages = useMessages()
  const { panel } = messages.memos
  const { data: about } = useLive('memos.about', { target })
  const { data: known = [] } = useLive('memos.list', { target })
  const [made, setMade] = useState<number | null>(null)
  const [turn, setTurn] = useState(0)
  const panelBox = useRef<HTMLElement>(null)
  useEffect(() => {
    if (welcomed !== target) panelBox.current?.querySelector('textarea')?.focus({ preventScroll: true })
    welcomed = target
  }, [target])
  const earlier = known.filter((memo) => sameTarget(memo.target, target) && memo.id !== made)
  return (
    <section ref={panelBox} className="memo-panel" aria-label={panel.label}>
      <header className="memo-head">
        <h2>{about ? onWhat(target, about, messages) : panel.label}</h2>
        <Button
          kind="quiet"
          onPress={() => {
            workspace.set({ dock: null, memoTarget: null })
            workspace.get().reader?.focus()
          }}
        >
          {panel.close}
        </Button>
      </header>
      {about?.place ? (
        <button
          type="button"
          className="memo-quote"
          onClick={() => {
            goTo({ target, place: about.place })
          }}
        >
          {about.place.quote}
        </button>
      ) : null}
      <NewMemo key={turn} target={target} memos={known} onMade={setMade} autoFocus={turn > 0} />
      {made === null ? (
        <p className="soft memo-hint">{panel.hint}</p>
      ) : (
        <Button
          onPress={() => {
            setMade(null)
            setTurn(turn + 1)
          }}
        >
          {panel.another}
        </Button>
      )}
      {earlier.length > 0 ? <h3>{panel.earlier(earlier.length)}</h3> : null}
      {earlier.map((memo) => (
        <MemoEditor key={memo.id} memo={memo} />
      ))}
    </section>
  )
}
