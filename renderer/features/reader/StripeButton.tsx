/** One coding in the margin: its stripe, and its name beside it where there is room. */
import { useFormats, useMessages } from '../../lib/messages.tsx'

interface StripeButtonProps {
  readonly id: number
  readonly path: string
  readonly turns: string
  readonly coder: string
  readonly createdAt: string
  readonly left: number
  readonly top: number
  readonly height: number
  readonly color: number
  readonly archived: boolean
  readonly selected: boolean
  readonly tabbable: boolean
  readonly label: string
  readonly initials: string
  /** From the stripe's top; null where the name finds no room. */
  readonly labelTop: number | null
  /** From the margin's edge. */
  readonly labelLeft: number
  readonly onPick: (id: number, more: boolean) => void
  readonly onHover: (id: number | null) => void
}

export const StripeButton = (props: StripeButtonProps) => {
  const { reader: messages } = useMessages()
  const formats = useFormats()
  const { id, left, top, height, color, labelTop, labelLeft, onPick, onHover } = props
  return (
    <button
      type="button"
      className={props.archived ? 'stripe archived' : 'stripe'}
      data-coding={id}
      aria-label={messages.coding(props.path, props.initials, props.turns, props.coder, formats.date(props.createdAt))}
      aria-pressed={props.selected}
      tabIndex={props.tabbable ? 0 : -1}
      data-color={color}
      style={{ marginInlineStart: left, marginBlockStart: top, blockSize: height }}
      onClick={(event) => onPick(id, event.ctrlKey || event.metaKey)}
      onPointerEnter={() => onHover(id)}
      onPointerLeave={() => onHover(null)}
    >
      {labelTop === null ? null : (
        <span
          className="stripe-label"
          style={{
            marginBlockStart: labelTop,
            marginInlineStart: labelLeft - left,
            maxInlineSize: `calc(var(--margin) - ${labelLeft + 4}px)`,
          }}
        >
          <span className="stripe-code">{props.label}</span> <span className="stripe-coder">{props.initials}</span>
        </span>
      )}
    </button>
  )
}
