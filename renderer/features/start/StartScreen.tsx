/** What a window shows while no project is open. */
import { useState } from 'react'
import type { Recent } from '../../../contract/projects.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats, useLanguage, useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { chooseAndOpen } from './project-files.ts'
import { CopiesDialog } from './CopiesDialog.tsx'
import './start.css'

export const StartScreen = () => {
  const { start } = useMessages()
  const context = useCommandContext()
  const language = useLanguage()
  const recent = useLive('projects.recent', {}).data ?? []
  const openSample = useCommand('projects.openSample')
  const [copiesOf, setCopiesOf] = useState<Recent | null>(null)
  return (
    <main className="start">
      <div className="start-column">
        <h1>{start.title}</h1>
        <p className="intro">{start.intro}</p>
        <div className="start-actions">
          <Button
            kind="primary"
            isPending={openSample.isPending}
            onPress={() => {
              openSample.mutate({ language })
            }}
          >
            {start.sample}
          </Button>
          <Button
            onPress={() => {
              workspace.openDialog({ kind: 'new-project' })
            }}
          >
            {start.newProject}
          </Button>
          <Button onPress={() => void chooseAndOpen(context)}>{start.openProject}</Button>
        </div>
        <h2>{start.recent}</h2>
        {recent.length === 0 ? (
          <p className="no-recent">{start.noRecent}</p>
        ) : (
          <ul className="recent">
            {recent.map((entry) => (
              <RecentProject key={entry.path} entry={entry} onCopies={setCopiesOf} />
            ))}
          </ul>
        )}
      </div>
      {copiesOf ? (
        <CopiesDialog
          project={copiesOf}
          onClose={() => {
            setCopiesOf(null)
          }}
        />
      ) : null}
    </main>
  )
}

const RecentProject = ({ entry, onCopies }: { readonly entry: Recent; readonly onCopies: (entry: Recent) => void }) => {
  const { start, app } = useMessages()
  const formats = useFormats()
  const open = useCommand('projects.open')
  const forget = useCommand('projects.forget')
  return (
    <li>
      <button
        type="button"
        className="recent-open"
        disabled={!entry.exists}
        onClick={() => {
          open.mutate({ path: entry.path })
        }}
      >
        <span className="name">{entry.name}</span>
        <span className="path">{entry.path}</span>
        <span className="when">{entry.exists ? start.opened(formats.dateTime(entry.openedAt)) : start.missing}</span>
      </button>
      <MenuButton
        label={app.menu}
        groups={[
          {
            id: 'recent',
            entries: [
              { id: 'copies', label: start.copies, run: () => onCopies(entry) },
              { id: 'forget', label: start.forget, run: () => forget.mutate({ path: entry.path }) },
            ],
          },
        ]}
      >
        <Button kind="quiet" aria-label={`${app.menu}: ${entry.name}`}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
          </svg>
        </Button>
      </MenuButton>
    </li>
  )
}
