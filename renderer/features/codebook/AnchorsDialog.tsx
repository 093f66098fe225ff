/** Picks anchor examples of a code from its excerpts. */
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useCommand } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { codesOf } from './acts.ts'
import { ExcerptText } from './ExcerptText.tsx'
import { useExcerpts } from './useExcerpts.ts'

interface AnchorsDialogProps {
  readonly codeId: number
  readonly onClose: () => void
}
export const AnchorsDialog = ({ codeId, onClose }: AnchorsDialogProps) => {
  const { codebook } = useMessages()
  const excerpts = useExcerpts(codeId, 0)
  const add = useCommand('codes.addAnchor')
  const [code] = codesOf([codeId])
  const picked = new Set(code?.anchors.map(({ codingId }) => codingId))
  const choices = excerpts?.filter(({ codingId }) => !picked.has(codingId)) ?? []
  const title = codebook.anchors.title(code?.name ?? '')
  return (
    <Dialog title={title} size="wide" onClose={onClose}>
      <p className="soft">{codebook.anchors.hint}</p>
      {excerpts === null ? <p>{codebook.excerpts.loading}</p> : null}
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 80 }}>
        <GridList
          className="excerpt-list"
          aria-label={title}
          items={choices.map((excerpt) => ({ id: excerpt.codingId, excerpt }))}
          onAction={(key) => {
            add.mutate({ codeId, codingId: Number(key) })
            onClose()
          }}
          renderEmptyState={() => (excerpts === null ? null : <p className="soft">{codebook.excerpts.none}</p>)}
        >
          {({ id, excerpt }) => (
            <GridListItem id={id} textValue={excerpt.text} className="excerpt-item">
              <ExcerptText excerpt={excerpt} color={code?.color ?? 0} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </Dialog>
  )
}
