/** Says what the numbers beside the codes count, and lets it be changed; also the order, and what is shown. */
import { useMessages } from '../../lib/messages.tsx'
import { Button } from '../../ui/controls.tsx'
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx'
import { codebook, useCodebook } from './codebook-state.ts'

export const CountMenu = () => {
  const { counts } = useMessages().codebook
  const { counted, withSubcodes, order, showArchived } = useCodebook()
  const entry = (id: string, label: string, isChecked: boolean, run: () => void): MenuEntry => ({
    id,
    label,
    isChecked,
    run,
  })
  const look = (change: Parameters<typeof codebook.look>[0]) => () => {
    codebook.look(change)
  }
  return (
    <MenuButton
      label={counts.menu}
      groups={[
        {
          id: 'count',
          title: counts.count,
          entries: [
            entry('codings', counts.codings, counted === 'codings', look({ counted: 'codings' })),
            entry('respondents', counts.respondents, counted === 'respondents', look({ counted: 'respondents' })),
          ],
        },
        {
          id: 'subcodes',
          title: counts.subcodes,
          entries: [
            entry('with', counts.withSubcodes, withSubcodes, look({ withSubcodes: true })),
            entry('own', counts.ownOnly, !withSubcodes, look({ withSubcodes: false })),
          ],
        },
        {
          id: 'order',
          title: counts.order,
          entries: [
            entry('own-order', counts.ownOrder, order === 'own', look({ order: 'own' })),
            entry('use', counts.byUse, order === 'use', look({ order: 'use' })),
            entry('name', counts.byName, order === 'name', look({ order: 'name' })),
          ],
        },
        {
          id: 'show',
          title: counts.show,
          entries: [
            entry('archived', counts.showArchived, showArchived, () => {
              codebook.set({ showArchived: !showArchived })
            }),
          ],
        },
      ]}
    >
      <Button kind="quiet" aria-label={`${counts.menu}: ${counts.label(counted, withSubcodes)}`}>
        <span className="count-label">{counts.label(counted, withSubcodes)}</span>
      </Button>
    </MenuButton>
  )
}
