/** Menus: from a button, or at a place in the window for a right click (and Shift+F10). */
import { useRef, type ReactElement } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { useMessages } from '../lib/messages.tsx'
import { Kbd } from './controls.tsx'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly isDangerous?: boolean
  /** For one that is on or off. */
  readonly isChecked?: boolean
  readonly run: () => void
}
export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

interface GroupsProps {
  readonly groups: readonly MenuGroup[]
  readonly label: string
  /** For a menu that no button opened. */
  readonly onClose?: () => void
}
const Groups = ({ groups, label, onClose }: GroupsProps) => {
  const { app } = useMessages()
  return (
    <AriaMenu className="menu" aria-label={label} {...(onClose ? { onClose, autoFocus: 'first' } : {})}>
      {groups.map(({ id, title, entries }, index) => (
        <MenuSection key={id} aria-label={title ?? label}>
          {index > 0 ? <Separator className="menu-separator" /> : null}
          {title ? <Header className="menu-header">{title}</Header> : null}
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className="menu-item"
              data-kind={entry.isDangerous ? 'danger' : 'normal'}
              isDisabled={entry.isDisabled ?? false}
              onAction={entry.run}
            >
              {entry.isChecked === undefined ? null : (
                <span className="menu-check" data-checked={entry.isChecked || undefined} aria-hidden="true" />
              )}
              {entry.label}
              {entry.isChecked ? <span className="visually-hidden">{app.chosen}</span> : null}
              {entry.keys ? <Kbd keys={entry.keys} /> : null}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  )
}

export const MenuButton = ({
  label,
  groups,
  children,
}: {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  /** The button. */
  readonly children: ReactElement
}) => (
  <MenuTrigger>
    {children}
    <Popover className="popover">
      <Groups groups={groups} label={label} />
    </Popover>
  </MenuTrigger>
)

/** A button with a menu per group, each opening beside it: a menu bar where there is room for one button. */
export const MenuBarButton = ({
  label,
  groups,
  children,
}: {
  readonly label: string
  readonly groups: readonly (MenuGroup & { readonly title: string })[]
  /** The button. */
  readonly children: ReactElement
}) => (
  <MenuTrigger>
    {children}
    <Popover className="popover">
      <AriaMenu className="menu" aria-label={label}>
        {groups.map((group) => (
          <SubmenuTrigger key={group.id}>
            <MenuItem id={group.id} textValue={group.title} className="menu-item" data-opens>
              {group.title}
            </MenuItem>
            <Popover className="popover">
              <Groups groups={[{ id: group.id, entries: group.entries }]} label={group.title} />
            </Popover>
          </SubmenuTrigger>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)

/** Where a context menu opens: window coordinates. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}
export const ContextMenu = ({
  label,
  groups,
  place,
  onClose,
}: {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly place: MenuPlace
  readonly onClose: () => void
}) => {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} className="menu-place" style={{ left: place.x, top: place.y }} />
      <Popover
        className="popover"
        placement="bottom start"
        triggerRef={anchor}
        aria-label={label}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <Groups groups={groups} label={label} onClose={onClose} />
      </Popover>
    </>
  )
}
