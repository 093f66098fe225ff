/** Gives many excerpts of a code another code at once. */
import { useState } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useCommandContext } from '../../lib/command-context.ts'
import { Button, Checkbox } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tellUndoable } from '../coding/acts.ts'
import type { PathedCode } from '../coding/code-matching.ts'
import { CodeSearch } from '../coding/CodeSearch.tsx'
import { coding, usable, useCoding } from '../coding/coding-state.ts'
import { attempt, codesOf } from './acts.ts'
import { ExcerptText } from './ExcerptText.tsx'
import { useExcerpts } from './useExcerpts.ts'

interface RecodeDialogProps {
  readonly codeId: number
  readonly onClose: () => void
}
export const RecodeDialog = ({ codeId, onClose }: RecodeDialogProps) => {
  const context = useCommandContext()
  const { recode, excerpts: messages } = context.messages.codebook
  const excerpts = useExcerpts(codeId, 0)
  const { codes, recent } = useCoding()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isChoosing, setChoosing] = useState(false)
  const [code] = codesOf([codeId])
  const all = excerpts ?? []

  const give = async (target: PathedCode) => {
    onClose()
    await context.client.codings.recode({ ids: [...chosen], codeId: target.id })
    coding.used(target.id)
    await tellUndoable(context, recode.done(chosen.size, target.name))
  }
  const title = recode.title(code?.name ?? '')
  if (isChoosing)
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{recode.to}</p>
        <CodeSearch
          label={recode.to}
          placeholder={context.messages.coding.picker.placeholder}
          codes={usable(codes).filter(({ id }) => id !== codeId)}
          recent={recent}
          onChoose={(target) => void attempt(context, () => give(target))}
          onCancel={() => {
            setChoosing(false)
          }}
        />
      </Dialog>
    )
  return (
    <Dialog title={title} size="wide" onClose={onClose}>
      <p className="soft">{recode.hint}</p>
      {excerpts === null ? <p>{messages.loading}</p> : null}
      {all.length > 0 ? (
        <Checkbox
          isSelected={chosen.size === all.length}
          isIndeterminate={chosen.size > 0 && chosen.size < all.length}
          onChange={(isOn) => {
            setChosen(new Set(isOn ? all.map(({ codingId }) => codingId) : []))
          }}
        >
          {recode.all(all.length)}
        </Checkbox>
      ) : null}
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 80 }}>
        <GridList
          className="excerpt-list"
          aria-label={title}
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            setChosen(new Set(keys === 'all' ? all.map(({ codingId }) => codingId) : [...keys].map(Number)))
          }}
          items={all.map((excerpt) => ({ id: excerpt.codingId, excerpt }))}
          renderEmptyState={() => (excerpts === null ? null : <p className="soft">{messages.none}</p>)}
        >
          {({ id, excerpt }) => (
            <GridListItem id={id} textValue={excerpt.text} className="excerpt-item">
              <Checkbox slot="selection" aria-label={excerpt.text}>
                {''}
              </Checkbox>
              <ExcerptText excerpt={excerpt} color={code?.color ?? 0} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
      <div className="actions">
        <Button onPress={onClose}>{context.messages.app.cancel}</Button>
        <Button
          kind="primary"
          isDisabled={chosen.size === 0}
          onPress={() => {
            setChoosing(true)
          }}
        >
          {recode.action(chosen.size)}
        </Button>
      </div>
    </Dialog>
  )
}
