/** An excerpt as one reads it in a dialog: its words, what is around them, and where it is from. */
import type { Excerpt } from '../../../contract/queries.ts'
import { useMessages } from '../../lib/messages.tsx'

export const ExcerptText = ({ excerpt, color }: { readonly excerpt: Excerpt; readonly color: number }) => {
  const { excerpts } = useMessages().codebook
  const names = excerpt.respondents.map(({ name }) => name).join(', ')
  return (
    <div className="excerpt" data-color={color}>
      <p>
        {excerpt.before === '' ? null : <span className="excerpt-around">{excerpt.before}</span>}
        <mark>{excerpt.text}</mark>
        {excerpt.after === '' ? null : <span className="excerpt-around">{excerpt.after}</span>}
      </p>
      <small>
        {names === '' ? null : <b>{names}</b>} {excerpts.line(excerpt.documentName, excerpt.turn)}
      </small>
    </div>
  )
}
