/** How far I am with a document, as a small round mark: empty, half, full, or full with a way back. */
import type { WorkState } from '../../../contract/documents.ts'
import { useMessages } from '../../lib/messages.tsx'

const paths: Record<WorkState, string> = {
  'not begun': '',
  'in progress': 'M6 1.5a4.5 4.5 0 0 1 0 9z',
  done: 'M6 1.5a4.5 4.5 0 0 1 0 9 4.5 4.5 0 0 1 0-9z',
  'look again': 'M6 1.5a4.5 4.5 0 0 1 0 9 4.5 4.5 0 0 1 0-9z',
}
export const StateMark = ({ state }: { readonly state: WorkState }) => {
  const { documents } = useMessages()
  return (
    <svg
      className="state-mark"
      data-state={state}
      viewBox="0 0 12 12"
      role="img"
      aria-label={documents.states[state]}
      fill="none"
    >
      <title>{documents.states[state]}</title>
      <circle cx="6" cy="6" r="4.5" stroke="currentColor" strokeWidth="1.3" />
      <path d={paths[state]} fill="currentColor" />
      {state === 'done' ? <path className="sign" d="m3.9 6.1 1.5 1.5 2.8-3.1" strokeWidth="1.3" /> : null}
      {state === 'look again' ? <path className="sign" d="M6 3.4v3M6 8.2v.2" strokeWidth="1.5" /> : null}
    </svg>
  )
}
