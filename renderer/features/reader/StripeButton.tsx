/** One coding in the margin: its stripe, and its name beside it where there is room. */
interface StripeButtonProps {
  readonly id: number
  /** The full name: path, turns, coder, date. */
  readonly name: string
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
  const { id, name, left, top, height, color, labelTop, labelLeft, onPick, onHover } = props
  return (
    <button
      type="button"
      className={props.archived ? 'stripe archived' : 'stripe'}
      data-coding={id}
      aria-label={name}
      aria-pressed={props.selected}
      tabIndex={props.tabbable ? 0 : -1}
      data-color={color}
      style={{ left, top, height }}
      onClick={(event) => onPick(id, event.ctrlKey || event.metaKey)}
      onPointerEnter={() => onHover(id)}
      onPointerLeave={() => onHover(null)}
    >
      {labelTop === null ? null : (
        <span
          className="stripe-label"
          style={{
            insetBlockStart: labelTop,
            insetInlineStart: labelLeft - left,
            maxInlineSize: `calc(var(--margin) - ${labelLeft + 4}px)`,
          }}
        >
          <span className="stripe-code">{props.label}</span> <span className="stripe-coder">{props.initials}</span>
        </span>
      )}
    </button>
  )
}
