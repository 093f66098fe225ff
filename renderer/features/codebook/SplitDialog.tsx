/** Splits a code by walking its excerpts: a number key gives the shown one its code, and the next follows. */
import { useEffect, useState } from 'react'
import type { Excerpt } from '../../../contract/queries.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { Button, Kbd, Progress } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { PathedCode } from '../coding/code-matching.ts'
import { usable, useCoding } from '../coding/coding-state.ts'
import { attempt, codesOf } from './acts.ts'
import { ExcerptText } from './ExcerptText.tsx'
import { SplitTargets } from './SplitTargets.tsx'
import { useExcerpts } from './useExcerpts.ts'

const AROUND = 600
const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

interface SplitDialogProps {
  readonly codeId: number
  readonly onClose: () => void
}
export const SplitDialog = ({ codeId, onClose }: SplitDialogProps) => {
  const { messages } = useCommandContext()
  const { split, excerpts: texts } = messages.codebook
  const excerpts = useExcerpts(codeId, AROUND)
  const [code] = codesOf([codeId])
  return (
    <Dialog title={split.title(code?.name ?? '')} size="full" onClose={onClose}>
      {excerpts === null ? <p>{texts.loading}</p> : null}
      {excerpts?.length === 0 ? <p>{texts.none}</p> : null}
      {excerpts && excerpts.length > 0 && code ? <Walk code={code} excerpts={excerpts} onClose={onClose} /> : null}
    </Dialog>
  )
}

interface WalkProps {
  readonly code: PathedCode
  readonly excerpts: readonly Excerpt[]
  readonly onClose: () => void
}
const Walk = ({ code, excerpts, onClose }: WalkProps) => {
  const context = useCommandContext()
  const { split } = context.messages.codebook
  const { codes } = useCoding()
  const [place, setPlace] = useState(0)
  /** Code ids by slot. The code's subcodes come first: that is what a code is mostly split into. */
  const [targets, setTargets] = useState<readonly (number | null)[]>(() => {
    const below = usable(codes).filter(({ parentId }) => parentId === code.id)
    return SLOTS.map((_, index) => below[index]?.id ?? null)
  })
  /** What was given, in order; the last one to an excerpt is in force. */
  const [steps, setSteps] = useState<readonly { readonly codingId: number; readonly codeId: number }[]>([])
  const given = new Map(steps.map(({ codingId, codeId }) => [codingId, codeId]))
  const excerpt = excerpts[place]

  const go = (to: number) => {
    setPlace(Math.max(0, Math.min(excerpts.length, to)))
  }
  const give = (slot: number) => {
    const target = targets[slot - 1]
    if (!excerpt || target === null || target === undefined) return
    go(place + 1)
    if (given.get(excerpt.codingId) === target) return
    void attempt(context, async () => {
      await context.client.codings.recode({ ids: [excerpt.codingId], codeId: target })
      setSteps((before) => [...before, { codingId: excerpt.codingId, codeId: target }])
    })
  }
  const undo = () => {
    const last = steps.at(-1)
    if (!last) return
    void attempt(context, async () => {
      await context.client.history.undo({})
      setSteps((before) => before.slice(0, -1))
      go(excerpts.findIndex(({ codingId }) => codingId === last.codingId))
    })
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key } = event
      if (event.target instanceof HTMLInputElement) return
      if (/^[1-9]$/u.test(key)) give(Number(key))
      else if (key === 'ArrowRight' || key === '0') go(place + 1)
      else if (key === 'ArrowLeft' || key === 'Backspace') go(place - 1)
      else if (key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) undo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  })
  const nameOf = (id: number | undefined) => codes.find((each) => each.id === id)
  const now = excerpt ? nameOf(given.get(excerpt.codingId)) : undefined

  return (
    <div className="split">
      <p className="soft">{split.hint}</p>
      <div className="split-progress">
        <Progress label={split.progressLabel} value={place} total={excerpts.length} />
        <span>{split.progress(place, excerpts.length)}</span>
      </div>
      <div className="split-body">
        <div className="split-desk" aria-live="polite">
          {excerpt ? (
            <>
              <ExcerptText excerpt={excerpt} color={now?.color ?? code.color} />
              {now ? <p className="split-now">{split.was(now.name)}</p> : null}
            </>
          ) : (
            <p className="split-finished">{split.finished(given.size, excerpts.length)}</p>
          )}
        </div>
        <SplitTargets
          exclude={code.id}
          targets={targets}
          onTarget={(slot, id) => {
            setTargets(targets.with(slot - 1, id))
          }}
          onGive={give}
        />
      </div>
      <div className="actions">
        <Button
          isDisabled={place === 0}
          onPress={() => {
            go(place - 1)
          }}
        >
          {split.back} <Kbd keys="ArrowLeft" />
        </Button>
        <Button isDisabled={given.size === 0} onPress={undo}>
          {split.undo} <Kbd keys="Mod+Z" />
        </Button>
        {excerpt ? (
          <Button
            onPress={() => {
              go(place + 1)
            }}
          >
            {split.keep} <Kbd keys="ArrowRight" />
          </Button>
        ) : (
          <Button
            onPress={() => {
              go(0)
            }}
          >
            {split.again}
          </Button>
        )}
        <Button kind="primary" onPress={onClose}>
          {split.close}
        </Button>
      </div>
    </div>
  )
}
