/** What messages are made with: plurals, numbers and lists in their language. */
const numbers = { en: new Intl.NumberFormat('en-GB'), nl: new Intl.NumberFormat('nl-NL') }
const lists = { en: new Intl.ListFormat('en-GB'), nl: new Intl.ListFormat('nl-NL') }

/** "1 coding", "2,412 codings"; English and Dutch both know one and other. */
const counted = (language: 'en' | 'nl') => (count: number, one: string, other: string) =>
  `${numbers[language].format(count)} ${count === 1 ? one : other}`

export const countedEn = counted('en')
export const countedNl = counted('nl')
export const listEn = (items: readonly string[]): string => lists.en.format(items)
export const listNl = (items: readonly string[]): string => lists.nl.format(items)
