/** The sheet of keyboard shortcuts, made of the command list. */
import { useCommandContext } from '../lib/command-context.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/controls.tsx'
import { commands } from './commands.ts'

export const Shortcuts = ({ onClose }: { readonly onClose: () => void }) => {
  const { messages, next } = useCommandContext()
  const { shortcuts } = messages.app
  const groups = [
    { title: shortcuts.inText, commands: commands.filter(({ scope }) => scope === 'reader') },
    { title: shortcuts.everywhere, commands: commands.filter(({ scope }) => scope !== 'reader') },
  ]
  return (
    <Dialog title={shortcuts.title} size="wide" onClose={onClose}>
      <div className="shortcut-groups">
        {groups.map(({ title, commands: ofGroup }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {ofGroup
                .filter(({ keys }) => keys && keys.length > 0)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.title(messages, next)}</dt>
                    <dd>
                      {command.keys?.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
