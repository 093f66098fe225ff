/** A list of excerpts of any length, grouped by respondent: pages come when they are in view, and only those are renewed. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Excerpt } from '../../../contract/queries.ts'
import { useLive, useLiveMany } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { useInView } from '../../lib/rows-in-view.ts'
import type { useWorkspace } from '../../lib/workspace.ts'
import { Empty } from '../../ui/controls.tsx'
import { ExcerptItem } from './ExcerptItem.tsx'
import './excerpts.css'

export type Selection = NonNullable<ReturnType<(typeof useWorkspace)['getState']>['excerpts']>
const PAGE = 50
const ESTIMATE = 96

export const ExcerptList = ({ selection, label }: { readonly selection: Selection; readonly label: string }) => {
  const { excerpts } = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const first = useLive('queries.excerpts', { ...selection, offset: 0, limit: PAGE }, { keepPrevious: true }).data
  const total = first?.total ?? 0
  const rows = useInView({ box, count: total, size: ESTIMATE, extra: 4 })
  const pages = [...new Set(rows.items.map(({ index }) => Math.floor(index / PAGE)))].filter((page) => page > 0)
  const further = useLiveMany(
    'queries.excerpts',
    pages.map((page) => ({ ...selection, offset: page * PAGE, limit: PAGE })),
  )
  const excerptAt = (index: number): Excerpt | undefined => {
    const page = Math.floor(index / PAGE)
    const found = page === 0 ? first : further[pages.indexOf(page)]
    return found?.rows[index % PAGE]
  }
  const steps = useSteps(box, total, rows.show)
  if (first && total === 0) return <Empty title={excerpts.none.title} text={excerpts.none.text} />
  return (
    <div className="excerpts-box" ref={box}>
      <div
        role="feed"
        aria-label={label}
        aria-busy={first === undefined}
        aria-describedby={`${id}-help`}
        className="excerpts-feed"
        style={{ blockSize: rows.size }}
      >
        {rows.items.map(({ index, key, start }) => {
          const excerpt = excerptAt(index)
          const group = excerpt && groupOf(excerpt)
          const before = excerptAt(index - 1)
          return (
            <div
              key={key}
              ref={rows.measure}
              data-index={index}
              className="excerpt-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              {excerpt ? (
                <ExcerptItem
                  key={excerpt.codingId}
                  excerpt={excerpt}
                  selection={selection}
                  index={index}
                  total={total}
                  isCurrent={steps.at === index}
                  heading={before && groupOf(before) === group ? null : (group ?? null)}
                  onFocus={() => {
                    steps.meet(index)
                  }}
                  onStep={steps.onKeyDown}
                />
              ) : (
                <p className="excerpt-waiting">{excerpts.loading}</p>
              )}
            </div>
          )
        })}
      </div>
      <p id={`${id}-help`} className="visually-hidden">
        {excerpts.help}
      </p>
    </div>
  )
}

/** Empty: nobody. */
const groupOf = ({ respondents }: Excerpt): string => respondents[0]?.name ?? ''

/** Up, down, Home and End move from excerpt to excerpt. */
const useSteps = (box: { readonly current: HTMLElement | null }, total: number, show: (index: number) => void) => {
  const [asked, setAsked] = useState(0)
  const at = Math.min(asked, Math.max(0, total - 1))
  const isMoving = useRef(false)
  useEffect(() => {
    if (!isMoving.current) return
    const target = box.current?.querySelector<HTMLElement>(`[data-index="${at}"] .passage-origin`)
    if (!target) return
    isMoving.current = false
    target.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: total - 1 }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, to))
    isMoving.current = true
    setAsked(next)
    show(next)
  }
  return { at, meet: setAsked, onKeyDown }
}
