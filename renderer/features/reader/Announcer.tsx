/** Says in a live region what can only be seen: the codes at the caret, and what a command answers. */
import { useEffect, useState } from 'react'
import { useMessages } from '../../lib/messages.tsx'
import { rowOf } from './codingIndex.ts'
import type { CodeName } from './names.ts'
import type { ReaderView } from './readerView.ts'

interface AnnouncerProps {
  readonly view: ReaderView
  readonly names: ReadonlyMap<number, CodeName>
  readonly said: string
}

/** So that walking through the text with the arrows does not pile up speech. */
const PAUSE_MS = 300

export const Announcer = ({ view, names, said }: AnnouncerProps) => {
  const { reader: messages } = useMessages()
  const [here, setHere] = useState('')
  useEffect(() => {
    let due: number | undefined
    let before: readonly number[] = []
    const tell = () => {
      const codings = view.codings()
      const ids = view.codingsAt(view.marking.marks()?.focus ?? 0)
      if (ids.join() === before.join()) return
      before = ids
      const told = ids.map((id) => names.get(codings.codeId[rowOf(codings, id)] ?? 0)?.name ?? '')
      setHere(told.length === 0 ? messages.noCodeHere : messages.codesHere(told))
    }
    const stop = view.subscribe('selection', () => {
      clearTimeout(due)
      due = window.setTimeout(tell, PAUSE_MS)
    })
    return () => {
      clearTimeout(due)
      stop()
    }
  }, [view, names, messages])
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {here}
      </div>
      <output className="visually-hidden">{said}</output>
    </>
  )
}
