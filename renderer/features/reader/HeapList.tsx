/** The list that "+3" opens: the codings whose names found no room, to choose from. */
import { useRef } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

interface HeapListProps {
  readonly name: string
  /** Where its button stood when it was opened: scrolling may take the button away. */
  readonly place: DOMRect
  readonly items: readonly {
    readonly id: number
    readonly color: number
    readonly path: string
    readonly coder: string
  }[]
  readonly onSelect: (id: number) => void
  readonly onClose: () => void
}

/** Made only when it is asked for: a menu of its own for every "+3" made deep documents slow to walk through. */
export const HeapList = ({ name, place, items, onSelect, onClose }: HeapListProps) => {
  const anchor = useRef<HTMLSpanElement>(null)
  const { left, top, width, height } = place
  return (
    <MenuTrigger isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <span ref={anchor} className="stripe-anchor" style={{ left, top, width, height }} />
      <Popover className="popover" placement="bottom end" triggerRef={anchor}>
        <Menu className="menu" aria-label={name} onAction={(key) => onSelect(Number(key))}>
          {items.map(({ id, color, path, coder }) => (
            <MenuItem className="menu-item" key={id} id={id} textValue={path} data-color={color}>
              <span className="stripe-dot" />
              <span>{path}</span> <span className="stripe-coder">{coder}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
