/** A box and a list in which a code is found by a few letters; the picker and the dialogs that ask for a code are made of it. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useMessages } from '../../lib/messages.tsx'
import { Kbd } from '../../ui/controls.tsx'
import { matchCodes, type CodeMatch, type PathedCode } from './code-matching.ts'
import { CodeRule, hasRule } from './CodeRule.tsx'
import './coding.css'

const MOST_SHOWN = 40

/** How a code that is not there yet is made from here. */
export interface Creation {
  /** The name of the code that it goes under; null: the top. */
  readonly branch: string | null
  readonly create: (name: string, stay: boolean) => void
  readonly chooseBranch: (name: string) => void
}
export interface CodeSearchProps {
  readonly label: string
  readonly placeholder: string
  readonly codes: readonly PathedCode[]
  readonly recent: readonly number[]
  readonly initialText?: string
  /** `stay`: more is to be chosen. */
  readonly onChoose: (code: PathedCode, stay: boolean) => void
  readonly onCancel: () => void
  readonly creation?: Creation | null
  /** An entry above the codes, such as "At the top". */
  readonly top?: { readonly label: string; readonly choose: () => void } | null
  /** Said below the list. */
  readonly note?: string | null
  /** Keys that are good to know here. */
  readonly keys?: readonly { readonly keys: string; readonly text: string }[]
}
type Option =
  | { readonly kind: 'code'; readonly match: CodeMatch }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'top'; readonly label: string }

export const CodeSearch = (props: CodeSearchProps) => {
  const { label, placeholder, codes, recent, initialText = '', creation = null, top = null, note = null } = props
  const { picker } = useMessages().coding
  const [text, setText] = useState(initialText)
  const [active, setActive] = useState(0)
  const id = useId()
  const name = text.trim()
  const options: Option[] = [
    ...(top && name === '' ? [{ kind: 'top' as const, label: top.label }] : []),
    ...matchCodes(text, codes, recent)
      .slice(0, MOST_SHOWN)
      .map((match): Option => ({ kind: 'code', match })),
    ...(creation && name !== '' ? [{ kind: 'create' as const, name }] : []),
  ]
  const change = (next: string) => {
    setText(next)
    setActive(0)
  }
  const choose = (option: Option | undefined, stay: boolean) => {
    if (!option) return
    if (option.kind === 'top') top?.choose()
    if (option.kind === 'code') props.onChoose(option.match.code, stay)
    if (option.kind === 'create') creation?.create(option.name, stay)
    if (stay) change('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const stay = event.ctrlKey || event.metaKey
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, options.length))
    else if (event.key === 'ArrowUp') setActive((active + options.length - 1) % Math.max(1, options.length))
    else if (event.key === 'Enter')
      choose(event.shiftKey ? options.find(({ kind }) => kind === 'create') : options[active], stay)
    else if (event.key === 'Escape') props.onCancel()
    else if (event.key === 'Tab' && !event.shiftKey && creation && name !== '') creation.chooseBranch(name)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="code-search">
      <input
        className="code-search-input"
        // The box is what was asked for; there is nothing else to do.
        ref={focusNow}
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          change(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={picker.results} className="code-search-list">
        {options.map((option, index) => (
          <Row
            key={keyOf(option)}
            id={`${id}-${index}`}
            option={option}
            isActive={index === active}
            creation={creation}
            onPoint={() => {
              setActive(index)
            }}
            onPick={(stay) => {
              choose(option, stay)
            }}
          />
        ))}
      </div>
      {options.length > 0 ? null : (
        <p className="code-search-note">{codes.length === 0 && !top ? picker.nothingYet : picker.nothing}</p>
      )}
      {note === null ? null : <p className="code-search-note">{note}</p>}
      {props.keys ? (
        <p className="code-search-hints">
          {props.keys.map(({ keys, text: what }) => (
            <span key={keys}>
              <Kbd keys={keys} /> {what}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}

const focusNow = (input: HTMLInputElement | null) => {
  input?.focus({ preventScroll: true })
}
const keyOf = (option: Option) => (option.kind === 'code' ? `code ${option.match.code.id}` : option.kind)

interface RowProps {
  readonly id: string
  readonly option: Option
  readonly isActive: boolean
  readonly creation: Creation | null
  readonly onPoint: () => void
  readonly onPick: (stay: boolean) => void
}
const Row = ({ id, option, isActive, creation, onPoint, onPick }: RowProps) => {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // Keys are handled in the box, which keeps the focus.
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      className="code-search-option"
      data-kind={option.kind}
      onPointerMove={isActive ? undefined : onPoint}
      onPointerDown={(event) => {
        event.preventDefault()
        if (event.button === 0) onPick(event.ctrlKey || event.metaKey)
      }}
    >
      {option.kind === 'code' ? <Found match={option.match} isActive={isActive} /> : null}
      {option.kind === 'create' ? <Create name={option.name} isActive={isActive} creation={creation} /> : null}
      {option.kind === 'top' ? <span>{option.label}</span> : null}
    </div>
  )
}

const Found = ({ match: { code, found }, isActive }: { readonly match: CodeMatch; readonly isActive: boolean }) => (
  <>
    <span className="code-search-line">
      <span className="dot" data-color={code.color} />
      <span className="code-search-name">
        <Marked text={code.name} parts={found} />
      </span>
      {code.path.length > 0 ? <span className="code-search-path">{code.path.join(' › ')}</span> : null}
      {isActive ? <Kbd keys="Enter" /> : code.pin === null ? null : <Kbd keys={String(code.pin)} />}
    </span>
    {isActive && hasRule(code) ? (
      <span className="code-search-rule">
        <CodeRule code={code} />
      </span>
    ) : null}
  </>
)

const Marked = ({ text, parts }: { readonly text: string; readonly parts: CodeMatch['found'] }) => {
  const pieces: { readonly start: number; readonly text: string; readonly isFound: boolean }[] = []
  let last = 0
  for (const [start, end] of parts) {
    pieces.push({ start: last, text: text.slice(last, start), isFound: false })
    pieces.push({ start, text: text.slice(start, end), isFound: true })
    last = end
  }
  pieces.push({ start: last, text: text.slice(last), isFound: false })
  return pieces
    .filter((piece) => piece.text !== '')
    .map((piece) =>
      piece.isFound ? <u key={piece.start}>{piece.text}</u> : <span key={piece.start}>{piece.text}</span>,
    )
}

const Create = ({
  name,
  isActive,
  creation,
}: {
  readonly name: string
  readonly isActive: boolean
  readonly creation: Creation | null
}) => {
  const { picker } = useMessages().coding
  return (
    <span className="code-search-line">
      <span className="code-search-name">
        {picker.create(name)}
        {creation?.branch ? picker.inBranch(creation.branch) : picker.atTop}
      </span>
      <Kbd keys={isActive ? 'Enter' : 'Shift+Enter'} />
    </span>
  )
}
