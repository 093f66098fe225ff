/** The groups in which a number is counted, as people write and read them. */
import type { Language } from '../../../contract/documents.ts'
import type { Messages } from '../../../contract/messages/en.ts'
import { readValue } from '../../../contract/values.ts'

/** Starts of groups, ascending, from "18; 30, 45"; null when one of them is no number. */
export const readBands = (text: string, language: Language): number[] | null => {
  const parting = language === 'nl' ? /[;\s]+/u : /[;,\s]+/u
  const numbers = text
    .split(parting)
    .filter((part) => part !== '')
    .map((part) => readValue('number', [], part, language === 'nl' ? ',' : '.').value)
  if (numbers.some((value) => value?.kind !== 'value')) return null
  const starts = numbers.map((value) => (value?.kind === 'value' ? Number(value.value) : 0))
  return [...new Set(starts)].toSorted((a, b) => a - b)
}

/** "below 18", "18 up to 30", "30 and over". */
export const bandNames = (bands: readonly number[], language: Language, messages: Messages): string[] => {
  const { below, from, over } = messages.respondents.attribute
  const shown = bands.map((band) => String(band).replace('.', language === 'nl' ? ',' : '.'))
  const [first] = shown
  if (first === undefined) return []
  return [
    below(first),
    ...shown.map((start, index) => (shown[index + 1] ? from(start, shown[index + 1] ?? '') : over(start))),
  ]
}
