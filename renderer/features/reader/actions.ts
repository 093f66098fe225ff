/** What one can do in the text without a mouse: each an action on the mounted reader. */
import type { Messages } from '../../../contract/messages/en.ts'
import type { Span } from '../../../contract/span.ts'
import { codingAt, rowOf, spanAt } from './codingIndex.ts'
import type { ReaderView } from './readerView.ts'
import { type Direction, growBySentence, growByTurn, moveEnd } from './selecting.ts'
import { turnAt } from './turns.ts'
import { codingBeside, nextUncodedTurn } from './walking.ts'

/** What an action works on. */
export interface ReaderDesk {
  readonly view: ReaderView
  readonly selectedCodings: readonly number[]
  /** The coder at the keyboard. */
  readonly me: number
  readonly readTurns: readonly number[]
  readonly selectCodings: (ids: readonly number[]) => void
  /** Spans that were asked for and have not come back yet: a second key press goes on from there. */
  readonly resizing: ReadonlyMap<number, Span>
  readonly resize: (id: number, span: Span) => void
  readonly markRead: (turn: number, read: boolean) => void
  readonly openFind: () => void
  /** Something to be told that cannot be seen. */
  readonly say: (sentence: (messages: Messages['reader']) => string) => void
}

export interface ReaderAction {
  /** Absent: always. */
  readonly when?: (desk: ReaderDesk) => boolean
  readonly run: (desk: ReaderDesk) => void
}

const grow =
  (step: typeof growBySentence, direction: Direction) =>
  ({ view }: ReaderDesk) => {
    const next = step(view.text, spanOf(view), direction)
    if (next) view.select(next, direction === 'backward')
  }

const walk = (direction: Direction) => (desk: ReaderDesk) => {
  const { view, selectedCodings } = desk
  const codings = view.codings()
  const id = selectedCodings.length === 1 ? (selectedCodings[0] ?? null) : null
  const row = codingBeside(codings, { id, offset: spanOf(view).start }, direction)
  if (row < 0) return
  const { id: found, start } = codingAt(codings, row)
  view.select({ start, end: start })
  desk.selectCodings([found])
}

/** The one coding of mine that stands out; nobody moves the ends of a colleague's. */
const own = ({ view, selectedCodings, me }: ReaderDesk) => {
  const row = selectedCodings.length === 1 ? rowOf(view.codings(), selectedCodings[0] as number) : -1
  return row >= 0 && view.codings().coderId[row] === me ? row : -1
}

const hasOwn = (desk: ReaderDesk) => own(desk) >= 0

const move = (end: 'start' | 'end', direction: Direction) => (desk: ReaderDesk) => {
  const codings = desk.view.codings()
  const row = own(desk)
  if (row < 0) return
  const id = codings.id[row] as number
  const next = moveEnd(desk.view.text, desk.resizing.get(id) ?? spanAt(codings, row), end, direction)
  if (!next) return
  desk.resize(id, next)
  desk.view.reveal(next[end])
}

/** The next of the codings at a place after those that are selected: the shortest, then outwards, then round again. */
export const nextCodingAt = (here: readonly number[], selected: readonly number[]): number | undefined =>
  here[(here.findLastIndex((id) => selected.includes(id)) + 1) % here.length]

const chooseHere = (desk: ReaderDesk) => {
  const found = nextCodingAt(desk.view.codingsAt(spanOf(desk.view).start), desk.selectedCodings)
  if (found !== undefined) desk.selectCodings([found])
}

const goToUncoded = ({ view, readTurns, me, say }: ReaderDesk) => {
  const turn = nextUncodedTurn(view.turns, view.codings(), {
    after: turnAt(view.turns, spanOf(view).start)?.number ?? 0,
    read: new Set(readTurns),
    coderId: me,
  })
  if (!turn) return say(({ allCoded }) => allCoded)
  const { start } = turn.spoken
  view.select({ start, end: start })
  view.jumpTo({ start, end: start })
}

const toggleRead = ({ view, readTurns, markRead, say }: ReaderDesk) => {
  const turn = turnAt(view.turns, spanOf(view).start)?.number
  if (turn === undefined) return
  const read = !readTurns.includes(turn)
  markRead(turn, read)
  say(({ markedRead, markedUnread }) => (read ? markedRead : markedUnread)(turn))
}

const clear = ({ view, selectedCodings, selectCodings }: ReaderDesk) => {
  if (selectedCodings.length > 0) return selectCodings([])
  const marks = view.marking.marks()
  if (marks && marks.anchor !== marks.focus) view.select({ start: marks.focus, end: marks.focus })
}

/** What is selected, or the caret, or the top of the view. */
const spanOf = (view: ReaderView) => {
  const selected = view.marking.selected()
  if (selected) return selected
  const place = view.marking.marks()?.focus ?? view.topInView()
  return { start: place, end: place }
}

export const readerActions = {
  sentence: { run: grow(growBySentence, 'forward') },
  sentenceBack: { run: grow(growBySentence, 'backward') },
  turn: { run: grow(growByTurn, 'forward') },
  turnBack: { run: grow(growByTurn, 'backward') },
  exact: {
    run: ({ view }) => {
      view.marking.exact = !view.marking.exact
    },
    when: ({ view }) => view.marking.selected() !== null,
  },
  nextCoding: { run: walk('forward') },
  previousCoding: { run: walk('backward') },
  codingHere: { run: chooseHere },
  nextUncoded: { run: goToUncoded },
  markRead: { run: toggleRead },
  endLater: { run: move('end', 'forward'), when: hasOwn },
  endEarlier: { run: move('end', 'backward'), when: hasOwn },
  startLater: { run: move('start', 'forward'), when: hasOwn },
  startEarlier: { run: move('start', 'backward'), when: hasOwn },
  find: { run: ({ openFind }) => openFind() },
  clear: { run: clear },
} as const satisfies Record<string, ReaderAction>
export type ReaderActionName = keyof typeof readerActions
