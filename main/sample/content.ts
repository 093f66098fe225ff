/** What the sample is made of in each language; it comes with the program. */
import type { Language } from '../../contract/documents.ts'
import { en } from './en/words.ts'
import { nl } from './nl/words.ts'
import type { DocumentKey } from './people.ts'
import type { SampleWords } from './words.ts'

export const sampleWords: Record<Language, SampleWords> = { en, nl }

export const transcript = (language: Language, document: DocumentKey): string => read(language, document)
/** As `readCodings` reads them. */
export const writtenCodings = (language: Language): string => read(language, 'codings')

const files = import.meta.glob<string>('./{en,nl}/*.txt', { query: '?raw', import: 'default', eager: true })
const read = (language: Language, name: string): string => {
  const text = files[`./${language}/${name}.txt`]
  if (text === undefined) throw new Error(`the sample has no ${language}/${name}.txt`)
  return text
}
