/** One excerpt: its words and where they are from, and what can be done with it there. */
import { useState, type KeyboardEvent } from 'react'
import type { Excerpt } from '../../../contract/queries.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button, Tooltip } from '../../ui/controls.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { tellFailure } from '../../ui/toasts.tsx'
import { uncode } from '../coding/acts.ts'
import { coding, useCoding } from '../coding/coding-state.ts'
import type { Selection } from './ExcerptList.tsx'

/** How much of the text around an excerpt is shown, step by step, in characters. */
const CONTEXTS = [0, 300, 1200, 4000] as const

export const ExcerptItem = ({
  excerpt,
  selection,
  index,
  total,
  isCurrent,
  heading,
  onFocus,
  onStep,
}: {
  readonly excerpt: Excerpt
  readonly selection: Selection
  /** Place in the list. */
  readonly index: number
  readonly total: number
  readonly isCurrent: boolean
  /** The respondent, where a group begins; null where it goes on. */
  readonly heading: string | null
  readonly onFocus: () => void
  /** A key that is not one of the excerpt's own. */
  readonly onStep: (event: KeyboardEvent) => void
}) => {
  const { excerpts } = useMessages()
  const [step, setStep] = useState(0)
  const context = CONTEXTS[step] ?? 0
  const wide = useLive('queries.excerpts', { ...selection, offset: index, limit: 1, context }, { enabled: context > 0 })
  const around = wide.data?.rows.find(({ codingId }) => codingId === excerpt.codingId)
  const code = useCoding((state) => state.codes).find(({ id }) => id === excerpt.codeId)
  const acts = useActs(excerpt)
  const widen = () => {
    setStep((step + 1) % CONTEXTS.length)
  }
  const keys: Record<string, () => void> = {
    w: widen,
    r: acts.recode,
    m: acts.memo,
    Delete: acts.remove,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      act()
    } else onStep(event)
  }
  return (
    <article
      className="passage-article"
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-label={excerpt.text.slice(0, 120)}
    >
      {heading === null ? null : <h3 className="passage-group">{heading === '' ? excerpts.nobody : heading}</h3>}
      <div className="passage" data-color={code?.color}>
        <p className="passage-words">
          {around?.before ? <span className="passage-around">{around.before}</span> : null}
          <span className={context > 0 ? 'passage-quote' : ''}>{excerpt.text}</span>
          {around?.after ? <span className="passage-around">{around.after}</span> : null}
        </p>
        <div className="passage-foot">
          <button
            type="button"
            className="passage-origin"
            tabIndex={isCurrent ? 0 : -1}
            title={excerpts.open}
            onClick={acts.open}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
          >
            <Origin
              excerpt={excerpt}
              codeName={code?.name ?? ''}
              isOne={selection.codeIds.length === 1 && !selection.rollup}
            />
          </button>
          <Acts acts={acts} onWiden={widen} isWidest={step === CONTEXTS.length - 1} />
        </div>
      </div>
    </article>
  )
}

type ActsOf = ReturnType<typeof useActs>

const Acts = ({
  acts,
  onWiden,
  isWidest,
}: {
  readonly acts: ActsOf
  readonly onWiden: () => void
  readonly isWidest: boolean
}) => {
  const { excerpts } = useMessages()
  return (
    <div className="passage-acts">
      <Tooltip text={excerpts.open} keys="Enter">
        <Button kind="quiet" aria-label={excerpts.open} onPress={acts.open}>
          <svg viewBox="0 0 16 16" aria-hidden="true" fill="none">
            <path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </Button>
      </Tooltip>
      <Tooltip text={isWidest ? excerpts.narrower : excerpts.wider} keys="W">
        <Button kind="quiet" aria-label={isWidest ? excerpts.narrower : excerpts.wider} onPress={onWiden}>
          <svg viewBox="0 0 16 16" aria-hidden="true" fill="none">
            <path
              d="M8 2v4M8 14v-4M5.5 4.5 8 2l2.5 2.5M5.5 11.5 8 14l2.5-2.5"
              stroke="currentColor"
              strokeWidth="1.4"
            />
          </svg>
        </Button>
      </Tooltip>
      <MenuButton
        label={excerpts.actions}
        groups={[
          {
            id: 'acts',
            entries: [
              { id: 'recode', label: excerpts.recode, keys: 'R', run: acts.recode },
              { id: 'memo', label: excerpts.memo, keys: 'M', run: acts.memo },
              { id: 'remove', label: excerpts.remove, keys: 'Delete', isDangerous: true, run: acts.remove },
            ],
          },
        ]}
      >
        <Button kind="quiet" aria-label={excerpts.actions}>
          <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
            <circle cx="3" cy="8" r="1.4" />
            <circle cx="8" cy="8" r="1.4" />
            <circle cx="13" cy="8" r="1.4" />
          </svg>
        </Button>
      </MenuButton>
    </div>
  )
}

const useActs = ({ codingId, documentId, start, end }: Excerpt) => {
  const context = useCommandContext()
  return {
    open: () => {
      workspace.openDocument(documentId, { start, end })
    },
    recode: () => {
      coding.recode([codingId])
      workspace.openPicker()
    },
    memo: () => {
      workspace.openMemo({ kind: 'coding', codingId })
    },
    remove: () => {
      uncode(context, [codingId]).catch((error: unknown) => {
        tellFailure(explain(failureOf(error), context.messages))
      })
    },
  }
}

const Origin = ({
  excerpt: { documentName, turn, coderId, memos },
  codeName,
  isOne,
}: {
  readonly excerpt: Excerpt
  readonly codeName: string
  /** All excerpts are of one code, which need not be said again. */
  readonly isOne: boolean
}) => {
  const { excerpts } = useMessages()
  const coder = useLive('coders.list', {}).data?.find(({ id }) => id === coderId)
  const parts = [isOne ? '' : codeName, documentName, excerpts.turn(turn), coder?.initials ?? '']
  return (
    <>
      {parts.filter((part) => part !== '').join(' · ')}
      {memos > 0 ? <span className="passage-memos"> {excerpts.memos(memos)}</span> : null}
    </>
  )
}
