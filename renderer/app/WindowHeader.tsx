/** The header: menu (in a browser), project, rooms, and the box that finds everything. */
import type { ProjectInfo } from '../../contract/projects.ts'
import { useCommandContext } from '../lib/command-context.ts'
import { useWorkspace, workspace, type Room } from '../lib/workspace.ts'
import { Button, Kbd, Segments } from '../ui/controls.tsx'
import { MenuBarButton } from '../ui/Menu.tsx'
import { runCommand } from './CommandKeys.tsx'
import { menusOf } from './menus.ts'

const rooms: readonly Room[] = ['code', 'query', 'codebook', 'respondents', 'memos', 'history']

export const WindowHeader = ({ project }: { readonly project: ProjectInfo }) => {
  const context = useCommandContext()
  const { app } = context.messages
  const room = useWorkspace((state) => state.room)
  return (
    <header className="window-header">
      {context.connection.shell === 'browser' ? <Menus /> : null}
      <b>{app.name}</b>
      <span className="project-name">{project.name}</span>
      <nav aria-label={app.rooms.label}>
        <Segments
          label={app.rooms.label}
          choices={rooms.map((id) => ({ id, name: app.rooms[id] }))}
          value={room}
          onChange={workspace.go}
        />
      </nav>
      <button
        type="button"
        className="find-anything"
        onClick={() => {
          workspace.openDialog({ kind: 'palette' })
        }}
      >
        <span>{app.search}</span>
        <Kbd keys="Mod+K" />
      </button>
    </header>
  )
}

/** The browser has no menu bar of ours, so the same menus stand behind one button each. */
const Menus = () => {
  // Whether a command is there is asked of stores that the compiler does not see.
  'use no memo'
  const context = useCommandContext()
  // Which commands are there depends on what is open and chosen.
  useWorkspace()
  return (
    <MenuBarButton
      label={context.messages.app.menu}
      groups={menusOf(context).map(({ id, title, commands }) => ({
        id,
        title,
        entries: commands.map(({ command, label, keys, enabled }) => ({
          id: command.id,
          label,
          ...(keys === undefined ? {} : { keys }),
          isDisabled: !enabled,
          run: () => void runCommand(command, context),
        })),
      }))}
    >
      <Button kind="quiet" aria-label={context.messages.app.menu}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
    </MenuBarButton>
  )
}
