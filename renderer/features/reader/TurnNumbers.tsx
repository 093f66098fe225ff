/** The numbers of the turns beside the text: no part of it, so that they are neither selected nor copied nor found. */
import { useSyncExternalStore } from 'react'
import type { ReaderView } from './readerView.ts'

interface TurnNumbersProps {
  readonly view: ReaderView
  /** Turns marked "read, nothing relevant". */
  readonly read: readonly number[]
}

/** Drawn for the window only; as generated content of every paragraph they cost a fifth of each scrolled frame. */
export const TurnNumbers = ({ view, read }: TurnNumbersProps) => {
  const { turns, shift } = useSyncExternalStore((listener) => view.subscribe('frame', listener), view.frame)
  return (
    <div className="reader-turns" aria-hidden="true" style={shift === 0 ? {} : { transform: `translateY(${shift}px)` }}>
      {turns.map(({ number, top }) => (
        <span key={number} data-read={read.includes(number) || undefined} style={{ marginBlockStart: top }}>
          {number}
        </span>
      ))}
    </div>
  )
}
