/** Finding words in the open document: how often, which one, and from one to the next. */
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useMessages } from '../../lib/messages.tsx'
import { findAll, foldText, nearestMatch } from './finding.ts'
import type { ReaderView } from './readerView.ts'

interface FindBarProps {
  readonly view: ReaderView
  readonly field: RefObject<HTMLInputElement | null>
  readonly onClose: () => void
}

export const FindBar = ({ view, field, onClose }: FindBarProps) => {
  const { reader: messages } = useMessages()
  const [words, setWords] = useState(() => view.marking.selected()?.quote.split('\n')[0] ?? '')
  const [here, setHere] = useState(0)
  const folded = foldText(view.document.text)
  const matches = findAll(folded, words)

  useEffect(() => field.current?.select(), [field])
  useEffect(() => {
    view.find(matches, here)
    const match = matches[here]
    if (match) view.reveal(match.start)
  }, [view, matches, here])
  useEffect(() => () => view.find([], -1), [view])

  const change = (next: string) => {
    setWords(next)
    setHere(nearestMatch(findAll(folded, next), view.marking.marks()?.focus ?? view.topInView()))
  }
  const go = (step: 1 | -1) => {
    if (matches.length > 0) setHere((here + step + matches.length) % matches.length)
  }
  const close = () => {
    const match = matches[here]
    if (match) view.select(match)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const count = words === '' ? '' : matches.length === 0 ? messages.notFound : messages.found(here + 1, matches.length)
  return (
    <search className="reader-find">
      <input
        ref={field}
        type="search"
        aria-label={messages.find}
        placeholder={messages.find}
        value={words}
        onKeyDown={onKeyDown}
        onChange={(event) => change(event.target.value)}
      />
      <output>{count}</output>
      <button type="button" onClick={() => go(-1)} disabled={matches.length === 0}>
        {messages.findPrevious}
      </button>
      <button type="button" onClick={() => go(1)} disabled={matches.length === 0}>
        {messages.findNext}
      </button>
      <button type="button" onClick={close}>
        {messages.findClose}
      </button>
    </search>
  )
}
