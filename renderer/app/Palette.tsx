/** One box that finds commands, codes, documents and respondents. */
import { useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, ListBoxSection, Header, SearchField } from 'react-aria-components'
import { useCommandContext } from '../lib/command-context.ts'
import { useLive } from '../lib/live.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/controls.tsx'
import { workspace } from '../lib/workspace.ts'
import { runCommand } from './CommandKeys.tsx'
import { commands, isAvailable } from './commands.ts'

const MOST_PER_GROUP = 8
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const context = useCommandContext()
  const { messages, next } = context
  const { palette } = messages.app
  const [text, setText] = useState('')
  const codes = useLive('codes.list', {}).data ?? []
  const documents = useLive('documents.list', {}).data ?? []
  const respondents = useLive('respondents.list', {}).data ?? []
  const entries = (items: readonly { key: string; name: string; keys?: string; run: () => void }[]) =>
    items.filter(({ name }) => plain(name).includes(plain(text.trim()))).slice(0, MOST_PER_GROUP)

  const groups = [
    {
      title: palette.commands,
      entries: entries(
        commands
          .filter((command) => command.id !== 'app.palette' && isAvailable(command, context))
          .map((command) => ({
            key: command.id,
            name: command.title(messages, next),
            ...(command.keys?.[0] ? { keys: command.keys[0] } : {}),
            run: () => void runCommand(command, context),
          })),
      ),
    },
    {
      title: palette.codes,
      entries: entries(
        codes.map(({ id, name }) => ({
          key: `code ${id}`,
          name,
          run: () => {
            workspace.set({ room: 'codebook', codeIds: [id] })
          },
        })),
      ),
    },
    {
      title: palette.documents,
      entries: entries(
        documents.map(({ id, name }) => ({
          key: `document ${id}`,
          name,
          run: () => {
            workspace.openDocument(id)
          },
        })),
      ),
    },
    {
      title: palette.respondents,
      entries: entries(
        respondents.map(({ id, name }) => ({
          key: `respondent ${id}`,
          name,
          run: () => {
            workspace.openRespondent(id)
          },
        })),
      ),
    },
  ].filter((group) => group.entries.length > 0)

  return (
    <Dialog title={palette.title} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={palette.title} autoFocus>
          <Input className="input" placeholder={messages.app.search} />
        </SearchField>
        <ListBox
          className="menu palette-list"
          aria-label={palette.title}
          selectionMode="none"
          renderEmptyState={() => <p className="palette-nothing">{palette.nothing}</p>}
          onAction={(key) => {
            onClose()
            groups
              .flatMap((group) => group.entries)
              .find((entry) => entry.key === key)
              ?.run()
          }}
        >
          {groups.map((group) => (
            <ListBoxSection key={group.title} id={group.title}>
              <Header className="menu-header">{group.title}</Header>
              {group.entries.map(({ key, name, keys }) => (
                <ListBoxItem key={key} id={key} textValue={name} className="menu-item">
                  {name}
                  {keys ? <Kbd keys={keys} /> : null}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
