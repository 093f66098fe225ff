/** Edits one cell in its place: Enter keeps and goes down, Tab keeps and goes right, Esc leaves it as it was. */
import { useEffect, useRef, useState } from 'react'
import { nameKey } from '../../../contract/values.ts'
import { useMessages } from '../../lib/messages.tsx'
import type { TableColumn, TableRow } from './table-model.ts'
import type { GridEdits } from './use-grid-edits.ts'

interface Step {
  readonly row: number
  readonly column: number
}
interface Props {
  readonly column: TableColumn
  readonly row: TableRow
  /** As it is shown. */
  readonly text: string
  /** What was typed to begin with; null: the value is edited as it is. */
  readonly typed: string | null
  readonly edits: GridEdits
  /** Where the keyboard goes from here; null: it stays; `left`: it went elsewhere by itself. */
  readonly onStop: (step: Step | null | 'left') => void
}

export const CellEditor = ({ column, row, text, typed, edits, onStop }: Props) => {
  const { values } = useMessages().respondents
  const [written, setWritten] = useState(typed ?? text)
  const [error, setError] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const attribute = column.kind === 'attribute' ? column.attribute : null
  const words = wordsOf(attribute, values)
  const [offered, setOffered] = useState<number | null>(null)
  const isFiltering = written !== text
  const offers = words.filter((word) => !isFiltering || nameKey(word).startsWith(nameKey(written)))

  useEffect(() => {
    input.current?.focus()
    if (typed === null) input.current?.select()
  }, [typed])

  const keep = (value: string, step: Step | 'left') => {
    if (isOver.current) return
    if (attribute) {
      const problem = edits.setCell(row, attribute, value)
      setError(problem)
      if (problem !== null) return
    } else edits.rename(row, value)
    isOver.current = true
    onStop(step)
  }
  /** The word that is pointed at; else the only one that begins so, when something was typed. */
  const chosenWord = (): string => {
    if (offered !== null) return offers[offered] ?? written
    return written.trim() !== '' && offers.length === 1 ? (offers[0] ?? written) : written
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, shiftKey } = event
    if (key === 'Escape') {
      isOver.current = true
      onStop(null)
    } else if (key === 'Enter') keep(chosenWord(), { row: shiftKey ? -1 : 1, column: 0 })
    else if (key === 'Tab') keep(chosenWord(), { row: 0, column: shiftKey ? -1 : 1 })
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && words.length > 0) {
      const next = (offered ?? (key === 'ArrowDown' ? -1 : offers.length)) + (key === 'ArrowDown' ? 1 : -1)
      setOffered(Math.max(0, Math.min(next, offers.length - 1)))
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && typed !== null)
      keep(written, { row: key === 'ArrowDown' ? 1 : -1, column: 0 })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="cell-editor">
      <input
        ref={input}
        value={written}
        role={words.length > 0 ? 'combobox' : undefined}
        aria-expanded={words.length > 0 ? offers.length > 0 : undefined}
        aria-controls={words.length > 0 ? 'cell-offers' : undefined}
        aria-activedescendant={offered === null ? undefined : `cell-offer-${offered}`}
        aria-label={attribute?.name ?? row.name}
        aria-invalid={error !== null}
        onChange={(event) => {
          setWritten(event.target.value)
          setOffered(null)
          setError(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          keep(written, 'left')
        }}
      />
      {offers.length > 0 && error === null ? (
        <div id="cell-offers" role="listbox" className="cell-offers menu" aria-label={attribute?.name}>
          {offers.map((word, index) => (
            <div
              key={word}
              id={`cell-offer-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === offered}
              className="menu-item"
              data-focused={index === offered || undefined}
              // The press must not take the focus from the field, which would keep what is written in it.
              onMouseDown={(event) => {
                event.preventDefault()
                event.stopPropagation()
                keep(word, { row: 1, column: 0 })
              }}
            >
              {word}
            </div>
          ))}
        </div>
      ) : null}
      {error === null ? null : (
        <p role="alert" className="cell-error">
          {error}
        </p>
      )}
    </div>
  )
}

const wordsOf = (
  attribute: { readonly type: string; readonly choices: readonly string[] } | null,
  values: { readonly yes: string; readonly no: string; readonly notApplicable: string },
): readonly string[] => {
  if (attribute?.type === 'choice') return [...attribute.choices, values.notApplicable]
  return attribute?.type === 'yes/no' ? [values.yes, values.no, values.notApplicable] : []
}
