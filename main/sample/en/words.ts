/** The sample in English. */
import type { SampleWords } from '../words.ts'
import { codes } from './codes.ts'
import { memos } from './memos.ts'

export const en: SampleWords = {
  file: 'Verbatim sample',
  project: 'Staying and returning (sample)',
  attributes: {
    country: 'Country',
    age: 'Age',
    health: 'Health',
    status: 'Legal status',
    counselling: 'Took part in counselling',
    date: 'Date',
    place: 'Place',
    language: 'Language spoken',
    interpreter: 'Interpreter',
  },
  countries: {
    afghanistan: 'Afghanistan',
    armenia: 'Armenia',
    cameroon: 'Cameroon',
    guinea: 'Guinea',
    iraq: 'Iraq',
    nigeria: 'Nigeria',
    somalia: 'Somalia',
  },
  healths: { good: 'good', fair: 'fair', poor: 'poor' },
  statuses: {
    refused: 'asylum refused',
    appeal: 'appeal pending',
    medical: 'medical stay applied for',
    expired: 'permit expired',
  },
  places: {
    centre: 'reception centre',
    detention: 'detention centre',
    home: 'at home',
    church: 'church hall',
    telephone: 'by telephone',
  },
  languages: { here: 'Dutch', english: 'English', dari: 'Dari' },
  documents: { R03: 'R03, in detention', 'R07-2': 'R07, second interview', R11: 'R11, with interpreter' },
  summaries: {
    R03: 'Cook, lived four years in a small town. Held for five months. Almost signed for return, and tells it as a story about a printer.',
    R07: 'Interviewed twice, before and after he began to see the counsellor. Held for eight months between the two letters. Quick, ironic, and more open the second time.',
    R11: 'Headmaster. Wife and four children in Turkey, without papers. Spoke through an interpreter, and now and then in English himself.',
  },
  codes,
  memos,
  queries: {
    byHealth: 'Codes by health',
    byCountry: 'Codes by country',
    returnByCounselling: 'Return, by counselling',
  },
}
