/** The codebook as a room: tree and code card. */
import { useCommandContext } from '../../lib/command-context.ts'
import { useCommand } from '../../lib/live.tsx'
import { useWorkspace } from '../../lib/workspace.ts'
import { Button, Checkbox, TextField, Tooltip } from '../../ui/controls.tsx'
import { useCoding } from '../coding/coding-state.ts'
import { showExcerpts } from './acts.ts'
import { CodebookDialogs } from './CodebookDialogs.tsx'
import { codebook, useCodebook } from './codebook-state.ts'
import { CodeCard } from './CodeCard.tsx'
import { CodeTree } from './CodeTree.tsx'
import { CountMenu } from './CountMenu.tsx'
import { SeveralCodes } from './SeveralCodes.tsx'

export const CodebookRoom = () => {
  const context = useCommandContext()
  const { codebook: messages } = context.messages
  const { codes, isClosed } = useCoding()
  const filter = useCodebook((state) => state.filter)
  const codeIds = useWorkspace((state) => state.codeIds)
  const setClosed = useCommand('codes.setClosed')
  const chosen = codes.filter(({ id }) => codeIds.includes(id))
  const [first] = chosen
  return (
    <div className="codebook-room">
      <h1 className="visually-hidden">{messages.title}</h1>
      <section className="codebook-side" aria-label={messages.title}>
        <div className="codebook-tools">
          <TextField
            label={messages.filter}
            hideLabel
            placeholder={messages.filter}
            value={filter}
            onChange={(text) => {
              codebook.set({ filter: text })
            }}
          />
          <Tooltip text={messages.commands.create} keys="Alt+N">
            <Button
              isDisabled={isClosed}
              onPress={() => {
                codebook.name({ kind: 'create', parentId: null })
              }}
            >
              {messages.commands.create}
            </Button>
          </Tooltip>
        </div>
        <div className="codebook-tools codebook-looks">
          <CountMenu />
        </div>
        <CodeTree
          onOpen={(codeId) => {
            showExcerpts(context, [codeId])
          }}
        />
        <footer className="codebook-closed">
          <Checkbox
            isSelected={isClosed}
            onChange={(closed) => {
              setClosed.mutate({ closed })
            }}
          >
            {messages.closed.switch}
          </Checkbox>
          <p className="soft">{messages.closed.hint}</p>
        </footer>
      </section>
      <section className="codebook-main">
        {chosen.length > 1 ? <SeveralCodes codes={chosen} /> : null}
        {chosen.length === 1 && first ? <CodeCard key={first.id} code={first} /> : null}
        {chosen.length === 0 ? <p className="codebook-nothing">{messages.card.nothing}</p> : null}
      </section>
      <CodebookDialogs />
    </div>
  )
}
