/** What a code's card lists: how often it is used, the memos on it, and what was done to it. */
import type { Code } from '../../../contract/codes.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { history } from '../history/history-state.ts'
import { useCountsOf } from './useCounts.ts'

const MOST_STEPS = 8
const MOST_MEMOS = 5

export const CodeUse = ({ codeId }: { readonly codeId: number }) => {
  const { card, counts } = useMessages().codebook
  const formats = useFormats()
  const own = [useCountsOf('codings', false), useCountsOf('respondents', false)]
  const rolledUp = [useCountsOf('codings', true), useCountsOf('respondents', true)]
  const cells = (columns: typeof own) => columns.map((column) => formats.number(column.get(codeId) ?? 0))
  const [ownCodings, ownRespondents] = cells(own)
  const [allCodings, allRespondents] = cells(rolledUp)
  return (
    <section>
      <h3>{card.use}</h3>
      <table className="code-use">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{counts.subcodes}</span>
            </th>
            <th scope="col">{counts.codings}</th>
            <th scope="col">{counts.respondents}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{card.own}</th>
            <td>{ownCodings}</td>
            <td>{ownRespondents}</td>
          </tr>
          <tr>
            <th scope="row">{card.withSubcodes}</th>
            <td>{allCodings}</td>
            <td>{allRespondents}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

export const CodeMemos = ({ codeId }: { readonly codeId: number }) => {
  const { card } = useMessages().codebook
  const formats = useFormats()
  const { data: memos = [] } = useLive('memos.list', { target: { kind: 'code', codeId } })
  return (
    <section>
      <h3>{card.memos}</h3>
      {memos.length === 0 ? <p className="soft">{card.noMemos}</p> : null}
      <ul className="card-memos">
        {memos.slice(0, MOST_MEMOS).map(({ id, body, createdAt, target }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                workspace.openMemo(target)
              }}
            >
              <small>{formats.date(createdAt)}</small>
              <span>{body}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        onPress={() => {
          workspace.openMemo({ kind: 'code', codeId })
        }}
      >
        {card.newMemo}
      </Button>
    </section>
  )
}

export const CodeHistory = ({ code }: { readonly code: Code }) => {
  const messages = useMessages()
  const { card } = messages.codebook
  const formats = useFormats()
  const { data: steps = [] } = useLive('history.list', {
    object: { entity: 'code', id: code.id },
    limit: MOST_STEPS,
  })
  const coders = useLive('coders.list', {}).data ?? []
  return (
    <section>
      <h3>{card.history}</h3>
      <p className="soft">{card.made(formats.date(code.createdAt))}</p>
      <ol className="card-history">
        {steps.map((step) => (
          <li key={step.id}>
            {messages.steps.line(step)}
            <small>
              {formats.dateTime(step.at)} {coders.find(({ id }) => id === step.coderId)?.initials}
            </small>
          </li>
        ))}
      </ol>
      <Button
        onPress={() => {
          history.filter({ entity: 'code', object: { id: code.id, name: code.name }, coderId: null })
          workspace.go('history')
        }}
      >
        {messages.history.wholeHistory}
      </Button>
    </section>
  )
}
