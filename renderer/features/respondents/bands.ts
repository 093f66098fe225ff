/** The groups in which a number is counted, as people write them. */
import type { Language } from '../../../contract/documents.ts'
import { readValue } from '../../../contract/values.ts'

/** Starts of groups, ascending, from "18; 30, 45"; null when one of them is no number. */
export const readBands = (text: string, language: Language): number[] | null => {
  // A comma in a Dutch number is its decimal sign, unless a space follows it.
  const parting = language === 'nl' ? /,?[;\s]+|,$/u : /[;,\s]+/u
  const numbers = text
    .split(parting)
    .filter((part) => part !== '')
    .map((part) => readValue('number', [], part, language === 'nl' ? ',' : '.').value)
  if (numbers.some((value) => value?.kind !== 'value')) return null
  const starts = numbers.map((value) => (value?.kind === 'value' ? Number(value.value) : 0))
  return [...new Set(starts)].toSorted((a, b) => a - b)
}
