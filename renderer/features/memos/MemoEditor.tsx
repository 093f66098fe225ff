/** A memo that is being written: saved while it is typed; Esc leads back to the text. */
import { useRef, useState } from 'react'
import { TextArea } from 'react-aria-components'
import type { Memo, MemoTarget } from '../../../contract/memos.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { useDraft } from '../../lib/draft.ts'
import { failureOf } from '../../lib/explain.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { attempt } from '../codebook/acts.ts'
import { tellUndoable } from '../coding/acts.ts'

interface BoxProps {
  readonly stored: string
  readonly label: string
  readonly autoFocus?: boolean
  /** Tells its own failures; answers whether it worked. */
  readonly save: (body: string) => Promise<boolean>
  readonly rows: number
}
const Box = ({ stored, label, autoFocus = false, save, rows }: BoxProps) => {
  const { panel } = useCommandContext().messages.memos
  const { text, change, flush, isSaved } = useDraft(stored, save)
  return (
    <div className="memo-box">
      <TextArea
        className="input memo-text"
        aria-label={label}
        placeholder={panel.placeholder}
        rows={rows}
        ref={autoFocus ? focusNow : null}
        value={text}
        onChange={(event) => {
          change(event.target.value)
        }}
        onBlur={() => void flush()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          void flush()
          if (text.trim() === '' && workspace.get().dock === 'memo') workspace.set({ dock: null, memoTarget: null })
          workspace.get().reader?.focus()
        }}
      />
      <small className="memo-state" aria-live="polite">
        {text === '' ? '' : isSaved ? panel.saved : panel.saving}
      </small>
    </div>
  )
}
const focusNow = (box: HTMLTextAreaElement | null) => {
  box?.focus({ preventScroll: true })
}

/** A memo that is there already. */
export const MemoEditor = ({ memo, rows = 3 }: { readonly memo: Memo; readonly rows?: number }) => {
  const context = useCommandContext()
  const { memos } = context.messages
  const remove = async () => {
    await context.client.memos.remove({ ids: [memo.id] })
    await tellUndoable(context, memos.removed)
  }
  return (
    <article className="memo" aria-label={memos.body}>
      <header>
        <Stamp memo={memo} />
        <Button kind="quiet" onPress={() => void attempt(context, remove)}>
          {memos.remove}
        </Button>
      </header>
      <Box
        stored={memo.body}
        label={memos.body}
        rows={rows}
        save={(body) => attempt(context, () => context.client.memos.update({ id: memo.id, body }))}
      />
    </article>
  )
}

/** When and by whom. */
export const Stamp = ({ memo: { createdAt, updatedAt, coderId } }: { readonly memo: Memo }) => {
  const { panel } = useCommandContext().messages.memos
  const formats = useFormats()
  const coder = useLive('coders.list', {}).data?.find(({ id }) => id === coderId)
  const isChanged = formats.dateTime(createdAt) !== formats.dateTime(updatedAt)
  return (
    <small className="memo-stamp">
      {panel.stamp(formats.dateTime(createdAt), coder?.name ?? '')}
      {isChanged ? ` · ${panel.changed(formats.dateTime(updatedAt))}` : ''}
    </small>
  )
}

interface NewMemoProps {
  readonly target: MemoTarget
  readonly memos: readonly Memo[]
  readonly onMade: (id: number) => void
  readonly autoFocus: boolean
}
/** A memo to be: it comes into being with its first letters. */
export const NewMemo = ({ target, memos: known, onMade, autoFocus }: NewMemoProps) => {
  const context = useCommandContext()
  const { client } = context
  const [id, setId] = useState<number | null>(null)
  // One save after the other: the second must know the number that the first one got.
  const saving = useRef<Promise<number | null>>(Promise.resolve(null))
  const write = async (made: number | null, body: string): Promise<number | null> => {
    if (made === null) return body.trim() === '' ? null : (await client.memos.create({ target, body })).id
    try {
      await client.memos.update({ id: made, body })
      return made
    } catch (error) {
      // It was taken away meanwhile, by Undo or a colleague: what is being written is kept as another one.
      if (failureOf(error).code === 'not-found') return write(null, body)
      throw error
    }
  }
  const save = (body: string) =>
    attempt(context, async () => {
      const before = saving.current.catch(() => null)
      saving.current = before.then((made) => write(made, body))
      const made = await saving.current
      if (made === null || made === id) return
      setId(made)
      onMade(made)
    })
  return (
    <Box
      stored={known.find((memo) => memo.id === id)?.body ?? ''}
      label={context.messages.memos.panel.write}
      autoFocus={autoFocus}
      rows={6}
      save={save}
    />
  )
}
