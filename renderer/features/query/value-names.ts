/** How columns and values of attributes are called in the language of the window. */
import type { Attribute } from '../../../contract/attributes.ts'
import type { Language } from '../../../contract/documents.ts'
import type { Messages } from '../../../contract/messages/en.ts'
import type { Frequencies, ValueKey } from '../../../contract/queries.ts'
import { bandLabel } from '../../../contract/values.ts'
import { valueText } from '../respondents/value-text.ts'

/** `isWhole`: the attribute has no broken numbers. */
export const valueName = (
  attribute: Pick<Attribute, 'type' | 'bands'>,
  key: ValueKey,
  isWhole: boolean,
  language: Language,
  messages: Messages,
): string => {
  const { notKnown, notApplicable } = messages.query.columns
  switch (key.kind) {
    case 'not known':
      return notKnown
    case 'not applicable':
      return notApplicable
    case 'band':
      return bandLabel(attribute.bands, key.index, isWhole)
    case 'value':
      return valueText(attribute, key, language, messages)
  }
}

/** `attribute`: the one that stands across, if one does. */
export const columnName = (
  { column, label }: Frequencies['columns'][number],
  attribute: Attribute | null,
  language: Language,
  messages: Messages,
): string => {
  if (column.kind === 'not assigned') return messages.query.columns.notAssigned
  // A band's own label knows whether the numbers are whole.
  if (column.kind !== 'value' || !attribute || column.value.kind === 'band') return label ?? ''
  return valueName(attribute, column.value, true, language, messages)
}

/** One text per value, to keep it by in a list; `keyOf` reads it back. */
export const keyId = (key: ValueKey): string => JSON.stringify(key)
export const keyOf = (id: string): ValueKey => JSON.parse(id) as ValueKey

/** Every value that can be asked for: choices and bands as they are listed, else what occurs, then what has no value. */
export const valuesOf = (
  { type, choices, bands }: Pick<Attribute, 'type' | 'choices' | 'bands'>,
  occurring: readonly string[],
  compare: (a: string, b: string) => number,
): ValueKey[] => {
  const distinct = [...new Set(occurring)]
  const value = (text: string): ValueKey => ({ kind: 'value', value: text })
  const listed = (): ValueKey[] => {
    if (type === 'number' && bands.length > 0)
      return Array.from({ length: bands.length + 1 }, (_, index): ValueKey => ({ kind: 'band', index }))
    if (type === 'yes/no') return ['yes', 'no'].map(value)
    if (type === 'number') return distinct.toSorted((a, b) => Number(a) - Number(b)).map(value)
    if (type === 'choice') return [...new Set([...choices, ...distinct])].map(value)
    return distinct.toSorted(compare).map(value)
  }
  return [...listed(), { kind: 'not applicable' }, { kind: 'not known' }]
}
