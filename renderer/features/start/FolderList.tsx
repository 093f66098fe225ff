/** Folders and project files of this computer, for the browser shell, which has no native dialogs. */
import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button } from '../../ui/controls.tsx'

export const FolderList = ({
  onFolder,
  onFile,
}: {
  /** Told which folder is shown. */
  readonly onFolder?: (folder: string) => void
  readonly onFile?: (path: string) => void
}) => {
  const { start } = useMessages()
  const formats = useFormats()
  const [folder, setFolder] = useState<string | null>(null)
  const shown = useLive('projects.browse', { folder }, { keepPrevious: true }).data
  const current = shown?.folder
  useEffect(() => {
    if (current !== undefined) onFolder?.(current)
  }, [current, onFolder])
  if (!shown) return null
  const separator = shown.folder.includes('\\') ? '\\' : '/'
  const below = (name: string) => (shown.folder.endsWith(separator) ? '' : separator) + name
  return (
    <div className="folder-list">
      <div className="folder-path">
        <Button
          kind="quiet"
          isDisabled={shown.parent === null}
          onPress={() => {
            setFolder(shown.parent)
          }}
        >
          {start.up}
        </Button>
        <span>{shown.folder}</span>
      </div>
      <ListBox
        aria-label={start.chooseFolder}
        className="folder-entries"
        onAction={(key) => {
          const [kind, ...rest] = String(key).split(':')
          const path = rest.join(':')
          if (kind === 'folder') setFolder(path)
          else onFile?.(path)
        }}
        renderEmptyState={() => <p>{start.noFiles}</p>}
      >
        {[
          ...shown.folders.map((name) => (
            <ListBoxItem key={name} id={`folder:${shown.folder}${below(name)}`} textValue={name} className="menu-item">
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none">
                <path d="M1.5 3.5h4l1.5 2h7.5v7h-13z" stroke="currentColor" />
              </svg>
              {name}
            </ListBoxItem>
          )),
          ...(onFile ? shown.files : []).map(({ name, path, modifiedAt }) => (
            <ListBoxItem key={path} id={`file:${path}`} textValue={name} className="menu-item project-file">
              {name}
              <span>{formats.dateTime(modifiedAt)}</span>
            </ListBoxItem>
          )),
        ]}
      </ListBox>
    </div>
  )
}
