/** A document as one reads and codes it: its text, the codings painted on it, and the margin that names them. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ClipboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Coder } from '../../../contract/coders.ts'
import type { Code } from '../../../contract/codes.ts'
import type { DocumentText } from '../../../contract/documents.ts'
import type { Messages } from '../../../contract/messages/en.ts'
import type { Span } from '../../../contract/span.ts'
import { filterCodings } from './codingIndex.ts'
import type { CodingStore } from './codingStore.ts'
import { nextCodingAt, type ReaderDesk, readerCommands } from './commands.ts'
import { FindBar } from './FindBar.tsx'
import { Handles } from './Handles.tsx'
import { commandFor } from './keys.ts'
import { Announcer } from './Announcer.tsx'
import { Margin } from './Margin.tsx'
import { readCoderNames, readCodeNames } from './names.ts'
import { ReaderView, type Selected } from './readerView.ts'
import './highlights.css'
import './margin.css'
import './reader.css'

export interface ReaderHandle {
  /** Scrolls there and lets the place light up; the focus stays where it is. */
  jumpTo(span: Span): void
  /** Selects what is said in turn number `turn`; nothing when there is no such turn. */
  selectTurn(turn: number): void
  getSelection(): Selected | null
  focus(): void
  /** Runs one of `readerCommands`; false when there is none of that id, or it cannot run now. */
  run(id: string): boolean
}

export interface ReaderProps {
  readonly ref?: Ref<ReaderHandle>
  readonly document: DocumentText
  readonly codings: CodingStore
  readonly codes: readonly Code[]
  readonly coders: readonly Coder[]
  /** The coder at the keyboard, whose codings can be moved. */
  readonly me: number
  /** Codes whose codings are not shown. */
  readonly hiddenCodes?: ReadonlySet<number>
  readonly selectedCodings: readonly number[]
  readonly onSelectCodings: (ids: readonly number[]) => void
  readonly onSelection?: (selected: Selected | null) => void
  readonly onResize: (id: number, span: Span) => void | Promise<void>
  readonly onMarkRead: (turn: number, read: boolean) => void
  readonly messages: Messages['reader']
  /** Of the interface, for dates. */
  readonly locale: string
}

const nothing: ReadonlySet<number> = new Set()

export const Reader = ({ ref, ...props }: ReaderProps) => {
  const { document, codings, codes, coders, selectedCodings, messages, hiddenCodes = nothing } = props
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<ReaderView | null>(null)
  const [finding, setFinding] = useState(false)
  const findField = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const names = useMemo(() => readCodeNames(codes), [codes])
  const coderNames = useMemo(() => readCoderNames(coders), [coders])
  const date = useMemo(() => new Intl.DateTimeFormat(props.locale, { dateStyle: 'long' }), [props.locale])
  const shown = useSameText(document)

  useLayoutEffect(() => {
    const places = { root: root.current as HTMLElement, scroller: scroller.current as HTMLElement }
    const opened = new ReaderView(places, shown)
    setView(opened)
    return () => opened.dispose()
  }, [shown])

  useLayoutEffect(() => {
    const colors = new Map([...names].map(([id, { color }]) => [id, color]))
    const show = () =>
      view?.show(
        filterCodings(codings.current(), (code) => !hiddenCodes.has(code)),
        colors,
      )
    show()
    return codings.subscribe(show)
  }, [view, codings, names, hiddenCodes])

  useLayoutEffect(() => view?.choose(selectedCodings), [view, selectedCodings])

  const { onSelection } = props
  useEffect(() => view?.subscribe('selection', () => onSelection?.(view.selected())), [view, onSelection])

  const desk: ReaderDesk | null = view && {
    view,
    selectedCodings,
    me: props.me,
    readTurns: document.readTurns,
    selectCodings: props.onSelectCodings,
    resize: (id, span) => void props.onResize(id, span),
    markRead: props.onMarkRead,
    openFind: () => {
      setFinding(true)
      findField.current?.select()
    },
    say: (sentence) => setSaid(sentence(messages)),
  }
  const run = (id: string) => {
    const command = readerCommands.find((each) => each.id === id)
    if (!desk || !command || command.when?.(desk) === false) return false
    command.run(desk)
    return true
  }

  useImperativeHandle(ref, () => ({
    jumpTo: (span) => view?.jumpTo(span),
    selectTurn: (number) => {
      const turn = view?.turns.find((each) => each.number === number)
      if (turn) view?.select(turn.spoken)
    },
    getSelection: () => view?.selected() ?? null,
    focus: () => view?.focus(),
    run,
  }))

  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.defaultPrevented ? undefined : commandFor(event, readerCommands)
    if (command && run(command.id)) event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const marks = view?.marks()
    if (!view || (marks && marks.anchor !== marks.focus)) return
    const unit = view.geometry.unitAt(event.clientX, event.clientY)
    const found = unit === null ? undefined : nextCodingAt(view.codingsAt(unit), selectedCodings)
    if (found !== undefined || selectedCodings.length > 0) props.onSelectCodings(found === undefined ? [] : [found])
  }

  const onCopy = (event: ClipboardEvent) => {
    const quote = view?.selected()?.quote
    if (quote === undefined) return
    event.clipboardData.setData('text/plain', quote)
    event.preventDefault()
  }

  return (
    <section className="reader">
      {view && finding ? (
        <FindBar
          key={shown.id}
          view={view}
          field={findField}
          messages={messages}
          onClose={() => {
            setFinding(false)
            view.focus()
          }}
        />
      ) : null}
      <div className="reader-scroll" ref={scroller}>
        <div className="reader-page">
          <div className="reader-body">
            <div
              ref={root}
              className="reader-text"
              contentEditable
              suppressContentEditableWarning
              spellCheck={false}
              role="textbox"
              tabIndex={0}
              aria-multiline="true"
              aria-readonly="true"
              aria-label={messages.text(document.name)}
              lang={document.language}
              onKeyDown={onKeyDown}
              onClick={onClick}
              onCopy={onCopy}
            />
            {view ? (
              <Handles view={view} names={names} selected={selectedCodings} me={props.me} onResize={props.onResize} />
            ) : null}
          </div>
          {view ? (
            <Margin
              view={view}
              names={names}
              coders={coderNames}
              selected={selectedCodings}
              onSelect={props.onSelectCodings}
              messages={messages}
              date={date}
            />
          ) : null}
        </div>
      </div>
      {view ? <Announcer view={view} names={names} said={said} messages={messages} /> : null}
    </section>
  )
}

/** The same value until something that is drawn as text differs; marking a turn as read opens nothing anew. */
const useSameText = (document: DocumentText): DocumentText => {
  const [shown, setShown] = useState(document)
  const same = (['id', 'text', 'language', 'paragraphs', 'turns', 'marks', 'speakers'] as const).every(
    (part) => shown[part] === document[part],
  )
  if (!same) setShown(document)
  return same ? shown : document
}
