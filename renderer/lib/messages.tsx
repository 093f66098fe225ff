/** The sentences of the interface in the chosen language, and dates and numbers as it writes them. */
import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '../../contract/documents.ts'
import { en, type Messages } from '../../contract/messages/en.ts'
import { nl } from '../../contract/messages/nl.ts'
import type { Settings } from '../../contract/projects.ts'

const messagesByLanguage: Record<Language, Messages> = { en, nl }
const localeByLanguage: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' }
const LanguageContext = createContext<Language>('en')

export const resolveLanguage = (setting: Settings['language']): Language => {
  if (setting !== 'system') return setting
  return navigator.languages.find((tag) => /^(nl|en)\b/u.test(tag))?.startsWith('nl') ? 'nl' : 'en'
}

export const MessagesProvider = ({
  language,
  children,
}: {
  readonly language: Language
  readonly children: ReactNode
}) => {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={localeByLanguage[language]}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export const useLanguage = (): Language => useContext(LanguageContext)
export const useMessages = (): Messages => messagesByLanguage[useLanguage()]

const makeFormats = (locale: string) => {
  const number = new Intl.NumberFormat(locale)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return {
    number: (value: number) => number.format(value),
    percent: (value: number) => percent.format(value),
    /** ISO 8601 in, local time out. */
    date: (iso: string) => date.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    dateTime: (iso: string) => both.format(new Date(iso)),
    /** "R2" before "R10". */
    compare: (a: string, b: string) => collator.compare(a, b),
  }
}
const formats = { en: makeFormats('en-GB'), nl: makeFormats('nl-NL') }
/** Numbers, dates and sorting as the language has them. */
export const useFormats = () => formats[useLanguage()]
