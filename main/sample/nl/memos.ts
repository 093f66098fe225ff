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
  {
    by: 'AL',
    on: { kind: 'code', code: 'health' },
    body: 'Drie mensen zeggen hetzelfde op drie manieren: R07 met zijn plafond, R11 met zijn bloed, R16 met haar donderdag. Om te beslissen heb je een lichaam nodig. Een eigen paragraaf waard, en een vraag voor de tweede ronde.',
  },
  {
    by: 'AL',
    on: { kind: 'document', document: 'R26-2' },
    body: 'De verbinding viel midden in een zin weg en kwam niet terug. Ik heb haar een berichtje gestuurd. Antwoord de volgende dag: een foto van de lamp.',
  },
  {
    by: 'MG',
    on: { kind: 'passage', document: 'group', quote: 'Het is dat er om negen uur iemand op me wacht.' },
    body: 'Negen uur gaat van R21 naar R22 naar R23 en betekent elke keer iets anders. De drie samen coderen?',
  },
  {
    by: 'AL',
    on: { kind: 'document', document: 'R24' },
    body: 'Dit gesprek heeft nog niemand gecodeerd. Een goede plek om het te proberen: selecteer een passage, druk op 1, 2, 3 of 4 voor een vastgezette code, of typ twee letters van een andere.',
  },
]
