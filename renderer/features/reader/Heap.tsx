/** "+3": the codings whose names found no room, as a list to choose from. */
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

interface HeapProps {
  readonly top: number
  readonly left: number
  readonly label: string
  readonly name: string
  readonly items: readonly {
    readonly id: number
    readonly color: number
    readonly path: string
    readonly coder: string
  }[]
  readonly onSelect: (id: number) => void
}

export const Heap = ({ top, left, label, name, items, onSelect }: HeapProps) => (
  <MenuTrigger>
    <Button
      className="stripe-heap"
      aria-label={name}
      style={{ marginBlockStart: top, marginInlineStart: left }}
      excludeFromTabOrder
    >
      {label}
    </Button>
    <Popover className="popover" placement="bottom end">
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
