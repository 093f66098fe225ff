/** The attributes of one respondent or document as a form; each value is kept when its field is left. */
import { useState } from 'react'
import type { Attribute, AttributeOwner, AttributeValue } from '../../../contract/attributes.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useLanguage, useMessages } from '../../lib/messages.tsx'
import { Select, TextField } from '../../ui/controls.tsx'
import { readText, valueText } from './value-text.ts'

interface Props {
  readonly owner: AttributeOwner
  readonly ownerId: number
  /** What is said while there are no attributes. */
  readonly none: string
}

export const AttributeForm = ({ owner, ownerId, none }: Props) => {
  const attributes = useLive('attributes.list', {}).data?.filter((attribute) => attribute.owner === owner)
  const values = useLive('attributes.values', { owner }).data
  const set = useCommand('attributes.set')
  if (!attributes || !values) return null
  if (attributes.length === 0) return <p className="form-hint">{none}</p>
  const valueOf = ({ id }: Attribute) =>
    values.value.find((_, index) => values.attributeId[index] === id && values.ownerId[index] === ownerId) ?? null
  return (
    <div className="attribute-form">
      {attributes.map((attribute) => {
        const Field = attribute.type === 'choice' || attribute.type === 'yes/no' ? ChoiceField : WrittenField
        return (
          <Field
            key={attribute.id}
            attribute={attribute}
            value={valueOf(attribute)}
            onChange={(value) => {
              set.mutate({ cells: [{ attributeId: attribute.id, ownerId, value }] })
            }}
          />
        )
      })}
    </div>
  )
}

interface FieldProps {
  readonly attribute: Attribute
  readonly value: AttributeValue | null
  readonly onChange: (value: AttributeValue | null) => void
}

const ChoiceField = ({ attribute, value, onChange }: FieldProps) => {
  const { values } = useMessages().respondents
  const words = attribute.type === 'choice' ? attribute.choices : ['yes', 'no']
  const nameOf = (word: string) => {
    if (attribute.type === 'choice') return word
    return word === 'yes' ? values.yes : values.no
  }
  return (
    <Select
      label={attribute.name}
      value={value?.kind === 'value' ? `value ${value.value}` : (value?.kind ?? 'not known')}
      choices={[
        { id: 'not known', name: values.notKnownLong },
        ...words.map((word) => ({ id: `value ${word}`, name: nameOf(word) })),
        { id: 'not applicable', name: values.notApplicableLong },
      ]}
      onChange={(id) => {
        if (id === 'not known') onChange(null)
        else if (id === 'not applicable') onChange({ kind: 'not applicable' })
        else onChange({ kind: 'value', value: id.slice('value '.length) })
      }}
    />
  )
}

const WrittenField = ({ attribute, value, onChange }: FieldProps) => {
  const messages = useMessages()
  const language = useLanguage()
  const stored = valueText(attribute, value, language, messages)
  const [text, setText] = useState(stored)
  const [shown, setShown] = useState(stored)
  const [error, setError] = useState<string | null>(null)
  if (shown !== stored) {
    setShown(stored)
    setText(stored)
  }
  const keep = () => {
    if (text === stored) return
    const read = readText(attribute, text, language)
    setError(read.fits ? null : messages.respondents.misfit[attribute.type](text.trim()))
    if (read.fits) onChange(read.value)
  }
  return (
    <TextField
      label={attribute.name}
      value={text}
      placeholder={messages.respondents.values.notKnown}
      error={error}
      onChange={setText}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
