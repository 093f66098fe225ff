/** The palette's colours, of which one is chosen. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useMessages } from '../../lib/messages.tsx'

interface ColorChoiceProps {
  /** Null where several codes differ. */
  readonly value: number | null
  readonly onChange: (color: number) => void
}
export const ColorChoice = ({ value, onChange }: ColorChoiceProps) => {
  const { card, colors } = useMessages().codebook
  return (
    <ToggleButtonGroup
      className="swatches"
      aria-label={card.color}
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChange(Number(key))
      }}
    >
      {colors.map((name, color) => (
        <ToggleButton key={name} id={color} className="swatch" aria-label={name} data-color={color} />
      ))}
    </ToggleButtonGroup>
  )
}
