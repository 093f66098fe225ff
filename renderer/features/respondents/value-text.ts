/** Attribute values as people read and write them in the language of the window; both ways say the same. */
import type { Attribute, AttributeValue } from '../../../contract/attributes.ts'
import type { Language } from '../../../contract/documents.ts'
import type { Messages } from '../../../contract/messages/en.ts'
import { readValue, type ReadValue } from '../../../contract/values.ts'

const dates = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'medium', timeZone: 'UTC' }),
}
/** Years and ages read badly with grouping, so there is none. */
const decimalOf = { en: '.', nl: ',' } as const

/** Empty for "not known". What it answers reads back as the same value with `readText`. */
export const valueText = (
  { type }: Pick<Attribute, 'type'>,
  value: AttributeValue | null | undefined,
  language: Language,
  { respondents: { values } }: Messages,
): string => {
  if (!value) return ''
  if (value.kind === 'not applicable') return values.notApplicable
  if (type === 'yes/no') return value.value === 'yes' ? values.yes : values.no
  if (type === 'number') return value.value.replace('.', decimalOf[language])
  return type === 'date' ? dates[language].format(new Date(`${value.value}T00:00:00Z`)) : value.value
}

/** What somebody wrote or pasted, read by the attribute's type and the decimal sign of the language. */
export const readText = (attribute: Attribute, text: string, language: Language): ReadValue =>
  readValue(attribute.type, attribute.choices, text, decimalOf[language])
