/** The sample in Dutch. */
import type { SampleWords } from '../words.ts'
import { codes } from './codes.ts'
import { memos } from './memos.ts'

export const nl: SampleWords = {
  file: 'Verbatim voorbeeld',
  project: 'Blijven en terugkeren (voorbeeld)',
  attributes: {
    country: 'Land',
    age: 'Leeftijd',
    health: 'Gezondheid',
    status: 'Verblijfsstatus',
    counselling: 'Deed mee aan begeleiding',
    date: 'Datum',
    place: 'Plaats',
    language: 'Gesproken taal',
    interpreter: 'Tolk',
  },
  countries: {
    afghanistan: 'Afghanistan',
    armenia: 'Armenië',
    cameroon: 'Kameroen',
    guinea: 'Guinee',
    iraq: 'Irak',
    nigeria: 'Nigeria',
    somalia: 'Somalië',
  },
  healths: { good: 'goed', fair: 'redelijk', poor: 'slecht' },
  statuses: {
    refused: 'asiel afgewezen',
    appeal: 'in beroep',
    medical: 'medisch verblijf aangevraagd',
    expired: 'vergunning verlopen',
  },
  places: {
    centre: 'opvangcentrum',
    detention: 'detentiecentrum',
    home: 'thuis',
    church: 'kerkzaal',
    telephone: 'telefonisch',
  },
  languages: { here: 'Nederlands', english: 'Engels', dari: 'Dari' },
  documents: { R03: 'R03, in detentie', 'R07-2': 'R07, tweede gesprek', R11: 'R11, met tolk' },
  summaries: {
    R03: 'Kok, woonde vier jaar in een kleine plaats. Zit vijf maanden vast. Had bijna getekend voor terugkeer, en vertelt dat als een verhaal over een printer.',
    R07: 'Twee keer gesproken, voor en na het begin van de begeleiding. Zat acht maanden vast. Snel, ironisch, en de tweede keer opener.',
    R11: 'Schoolhoofd. Vrouw en vier kinderen in Turkije, zonder papieren. Sprak via een tolk, en af en toe zelf in het Nederlands.',
  },
  codes,
  memos,
  queries: {
    byHealth: 'Codes naar gezondheid',
    byCountry: 'Codes naar land',
    returnByCounselling: 'Terugkeer, naar begeleiding',
  },
}
