/** Native menus: the window's own commands in the menu bar, and cut, copy and paste in text fields. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Messages } from '../../contract/messages/en.ts'
import type { MenuItem } from '../../contract/shell.ts'

/** What the page may ask of Electron by name; the rest (developer tools, reload) is not for it to give. */
const ROLES = ['cut', 'copy', 'paste', 'selectAll', 'minimize', 'close', 'quit', 'togglefullscreen'] as const
type Role = (typeof ROLES)[number]
const isRole = (id: string | undefined): id is Role => ROLES.some((role) => role === id)

/** A click on a command goes to `run` with its id. */
export const menuTemplate = (
  items: readonly MenuItem[],
  run: (id: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] => {
  const made = items.flatMap((item) => convert(item, run))
  // The first menu of a Mac is the application's.
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...made] : made
}

const convert = (item: MenuItem, run: (id: string) => void): MenuItemConstructorOptions[] => {
  const { kind, id, label, accelerator, enabled = true, checked, items = [] } = item
  const shown = label === undefined ? {} : { label }
  switch (kind) {
    case 'separator':
      return [{ type: 'separator' }]
    case 'submenu':
      return [{ ...shown, enabled, submenu: items.flatMap((inner) => convert(inner, run)) }]
    case 'role':
      return isRole(id) ? [{ ...shown, role: id }] : []
    case 'command':
      if (id === undefined) return []
      return [
        {
          ...shown,
          enabled,
          ...(checked === undefined ? {} : { type: 'checkbox' as const, checked }),
          // Shown, not registered: the window handles its own keys, and would run the command twice.
          ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
          click: () => {
            run(id)
          },
        },
      ]
  }
}

/** Empty where there is nothing to do, and then no menu opens. */
export const contextMenuTemplate = (
  { isEditable, editFlags, selectionText }: Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText'>,
  { cut, copy, paste, selectAll }: Messages['shell'],
): MenuItemConstructorOptions[] => {
  if (isEditable)
    return [
      { role: 'cut', label: cut, enabled: editFlags.canCut },
      { role: 'copy', label: copy, enabled: editFlags.canCopy },
      { role: 'paste', label: paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: selectAll, enabled: editFlags.canSelectAll },
    ]
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: copy, enabled: editFlags.canCopy }]
}
