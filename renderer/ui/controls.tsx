/** Controls in our look on react-aria-components, which brings their keyboard and screen-reader behaviour. */
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  ProgressBar as AriaProgressBar,
  Radio,
  RadioGroup,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
  ToggleButton,
  ToggleButtonGroup,
  Tooltip as AriaTooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
  type CheckboxProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { shownKeys } from '../lib/shortcuts.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly kind?: 'normal' | 'primary' | 'danger' | 'quiet'
  /** For a toggle that is on. */
  readonly selected?: boolean
}
export const Button = ({ kind = 'normal', selected, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    className="button"
    data-kind={kind}
    data-selected={selected || undefined}
    {...(selected === undefined ? {} : { 'aria-pressed': selected })}
  />
)

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  /** The label is read out, not shown. */
  readonly hideLabel?: boolean
  readonly hint?: string
  readonly error?: string | null
  readonly placeholder?: string
  /** More than one line: how many are shown. */
  readonly rows?: number
}
export const TextField = ({ label, hideLabel, hint, error, placeholder, rows, ...props }: TextFieldProps) => (
  <AriaTextField {...props} className="field" isInvalid={error !== undefined && error !== null}>
    <Label className={hideLabel ? 'visually-hidden' : ''}>{label}</Label>
    {rows ? (
      <TextArea className="input" rows={rows} placeholder={placeholder ?? ''} />
    ) : (
      <Input className="input" placeholder={placeholder ?? ''} />
    )}
    {hint ? (
      <Text slot="description" className="hint">
        {hint}
      </Text>
    ) : null}
    <FieldError className="error">{error}</FieldError>
  </AriaTextField>
)

export interface Choice<K extends string> {
  readonly id: K
  readonly name: string
}
/** One of a few choices, in a list that opens. */
export const Select = <K extends string>({
  label,
  hideLabel,
  choices,
  value,
  onChange,
  isDisabled,
}: {
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
  readonly isDisabled?: boolean
}) => (
  <AriaSelect
    className="field"
    selectedKey={value}
    isDisabled={isDisabled ?? false}
    onSelectionChange={(key) => {
      if (key !== null) onChange(key as K)
    }}
  >
    <Label className={hideLabel ? 'visually-hidden' : 'label'}>{label}</Label>
    <AriaButton className="button select-button">
      <SelectValue />
    </AriaButton>
    <Popover className="popover">
      <ListBox className="menu" items={choices}>
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="menu-item">
            {name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
)

/** One of two to six choices, all in sight. */
export const Segments = <K extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string
  readonly choices: readonly Choice<K>[]
  readonly value: K
  readonly onChange: (value: K) => void
}) => (
  <ToggleButtonGroup
    className="segments"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const [key] = keys
      if (key !== undefined) onChange(key as K)
    }}
  >
    {choices.map(({ id, name }) => (
      <ToggleButton key={id} id={id} className="segment">
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)

export const Checkbox = ({
  children,
  ...props
}: Omit<CheckboxProps, 'className' | 'children'> & { readonly children: ReactNode }) => (
  <AriaCheckbox {...props} className="check">
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className="box" aria-hidden="true">
          {isIndeterminate ? (
            <svg width="10" height="10" viewBox="0 0 10 10">
              <path d="M2 5h6" stroke="currentColor" strokeWidth="2" />
            </svg>
          ) : isSelected ? (
            <TickSign />
          ) : null}
        </span>
        {children}
      </>
    )}
  </AriaCheckbox>
)

/** The look of a checkbox in a row that is itself the control: the row says whether it is on, Space turns it. */
export const Tick = ({ isOn, onPress }: { readonly isOn: boolean; readonly onPress: () => void }) => (
  <span className="check" data-selected={isOn || undefined}>
    <span
      className="box"
      role="presentation"
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
    >
      {isOn ? <TickSign /> : null}
    </span>
  </span>
)

const TickSign = () => (
  <svg width="10" height="10" viewBox="0 0 10 10" fill="none" aria-hidden="true">
    <path d="M1.5 5.5 4 8l4.5-6" stroke="currentColor" strokeWidth="1.8" />
  </svg>
)

/** One of a few choices, each with a sentence. `value` null: nothing is chosen yet. */
export const Radios = <K extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string
  readonly choices: readonly Choice<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
}) => (
  <RadioGroup
    className="radios"
    aria-label={label}
    value={value}
    onChange={(key) => {
      onChange(key as K)
    }}
  >
    {choices.map(({ id, name }) => (
      <Radio key={id} value={id} className="radio">
        <span className="ring" aria-hidden="true" />
        {name}
      </Radio>
    ))}
  </RadioGroup>
)

/** `value` and `total` in any unit; without a total it is on its way and nobody knows how far. */
export const Progress = ({
  label,
  value,
  total,
}: {
  readonly label: string
  readonly value: number
  readonly total: number
}) => (
  <AriaProgressBar aria-label={label} value={value} maxValue={Math.max(total, 1)} isIndeterminate={total === 0}>
    {({ percentage }) => (
      <div className="progress">
        <div className="fill" style={{ inlineSize: `${percentage ?? 0}%` }} />
      </div>
    )}
  </AriaProgressBar>
)

export const Kbd = ({ keys }: { readonly keys: string }) => <kbd className="kbd">{shownKeys(keys)}</kbd>

/** A few words, and the key, beside a button that has the pointer or the focus. */
export const Tooltip = ({
  text,
  keys,
  children,
}: {
  readonly text: string
  readonly keys?: string
  readonly children: ReactNode
}) => (
  <TooltipTrigger delay={500}>
    {children}
    <AriaTooltip className="tooltip" offset={6}>
      {text}
      {keys ? <Kbd keys={keys} /> : null}
    </AriaTooltip>
  </TooltipTrigger>
)

/** What a screen is for and what to do, while there is nothing in it. */
export const Empty = ({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) => (
  <div className="empty">
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
)
