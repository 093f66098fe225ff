import type { Messages } from '../en.ts'
import { countedNl as counted } from '../words.ts'

export const excerpts: Messages['excerpts'] = {
  title: 'Fragmenten',
  count: (total, respondents) =>
    respondents === 0
      ? counted(total, 'fragment', 'fragmenten')
      : `${counted(total, 'fragment', 'fragmenten')} van ${counted(respondents, 'respondent', 'respondenten')}`,
  ofCodes: (count) => counted(count, 'code', 'codes'),
  allCodes: 'Alle codes',
  rollup: 'Inclusief subcodes',
  nobody: 'Van niemand',
  turn: (number) => `beurt ${number}`,
  none: { title: 'Geen fragmenten', text: 'Hiermee is nog niets gecodeerd.' },
  choose: {
    title: 'Fragmenten van een code',
    text: 'Kies een code in het codeboek of een cel in een tabel. De fragmenten staan dan hier.',
  },
  open: 'In de tekst tonen',
  wider: 'Meer tekst eromheen',
  narrower: 'Minder tekst eromheen',
  recode: 'Andere code geven …',
  remove: 'Codering verwijderen',
  memo: 'Memo schrijven',
  memos: (count) => counted(count, 'memo', 'memo’s'),
  actions: 'Acties',
  close: 'Sluiten',
  loading: '…',
  help: 'Met omhoog en omlaag ga je rond, Enter toont het in de tekst, W maakt het ruimer, R geeft een andere code, Delete verwijdert, M schrijft een memo.',
  commands: {
    ofCoding: 'Fragmenten van de code van deze codering',
  },
}
