/** The margin: one button per coding in view, a stripe in its lane with a name beside it where there is room. */
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Coder } from '../../../contract/coders.ts'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { CodingCard } from './CodingCard.tsx'
import type { Frame, Stripe } from './frame.ts'
import { HeapList } from './HeapList.tsx'
import type { CodeName } from './names.ts'
import type { ReaderView } from './readerView.ts'
import { StripeButton } from './StripeButton.tsx'
import { turnAt } from './turns.ts'

export interface MarginProps {
  readonly view: ReaderView
  readonly names: ReadonlyMap<number, CodeName>
  readonly coders: ReadonlyMap<number, Coder>
  readonly selected: readonly number[]
  readonly onSelect: (ids: readonly number[]) => void
}

export const Margin = ({ view, names, coders, selected, onSelect }: MarginProps) => {
  const { reader: messages } = useMessages()
  const formats = useFormats()
  const frame = useSyncExternalStore((listener) => view.subscribe('frame', listener), view.frame)
  const [shown, setShown] = useState<number | null>(null)
  const [opened, setOpened] = useState<{ readonly place: DOMRect; readonly stripes: readonly Stripe[] } | null>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const focusWhenShown = useRef<number | null>(null)

  const pick = (id: number, more: boolean) => {
    setCurrent(id)
    if (!more) onSelect([id])
    else onSelect(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id])
  }

  const step = laneStep(frame.lanes)
  const labels = new Map(frame.placement.labels.map((label) => [label.id, label]))
  const tabbable = frame.stripes.some(({ id }) => id === current) ? current : (frame.stripes[0]?.id ?? null)
  const card = frame.stripes.find(({ id }) => id === shown)

  const describe = ({ codeId, coderId, span }: Stripe) => {
    const first = turnAt(view.turns, span.start)?.number ?? 1
    const last = turnAt(view.turns, span.end - 1)?.number ?? first
    return {
      path: messages.path(names.get(codeId)?.path ?? []),
      coder: coders.get(coderId)?.name ?? '',
      turns: messages.turns(first, last),
    }
  }

  useLayoutEffect(() => {
    if (focusWhenShown.current === null) return
    const button = list.current?.querySelector<HTMLElement>(`[data-coding="${focusWhenShown.current}"]`)
    focusWhenShown.current = null
    button?.focus({ preventScroll: true })
  })

  const goTo = (id: number) => {
    setCurrent(id)
    focusWhenShown.current = id
    const stripe = frame.stripes.find((each) => each.id === id)
    if (stripe) view.reveal(stripe.span.start)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const id = besideKey(event.key, frame, current ?? tabbable, view)
    if (id === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (id !== null) goTo(id)
  }

  /** Coming from elsewhere by Tab, one lands on what is in view, not on what was there before. */
  const onFocus = (event: FocusEvent) => {
    const id = Number((event.target as HTMLElement).dataset['coding'])
    if (!id) return
    const fromOutside = !event.currentTarget.contains(event.relatedTarget)
    const seen = frame.stripes.find(({ span }) => span.end > view.topInView())
    const landed = fromOutside && event.target.matches(':focus-visible') && current === null && seen ? seen.id : id
    setShown(landed)
    setCurrent(landed)
    if (landed !== id) focusWhenShown.current = landed
  }

  return (
    <div
      ref={list}
      className="reader-margin"
      role="toolbar"
      tabIndex={-1}
      aria-orientation="vertical"
      aria-label={messages.codingsInView}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => setShown(null)}
    >
      <div
        className="reader-margin-frame"
        style={frame.shift === 0 ? {} : { transform: `translateY(${frame.shift}px)` }}
      >
        {frame.stripes.map((stripe) => {
          const label = labels.get(stripe.id)
          const told = describe(stripe)
          return (
            <StripeButton
              key={stripe.id}
              id={stripe.id}
              path={told.path}
              turns={told.turns}
              coder={told.coder}
              createdAt={stripe.createdAt}
              left={LANES_AT + Math.min(stripe.lane, MOST_LANES) * step}
              top={stripe.top}
              height={stripe.bottom - stripe.top}
              color={names.get(stripe.codeId)?.color ?? 0}
              archived={names.get(stripe.codeId)?.archived ?? false}
              selected={selected.includes(stripe.id)}
              tabbable={stripe.id === tabbable}
              label={names.get(stripe.codeId)?.name ?? ''}
              initials={coders.get(stripe.coderId)?.initials ?? ''}
              labelTop={label && labelLeft(label.lanes, step) <= MOST_LEFT ? label.top - stripe.top : null}
              labelLeft={label ? labelLeft(label.lanes, step) : 0}
              onPick={pick}
              onHover={setShown}
            />
          )
        })}
        {frame.placement.heaps
          .filter(({ lanes }) => labelLeft(lanes, step) <= MOST_LEFT)
          .map((heap) => (
            <button
              key={heap.ids[0]}
              type="button"
              className="stripe-heap"
              aria-label={messages.moreHere(heap.ids.length)}
              aria-haspopup="menu"
              tabIndex={-1}
              style={{ marginBlockStart: heap.top, marginInlineStart: labelLeft(heap.lanes, step) }}
              onClick={({ currentTarget }) =>
                setOpened({
                  place: currentTarget.getBoundingClientRect(),
                  stripes: frame.stripes.filter(({ id }) => heap.ids.includes(id)),
                })
              }
            >
              {messages.more(heap.ids.length)}
            </button>
          ))}
        {card ? (
          <CodingCard
            top={card.top}
            color={names.get(card.codeId)?.color ?? 0}
            {...describe(card)}
            date={formats.date(card.createdAt)}
          />
        ) : null}
      </div>
      {opened ? (
        <HeapList
          name={messages.moreHere(opened.stripes.length)}
          place={opened.place}
          items={opened.stripes.map((stripe) => ({
            id: stripe.id,
            color: names.get(stripe.codeId)?.color ?? 0,
            ...describe(stripe),
          }))}
          onSelect={(id) => onSelect([id])}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  )
}

/** Pixels before the first lane. */
const LANES_AT = 9
/** Lanes beyond are drawn over the last one. */
const MOST_LANES = 30
const FEWEST_PIXELS = 5
/** A name that could not reach this far to the right is not shown. */
const MOST_LEFT = 104

/** How far lanes stand apart: nearer where the document is coded deeply. */
const laneStep = (lanes: number) => (lanes <= 6 ? 8 : lanes <= 10 ? 6 : FEWEST_PIXELS)

const labelLeft = (lanes: number, step: number) => LANES_AT + Math.max(2, lanes) * step + 5

/** The coding that an arrow key leads to; null when there is none, undefined when the key does not lead anywhere. */
const besideKey = (key: string, frame: Frame, from: number | null, view: ReaderView): number | null | undefined => {
  const at = frame.stripes.findIndex(({ id }) => id === from)
  if (key === 'ArrowDown') return frame.stripes[at + 1]?.id ?? null
  if (key === 'ArrowUp') return frame.stripes[at - 1]?.id ?? null
  const top = view.topInView()
  if (key === 'Home') return frame.stripes.find(({ span }) => span.end > top)?.id ?? null
  if (key === 'End') return frame.stripes.at(-1)?.id ?? null
  return undefined
}
