/** What can be changed for several codes at once. */
import { useCommandContext } from '../../lib/command-context.ts'
import { useCommand } from '../../lib/live.tsx'
import { Button } from '../../ui/controls.tsx'
import type { PathedCode } from '../coding/code-matching.ts'
import { codeMenu } from './code-menu.ts'
import { ColorChoice } from './ColorChoice.tsx'

export const SeveralCodes = ({ codes }: { readonly codes: readonly PathedCode[] }) => {
  const context = useCommandContext()
  const { several, card } = context.messages.codebook
  const recolor = useCommand('codes.recolor')
  const ids = codes.map(({ id }) => id)
  const colors = new Set(codes.map(({ color }) => color))
  return (
    <article className="code-card" aria-label={several.title(codes.length)}>
      <header className="code-card-head">
        <h2>{several.title(codes.length)}</h2>
        <p className="soft">{several.hint}</p>
      </header>
      <ul className="several-names">
        {codes.map(({ id, name, color }) => (
          <li key={id}>
            <span className="dot" data-color={color} /> {name}
          </li>
        ))}
      </ul>
      <section>
        <h3>{card.color}</h3>
        <ColorChoice
          value={colors.size === 1 ? ([...colors][0] ?? null) : null}
          onChange={(color) => {
            recolor.mutate({ ids, color })
          }}
        />
      </section>
      <div className="several-actions">
        {codeMenu(context, ids)
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <Button key={entry.id} kind={entry.isDangerous ? 'danger' : 'normal'} onPress={entry.run}>
              {entry.label}
            </Button>
          ))}
      </div>
    </article>
  )
}
