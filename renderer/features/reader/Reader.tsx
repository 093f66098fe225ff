/** A document as one reads and codes it: its text, the codings painted on it, and the margin that names them. */
import { type ClipboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Coder } from '../../../contract/coders.ts'
import type { Code } from '../../../contract/codes.ts'
import type { DocumentText } from '../../../contract/documents.ts'
import type { Span } from '../../../contract/span.ts'
import { useMessages } from '../../lib/messages.tsx'
import { MemoMarks } from '../memos/MemoMarks.tsx'
import { nextCodingAt, type ReaderAction, readerActions, type ReaderDesk } from './actions.ts'
import { Announcer } from './Announcer.tsx'
import { filterCodings } from './codingIndex.ts'
import type { CodingStore } from './codingStore.ts'
import { FindBar } from './FindBar.tsx'
import { Handles } from './Handles.tsx'
import { Margin } from './Margin.tsx'
import { readCoderNames, readCodeNames } from './names.ts'
import type { Selected } from './marking.ts'
import { ReaderView } from './readerView.ts'
import { TurnNumbers } from './TurnNumbers.tsx'
import './highlights.css'
import './margin.css'
import './reader.css'

export interface ReaderRef {
  /** Scrolls there and lets the place light up; the focus stays where it is. */
  readonly jumpTo: (span: Span) => void
  /** Selects what is said in turn number `turn`; nothing when there is no such turn. */
  readonly selectTurn: (turn: number) => void
  /** Whole words, or exactly what was marked; null for a caret. */
  readonly getSelection: () => Selected | null
  /** Around what is selected, or the caret, on the screen; null before the text ever had the focus. */
  readonly selectionRect: () => DOMRect | null
  readonly focus: () => void
  /** `action` is one of `readerActions` that can be done now. */
  readonly can: (action: string) => boolean
  /** Does it, where it can be done. */
  readonly run: (action: string) => boolean
}

export interface ReaderProps {
  readonly ref?: Ref<ReaderRef>
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
  readonly onSelection: (selected: Selected | null) => void
  readonly onResize: (id: number, span: Span) => void | Promise<void>
  readonly onMarkRead: (turn: number, read: boolean) => void
}

const nothing: ReadonlySet<number> = new Set()

export const Reader = (props: ReaderProps) => {
  // One by one: a rest object would be new each time, and with it all that is made of it.
  const { ref, document, codings, codes, coders, me, hiddenCodes = nothing, selectedCodings } = props
  const { onSelectCodings, onSelection, onResize, onMarkRead } = props
  const { reader: messages } = useMessages()
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  /** Asked for before the text was there, as when another document is opened at a place. */
  const jumpWhenOpen = useRef<Span | null>(null)
  const resizing = useRef(new Map<number, Span>())
  const findField = useRef<HTMLInputElement>(null)
  const [view, setView] = useState<ReaderView | null>(null)
  const [finding, setFinding] = useState(false)
  const [said, setSaid] = useState('')
  const names = readCodeNames(codes)
  const coderNames = readCoderNames(coders)
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
        hiddenCodes.size === 0 ? codings.current() : filterCodings(codings.current(), (code) => !hiddenCodes.has(code)),
        colors,
      )
    show()
    return codings.subscribe(show)
  }, [view, codings, names, hiddenCodes])

  useLayoutEffect(() => view?.choose(selectedCodings), [view, selectedCodings])

  useEffect(() => {
    if (!view || !jumpWhenOpen.current) return
    view.jumpTo(jumpWhenOpen.current)
    jumpWhenOpen.current = null
  }, [view])

  useEffect(() => view?.subscribe('selection', () => onSelection(view.marking.selected())), [view, onSelection])

  useImperativeHandle(ref, () => {
    const desk: ReaderDesk | null = view && {
      view,
      selectedCodings,
      me: me,
      readTurns: document.readTurns,
      selectCodings: onSelectCodings,
      resizing: resizing.current,
      resize: async (id, span) => {
        resizing.current.set(id, span)
        await onResize(id, span)
        if (resizing.current.get(id) === span) resizing.current.delete(id)
      },
      markRead: onMarkRead,
      openFind: () => {
        setFinding(true)
        findField.current?.select()
      },
      say: (sentence) => setSaid(sentence(messages)),
    }
    const possible = (name: string): ReaderAction | null => {
      const action: ReaderAction | undefined = Object.hasOwn(readerActions, name)
        ? readerActions[name as keyof typeof readerActions]
        : undefined
      return action && desk && (action.when?.(desk) ?? true) ? action : null
    }
    return {
      jumpTo: (span) => {
        if (view) view.jumpTo(span)
        else jumpWhenOpen.current = span
      },
      selectTurn: (number) => {
        const turn = view?.turns.find((each) => each.number === number)
        if (turn) view?.select(turn.spoken)
      },
      getSelection: () => view?.marking.selected() ?? null,
      selectionRect: () => view?.selectionRect() ?? null,
      focus: () => view?.focus(),
      can: (name) => possible(name) !== null,
      run: (name) => {
        const action = possible(name)
        if (desk) action?.run(desk)
        return action !== null
      },
    }
  })

  // Only for the mouse: by key, `codingHere` does the same.
  useEffect(() => {
    const text = root.current
    const onClick = (event: MouseEvent) => {
      const marks = view?.marking.marks()
      if (!view || (marks && marks.anchor !== marks.focus)) return
      const unit = view.geometry.unitAt(event.clientX, event.clientY)
      const found = unit === null ? undefined : nextCodingAt(view.codingsAt(unit), selectedCodings)
      if (found !== undefined || selectedCodings.length > 0) onSelectCodings(found === undefined ? [] : [found])
    }
    text?.addEventListener('click', onClick)
    return () => text?.removeEventListener('click', onClick)
  }, [view, selectedCodings, onSelectCodings])

  const onCopy = (event: ClipboardEvent) => {
    const quote = view?.marking.selected()?.quote
    if (quote === undefined) return
    event.clipboardData.setData('text/plain', quote)
    event.preventDefault()
  }

  return (
    <div className="reader">
      {view && finding ? (
        <FindBar
          key={shown.id}
          view={view}
          field={findField}
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
              data-reader
              contentEditable
              suppressContentEditableWarning
              spellCheck={false}
              role="textbox"
              tabIndex={0}
              aria-multiline="true"
              aria-readonly="true"
              aria-label={messages.text(document.name)}
              lang={document.language}
              onCopy={onCopy}
            />
            {view ? <TurnNumbers view={view} read={document.readTurns} /> : null}
            {view ? <MemoMarks view={view} /> : null}
            {view ? <Handles view={view} names={names} selected={selectedCodings} me={me} onResize={onResize} /> : null}
          </div>
          {view ? (
            <Margin
              view={view}
              names={names}
              coders={coderNames}
              selected={selectedCodings}
              onSelect={onSelectCodings}
            />
          ) : null}
        </div>
      </div>
      {view ? <Announcer view={view} names={names} said={said} /> : null}
    </div>
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
