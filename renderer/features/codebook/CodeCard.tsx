/** The card of one code: its rule, its anchor examples, how it looks and is used, what was noted and done. */
import type { Code } from '../../../contract/codes.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { useDraft } from '../../lib/draft.ts'
import { useCommand } from '../../lib/live.tsx'
import { Button, Checkbox, Select, TextField } from '../../ui/controls.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import type { PathedCode } from '../coding/code-matching.ts'
import { attempt, showExcerpts } from './acts.ts'
import { CodeHistory, CodeMemos, CodeUse } from './CodeCardLists.tsx'
import { codeMenu } from './code-menu.ts'
import { codebook } from './codebook-state.ts'
import { ColorChoice } from './ColorChoice.tsx'

const PINS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export const CodeCard = ({ code }: { readonly code: PathedCode }) => {
  const context = useCommandContext()
  const { card, commands } = context.messages.codebook
  const archive = useCommand('codes.archive')
  const update = useCommand('codes.update')
  const pin = useCommand('codes.pin')
  return (
    <article className="code-card" aria-label={code.name}>
      <header className="code-card-head">
        {code.path.length > 0 ? <p className="soft">{code.path.join(' › ')}</p> : null}
        <div className="code-card-title">
          <span className="dot" data-color={code.color} />
          <h2>
            <CodeName code={code} />
          </h2>
          <Button
            onPress={() => {
              showExcerpts(context, [code.id])
            }}
          >
            {card.excerpts}
          </Button>
          <MenuButton label={card.actions} groups={codeMenu(context, [code.id])}>
            <Button aria-label={card.actions}>
              <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
                <circle cx="3" cy="8" r="1.4" />
                <circle cx="8" cy="8" r="1.4" />
                <circle cx="13" cy="8" r="1.4" />
              </svg>
            </Button>
          </MenuButton>
        </div>
        {code.archived ? (
          <p className="code-card-archived">
            {card.isArchived}
            <Button
              onPress={() => {
                archive.mutate({ ids: [code.id], archived: false })
              }}
            >
              {commands.restore}
            </Button>
          </p>
        ) : null}
      </header>
      <div className="code-card-body">
        <div className="code-card-rule">
          <RuleField
            code={code}
            field="definition"
            label={card.definition}
            placeholder={card.definitionHint}
            rows={3}
          />
          <RuleField code={code} field="useWhen" label={card.useWhen} placeholder={card.useHint} rows={3} />
          <RuleField code={code} field="notWhen" label={card.notWhen} placeholder={card.notHint} rows={3} />
          <Anchors code={code} />
        </div>
        <div className="code-card-side">
          <section>
            <h3>{card.color}</h3>
            <ColorChoice
              value={code.color}
              onChange={(color) => {
                update.mutate({ id: code.id, color })
              }}
            />
          </section>
          <Select
            label={card.pin}
            isDisabled={!code.codable || code.archived}
            choices={[{ id: 'none', name: card.noPin }, ...PINS.map((id) => ({ id, name: id }))]}
            value={code.pin === null ? 'none' : String(code.pin)}
            onChange={(value) => {
              pin.mutate({ id: code.id, pin: value === 'none' ? null : Number(value) })
            }}
          />
          <Checkbox
            isSelected={!code.codable}
            onChange={(isCategory) => {
              update.mutate({ id: code.id, codable: !isCategory })
            }}
          >
            {card.isCategory}
          </Checkbox>
          <CodeUse codeId={code.id} />
          <CodeMemos codeId={code.id} />
          <CodeHistory code={code} />
        </div>
      </div>
    </article>
  )
}

const CodeName = ({ code }: { readonly code: Code }) => {
  const { codebook: messages } = useCommandContext().messages
  const update = useCommand('codes.update')
  return (
    <input
      key={code.name}
      className="code-card-name"
      aria-label={messages.card.name}
      defaultValue={code.name}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.currentTarget.value = code.name
        event.currentTarget.blur()
      }}
      onBlur={(event) => {
        const box = event.currentTarget
        const name = box.value.trim()
        const goBack = () => {
          box.value = code.name
        }
        if (name === '') goBack()
        else if (name !== code.name) update.mutate({ id: code.id, name }, { onError: goBack })
      }}
    />
  )
}

interface RuleFieldProps {
  readonly code: Code
  readonly field: 'definition' | 'useWhen' | 'notWhen'
  readonly label: string
  readonly placeholder: string
  readonly rows: number
}
const RuleField = ({ code, field, label, placeholder, rows }: RuleFieldProps) => {
  const context = useCommandContext()
  const { text, change, flush } = useDraft(code[field], (value) =>
    attempt(context, () => context.client.codes.update({ id: code.id, [field]: value })),
  )
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      rows={rows}
      value={text}
      onChange={change}
      onBlur={() => void flush()}
    />
  )
}

const Anchors = ({ code }: { readonly code: Code }) => {
  const { card } = useCommandContext().messages.codebook
  const remove = useCommand('codes.removeAnchor')
  return (
    <section className="anchors">
      <h3>{card.anchors}</h3>
      {code.anchors.length === 0 ? <p className="soft">{card.noAnchors}</p> : null}
      <ul>
        {code.anchors.map(({ id, text }) => (
          <li key={id} className="excerpt" data-color={code.color}>
            <p>{text}</p>
            <Button
              kind="quiet"
              onPress={() => {
                remove.mutate({ id })
              }}
            >
              {card.removeAnchor}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        onPress={() => {
          codebook.open('anchors', [code.id])
        }}
      >
        {card.pickAnchor}
      </Button>
    </section>
  )
}
