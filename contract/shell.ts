/** What only the desktop shell can do: native dialogs and the native menu. The browser shell never calls it. */
import { z } from 'zod'
import { command } from './method.ts'
import { OutFile } from './queries.ts'

export interface MenuItem {
  readonly kind: 'command' | 'separator' | 'submenu' | 'role'
  readonly id?: string
  readonly label?: string
  /** An Electron accelerator, shown and not registered: the window handles its own keys. */
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly checked?: boolean
  readonly items?: readonly MenuItem[]
}
const MenuItem: z.ZodType<MenuItem> = z.lazy(() =>
  z.object({
    kind: z.enum(['command', 'separator', 'submenu', 'role']),
    id: z.string().optional(),
    label: z.string().optional(),
    accelerator: z.string().optional(),
    enabled: z.boolean().optional(),
    checked: z.boolean().optional(),
    items: z.array(MenuItem).optional(),
  }),
) as z.ZodType<MenuItem>

const Answer = z.object({ path: z.string().nullable() })

export const shell = {
  chooseProject: command(z.object({ title: z.string() }), Answer),
  /** Where a new project or a copy goes; the system asks before an existing file is replaced. */
  chooseProjectPlace: command(z.object({ title: z.string(), name: z.string() }), Answer),
  /** Asks where, writes the file, and answers its path; null when the user changed her mind. */
  saveFile: command(z.object({ title: z.string(), file: OutFile }), Answer),
  /** A click comes back as an event `command`. */
  setMenu: command(z.object({ items: z.array(MenuItem) }), z.void()),
  /** Another window: with this project, or with the start screen. A project that a window has already comes to the front. */
  newWindow: command(z.object({ path: z.string().nullable() }), z.void()),
  openLink: command(z.object({ url: z.string() }), z.void()),
}
