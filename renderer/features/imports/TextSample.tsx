/** The first words of a file, with its speakers' labels in their colours and conventions quiet. */
import type { ReactNode } from 'react'
import type { SpeakerRole } from '../../../contract/documents.ts'
import { indexAt } from '../../../contract/span.ts'
import { useMessages } from '../../lib/messages.tsx'
import type { Confirmed } from './confirming.ts'

const COLORS = [4, 0, 1, 3, 2, 5, 8, 6]
const QUIET = 14

/** One of the code colours for a speaker; interviewers stay quiet. */
export const colorOf = (role: SpeakerRole, index: number): number =>
  role === 'interviewer' ? QUIET : (COLORS[index % COLORS.length] ?? QUIET)

export const TextSample = ({ confirmed }: { readonly confirmed: Confirmed }) => {
  const { preview } = useMessages().imports
  return (
    <pre className="text-sample" aria-label={preview.textStart}>
      {pieces(confirmed)}
    </pre>
  )
}

const pieces = ({ preview, speakers }: Confirmed): ReactNode[] => {
  const { sample, sampleMarks: marks, sampleTurns: turns } = preview
  const speakerAt = (position: number) => {
    const label = turns.label[indexAt(turns.start, position)]
    return speakers.findIndex((speaker) => speaker.label === label)
  }
  const out: ReactNode[] = []
  let at = 0
  for (const [index, start] of marks.start.entries()) {
    const end = marks.end[index] ?? start
    const kind = marks.kind[index]
    if (start < at) continue
    out.push(sample.slice(at, start))
    const speaker = kind === 'label' ? speakerAt(start) : -1
    const role = speakers[speaker]?.role
    out.push(
      <span key={start} className={`sample-${kind ?? 'time'}`} data-color={role ? colorOf(role, speaker) : undefined}>
        {sample.slice(start, end)}
      </span>,
    )
    at = end
  }
  return [...out, sample.slice(at)]
}
