/** Chooses a respondent by name: one that the project has, or a new one by typing its name. */
import { useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { nameKey } from '../../../contract/values.ts'
import { useMessages } from '../../lib/messages.tsx'

export const RespondentField = ({
  label,
  hideLabel,
  value,
  known,
  placeholder,
  onChange,
}: {
  readonly label: string
  readonly hideLabel?: boolean
  /** The name; null: nobody yet. */
  readonly value: string | null
  /** Names to choose from, in the order in which they are offered. */
  readonly known: readonly string[]
  readonly placeholder?: string
  /** Called when the choice is made: on Enter, on a choice from the list, on leaving the field. */
  readonly onChange: (name: string | null) => void
}) => {
  const { respondents } = useMessages()
  const [text, setText] = useState(value ?? '')
  const [shown, setShown] = useState(value)
  // The value changed from outside, such as by Undo: it wins over what was being typed.
  if (shown !== value) {
    setShown(value)
    setText(value ?? '')
  }
  const settle = (written: string) => {
    const name = known.find((one) => nameKey(one) === nameKey(written)) ?? written.trim()
    setText(name)
    if (name !== (value ?? '')) onChange(name === '' ? null : name)
  }
  const isNew = text.trim() !== '' && !known.some((name) => nameKey(name) === nameKey(text))
  return (
    <ComboBox
      className="field respondent-field"
      allowsCustomValue
      menuTrigger="focus"
      inputValue={text}
      onInputChange={setText}
      onSelectionChange={(key) => {
        if (key !== null) settle(String(key))
      }}
      onBlur={() => {
        settle(text)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(text)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'label'}>{label}</Label>
      <div className="combo">
        <Input className="input" placeholder={placeholder ?? respondents.field.placeholder} />
        {isNew ? <span className="new-mark">{respondents.field.isNew}</span> : null}
        <Button className="combo-button" aria-label={respondents.field.open}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M2 3.5 5 6.5 8 3.5" stroke="currentColor" strokeWidth="1.5" fill="none" />
          </svg>
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="menu respondent-choices" items={known.map((name) => ({ id: name, name }))}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className="menu-item">
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
