/** Memos of the Dutch sample. */
import type { SampleMemo } from '../words.ts'

export const memos: readonly SampleMemo[] = [
  {
    by: 'AL',
    on: { kind: 'project' },
    body: 'Dit is een voorbeeld. De mensen erin zijn verzonnen en hun gesprekken ook; elke gelijkenis is toeval. Codeer erin wat je wilt: hier kan niets stuk, en het blijft zoals je het achterlaat.',
  },
  {
    by: 'MG',
    on: { kind: 'code', code: 'passivity' },
    body: 'R11 heeft nooit vastgezeten, en toch wordt zijn tafel twee keer schoongemaakt. We hebben afgesproken deze code te bewaren voor detentie en wat iemand daarvan meeneemt, en voor de rest Leven in de wacht te gebruiken. Eén passage van R11 had ik voor die afspraak al zo gecodeerd; die laat ik staan, dan kunnen we het erover hebben.',
  },
  {
    by: 'MG',
    on: {
      kind: 'coding',
      document: 'R11',
      code: 'passivity',
      quote: 'Ik maak de tafel schoon. … Ik verberg dat er niets is.',
    },
    body: 'Is dit wachten, of rouw? De tafel komt later terug (“een nummer dat een tafel schoonmaakt”).',
  },
  {
    by: 'AL',
    on: { kind: 'document', document: 'R07-2' },
    body: 'Deur de hele tijd op een kier. Hij lachte zes of zeven keer, in oktober geen enkele keer. Ik begon te laat en te voorzichtig over de detentie, en hij antwoordde alsof hij erop had gewacht.',
  },
  {
    by: 'AL',
    on: {
      kind: 'passage',
      document: 'R07-2',
      quote: 'Ze maken je eerst zwak en dan stellen ze je een vraag voor een sterke man.',
    },
    body: 'Titel van het hoofdstuk over handelingsvermogen? Hem vragen of het mag.',
  },
  {
    by: 'MG',
    on: { kind: 'respondent', respondent: 'R03' },
    body: 'Vraagt wie er naar de opname luistert. Stuur hem via zijn advocaat het transcript voordat we er iets van gebruiken.',
  },
]
