import type { Messages } from '../en.ts'
import { countedNl as counted } from '../words.ts'

const documentsOf = (count: number) => counted(count, 'document', 'documenten')

export const documents: Messages['documents'] = {
  title: 'Documenten',
  import: 'Interviews importeren',
  search: 'Zoek een document',
  none: 'Er zijn nog geen documenten. Importeer interviews met het plusteken, of sleep bestanden naar het venster.',
  noneFound: 'Geen document of respondent heet zo.',
  states: {
    'not begun': 'Niet begonnen',
    'in progress': 'Bezig',
    done: 'Klaar',
    'look again': 'Opnieuw bekijken: sinds je klaar was is er een code bij gekomen',
  },
  codings: (count) => counted(count, 'codering', 'coderingen'),
  menu: {
    title: 'Document',
    open: 'Openen',
    properties: 'Eigenschappen …',
    rename: 'Andere naam geven …',
    progress: 'Hoe ver ik ben',
    done: 'Klaar',
    inProgress: 'Bezig',
    notBegun: 'Niet begonnen',
    language: 'Taal',
    delete: 'Verwijderen …',
  },
  languages: { en: 'Engels', nl: 'Nederlands' },
  rename: { title: 'Document een andere naam geven', name: 'Naam', save: 'Naam wijzigen' },
  removal: {
    title: (count) => (count === 1 ? 'Dit document verwijderen?' : `${documentsOf(count)} verwijderen?`),
    text: (names, codings, memos) => {
      const along = [
        codings > 0 ? counted(codings, 'codering', 'coderingen') : '',
        memos > 0 ? counted(memos, 'memo', 'memo’s') : '',
      ].filter((one) => one !== '')
      return along.length === 0
        ? `Je verwijdert ${names}. Met Ongedaan maken haal je dit terug.`
        : `Je verwijdert ${names}, met ${along.join(' en ')} erin. Met Ongedaan maken haal je dit terug.`
    },
    several: (count) => documentsOf(count),
    delete: 'Verwijderen',
  },
  commands: {
    properties: 'Eigenschappen van dit document …',
    done: 'Dit document als klaar markeren',
    inProgress: 'Dit document als bezig markeren',
  },
  properties: {
    title: 'Eigenschappen',
    name: 'Naam',
    language: 'Taal',
    progress: 'Hoe ver ik ben',
    speakers: 'Wie er spreekt',
    speakersHint:
      'Wat een tolk zegt, telt voor de respondent voor wie de tolk spreekt. Wat interviewers en anderen zeggen, telt voor niemand.',
    speaker: 'Label',
    turns: 'Beurten',
    role: 'Rol',
    respondent: 'Respondent',
    respondentOf: (label) => `Respondent bij “${label}”`,
    roleOf: (label) => `Rol van “${label}”`,
    interprets: 'Spreekt voor',
    by: 'Van',
    byHint: 'Spreekt er niemand, dan telt het hele document voor deze respondenten.',
    about: 'Over',
    aboutHint: 'Een dossier of brief over iemand wordt apart geteld.',
    add: 'Respondent toevoegen',
    remove: (name) => `${name} weghalen`,
    attributes: 'Documentkenmerken',
    noAttributes: 'Documenten hebben nog geen kenmerken. Voeg kolommen toe bij Respondenten, onder Documenten.',
    facts: (words, turns, codings) =>
      [
        counted(words, 'woord', 'woorden'),
        counted(turns, 'beurt', 'beurten'),
        counted(codings, 'codering', 'coderingen'),
      ].join(' · '),
    close: 'Klaar',
  },
  roles: {
    interviewer: 'Interviewer',
    respondent: 'Respondent',
    interpreter: 'Tolk',
    other: 'Anders',
  },
}
