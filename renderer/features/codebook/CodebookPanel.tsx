/** The codebook in the left panel: its tree with live counts, and the rule of the code that is looked at. */
import { useCommandContext } from '../../lib/command-context.ts'
import { workspace } from '../../lib/workspace.ts'
import { Button, Tooltip } from '../../ui/controls.tsx'
import { applyCode } from '../coding/acts.ts'
import { useCoding } from '../coding/coding-state.ts'
import { RuleCard } from '../coding/RuleCard.tsx'
import { attempt, codesOf, showExcerpts } from './acts.ts'
import { codebook } from './codebook-state.ts'
import { CodebookDialogs } from './CodebookDialogs.tsx'
import { CodeTree } from './CodeTree.tsx'
import { CountMenu } from './CountMenu.tsx'

export const CodebookPanel = () => {
  const context = useCommandContext()
  const { codebook: messages } = context.messages
  const isClosed = useCoding((state) => state.isClosed)
  /** With words selected a code is given to them; else its excerpts are shown. */
  const open = (codeId: number) => {
    const [code] = codesOf([codeId])
    const { selection, reader } = workspace.get()
    if (code && selection && reader && code.codable && !code.archived)
      void attempt(context, () => applyCode(context, code, selection))
    else showExcerpts(context, [codeId])
  }
  return (
    <section className="codebook-panel" aria-label={messages.title}>
      <div className="panel-heading codebook-heading">
        <h2>{messages.title}</h2>
        <Tooltip text={messages.commands.create} keys="Alt+N">
          <Button
            kind="quiet"
            aria-label={messages.commands.create}
            isDisabled={isClosed}
            onPress={() => {
              codebook.name({ kind: 'create', parentId: null })
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M8 3v10M3 8h10" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </Button>
        </Tooltip>
      </div>
      <div className="codebook-counted">
        <CountMenu />
      </div>
      <CodeTree onOpen={open} />
      <RuleCard />
      <CodebookDialogs />
    </section>
  )
}
