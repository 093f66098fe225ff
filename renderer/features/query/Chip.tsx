/** A part of the question: a rounded button that says what is asked, and opens what can be asked instead. */
import type { ReactNode } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'

export const Chip = ({
  label,
  value,
  dialogLabel,
  isQuiet = false,
  onRemove,
  removeLabel,
  children,
}: {
  readonly label: string
  readonly value?: string
  readonly dialogLabel: string
  /** Something that can be added, rather than something that is asked. */
  readonly isQuiet?: boolean
  readonly onRemove?: () => void
  readonly removeLabel?: string
  /** What opens. */
  readonly children: (close: () => void) => ReactNode
}) => (
  <span className="ask" data-quiet={isQuiet || undefined}>
    <DialogTrigger>
      <AriaButton className="ask-button">
        {value === undefined ? label : <b>{label}</b>}
        {value === undefined ? null : <span className="ask-value">{value}</span>}
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <Dialog className="ask-dialog" aria-label={dialogLabel}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
    {onRemove ? (
      <AriaButton className="ask-remove" aria-label={removeLabel ?? label} onPress={onRemove}>
        <svg viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 1l6 6M7 1 1 7" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </AriaButton>
    ) : null}
  </span>
)
