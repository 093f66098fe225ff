import type { Messages } from '../en.ts'
import { countedNl as counted, listNl as list } from '../words.ts'

export const respondents: Messages['respondents'] = {
  title: 'Respondenten',
  documents: 'Documenten',
  show: 'Tonen',
  search: 'Zoek een naam of waarde',
  columns: { name: 'Naam', codings: 'Coderingen' },
  none: {
    title: 'Er zijn nog geen respondenten',
    text: 'Respondenten zijn de mensen met wie je spreekt. Ze komen mee met hun interviews, uit een .csv, of je voegt ze hier toe.',
  },
  noDocuments: {
    title: 'Er zijn nog geen documenten',
    text: 'Importeer eerst interviews. Daarna geef je ze kenmerken, zoals datum, ronde, plaats of taal.',
  },
  add: 'Respondent toevoegen',
  addAttribute: 'Kenmerk toevoegen',
  importTable: '.csv importeren …',
  tableLabel: (what) => `${what} met hun kenmerken`,
  tableHelp:
    'Met de pijltjes ga je rond, met Enter of F2 bewerk je, typen vervangt, Delete maakt leeg. Kopiëren en plakken werkt met een spreadsheet.',
  counts: (rows, of) => (rows === of ? counted(of, 'rij', 'rijen') : `${rows} van ${counted(of, 'rij', 'rijen')}`),
  newRow: 'Nieuwe respondent',
  nameHint: 'Met een pseudoniem bescherm je je respondenten.',
  openPage: (name) => `Open de pagina van ${name}`,
  openDocument: (name) => `Open ${name}`,
  field: { placeholder: 'Naam', isNew: 'nieuw', open: 'Namen tonen' },
  values: {
    yes: 'ja',
    no: 'nee',
    notApplicable: 'n.v.t.',
    notKnown: 'niet bekend',
    notKnownLong: 'Niet bekend',
    notApplicableLong: 'Niet van toepassing',
  },
  types: {
    text: 'Tekst',
    number: 'Getal',
    date: 'Datum',
    'yes/no': 'Ja of nee',
    choice: 'Keuze',
  },
  misfit: {
    number: (value) => `“${value}” is geen getal. Schrijf het als 31 of 3,5.`,
    date: (value) => `“${value}” is geen datum. Schrijf die als 14-3-2026 of 14 maart 2026.`,
    'yes/no': (value) => `“${value}” is geen ja of nee.`,
    choice: (value) => `“${value}” is geen van de keuzes.`,
    text: () => 'Deze tekst is te lang. Er passen hoogstens 2.000 tekens in.',
  },
  pasting: {
    title: 'Niet alles past',
    text: (misfits, cells) =>
      `${counted(misfits, 'waarde past', 'waarden passen')} niet, van ${cells}. Er is niets geplakt.`,
    place: (value, attribute, owner) => `“${value}” voor ${attribute} van ${owner}`,
    more: (count) => `en nog ${count}`,
    close: 'Sluiten',
    newNames: 'Nieuwe respondenten',
    newNamesText: (names) =>
      `${counted(names.length, 'naam is', 'namen zijn')} nieuw en ${names.length === 1 ? 'wordt' : 'worden'} toegevoegd: ${list(names.slice(0, 8))}${names.length > 8 ? ' …' : '.'}`,
    newChoices: 'Nieuwe keuzes',
    newChoicesText: (attribute, words) => `${attribute}: ${list(words)}`,
    newChoicesAsk: 'Deze woorden staan nog niet bij de keuzes. Wil je ze toevoegen?',
    addChoices: 'Toevoegen en doorgaan',
    tooWide:
      'Wat je kopieerde is breder of langer dan de tabel vanaf hier. Er is niets geplakt. Begin verder naar links of naar boven.',
    onNames: 'Over namen heen kun je niet plakken. Kies het eerste kenmerk, of importeer de namen uit een .csv.',
  },
  attribute: {
    new: 'Nieuw kenmerk',
    edit: 'Kenmerk bewerken',
    menu: (name) => `Acties voor ${name}`,
    name: 'Naam',
    namePlaceholder: 'Zoals Leeftijd, Land of Ronde',
    type: 'Soort',
    choices: 'Keuzes, één per regel',
    choicesHint: 'Wil je een keuze anders noemen, verander dan haar regel; de waarden gaan mee.',
    bands: 'Groepen om te tellen beginnen bij',
    bandsHint: 'Zoals 18, 30, 45: dan zijn de groepen <18, 18–29, 30–44 en 45+.',
    bandsWrong: 'Schrijf getallen, met spaties of puntkomma’s ertussen.',
    bandsPreview: (groups) => `Groepen: ${groups.join(' · ')}`,
    create: 'Toevoegen',
    save: 'Bewaren',
    misfitTitle: 'Sommige waarden passen niet',
    misfitText: (count) =>
      `${counted(count, 'waarde past', 'waarden passen')} niet meer en wordt dan “niet bekend”. Met Ongedaan maken haal je dit terug.`,
    misfitGo: 'Toch wijzigen',
    editEntry: 'Bewerken …',
    sortUp: 'Oplopend sorteren',
    sortDown: 'Aflopend sorteren',
    moveLeft: 'Naar links',
    moveRight: 'Naar rechts',
    removeEntry: 'Verwijderen …',
    removeTitle: (name) => `Kenmerk “${name}” verwijderen?`,
    removeText: (values) =>
      values === 0
        ? 'Het heeft geen waarden. Met Ongedaan maken haal je dit terug.'
        : `${counted(values, 'waarde gaat', 'waarden gaan')} mee weg. Met Ongedaan maken haal je dit terug.`,
    remove: 'Verwijderen',
  },
  row: {
    open: 'Openen',
    rename: 'Andere naam geven',
    remove: 'Verwijderen …',
    menu: (name) => `Acties voor ${name}`,
  },
  removal: {
    title: (count, name) =>
      count === 1 ? `${name} verwijderen?` : `${counted(count, 'respondent', 'respondenten')} verwijderen?`,
    text: (documents, values, memos) => {
      const along = [
        values > 0 ? counted(values, 'kenmerkwaarde', 'kenmerkwaarden') : '',
        memos > 0 ? counted(memos, 'memo', 'memo’s') : '',
      ].filter((one) => one !== '')
      const goes = along.length > 0 ? `Ook weg ${values + memos === 1 ? 'gaat' : 'gaan'} ${list(along)}. ` : ''
      const stays =
        documents > 0
          ? `${counted(documents, 'document blijft', 'documenten blijven')}, met alle coderingen; die tellen dan voor niemand. `
          : ''
      return `${goes}${stays}Met Ongedaan maken haal je dit terug.`
    },
    remove: 'Verwijderen',
  },
  page: {
    back: 'Alle respondenten',
    rename: 'Andere naam geven',
    remove: 'Verwijderen …',
    attributes: 'Respondentkenmerken',
    documents: 'Documenten',
    by: 'van',
    about: 'over',
    noDocuments: 'Nog geen document is van deze respondent of gaat erover.',
    codes: 'Coderingen',
    noCodes: 'Van wat deze respondent zegt is nog niets gecodeerd.',
    excerpts: (code) => `Toon de fragmenten van ${code}`,
    allExcerpts: 'Alle fragmenten tonen',
    memos: (count) => (count === 0 ? 'Een memo schrijven' : counted(count, 'memo', 'memo’s')),
    summary: 'Samenvatting',
    summaryPlaceholder: 'Wie is dit, in je eigen woorden?',
    noAttributes: 'Er zijn nog geen kenmerken. Voeg ze toe in de tabel.',
  },
  table: {
    title: 'Kenmerken importeren',
    choose: 'Kies een .csv-bestand',
    intro:
      'In de eerste kolom staan de namen, elke volgende kolom wordt een kenmerk. Bewaar het blad in je spreadsheetprogramma als .csv.',
    ownerLabel: 'Kenmerken van',
    reading: 'Bezig met lezen …',
    read: (encoding, delimiter) => `Gelezen als ${encoding}, met ${delimiter} tussen de kolommen.`,
    delimiters: { ';': 'puntkomma’s', ',': 'komma’s', '\t': 'tabs' },
    found: (rows, known) => `${counted(rows, 'rij', 'rijen')}; ${known} van de namen staan in het project.`,
    unknownRespondents: (count) => `${counted(count, 'naam staat', 'namen staan')} nog niet in het project`,
    unknownDocuments: (count) =>
      `${counted(count, 'naam is', 'namen zijn')} niet de naam van een document. Deze rijen worden overgeslagen.`,
    createUnknown: (count) => `Voeg daarvoor ${counted(count, 'respondent', 'respondenten')} toe`,
    leaveOut: 'Anders worden deze rijen overgeslagen.',
    repeated: (count) =>
      `${counted(count, 'naam staat', 'namen staan')} op meer dan één rij. Waar twee rijen iets zeggen, telt de laatste.`,
    column: 'Kolom',
    type: 'Soort',
    samples: 'Bijvoorbeeld',
    existing: 'bestaat al',
    fits: 'Past',
    misfits: (count) => `${counted(count, 'waarde past', 'waarden passen')} niet`,
    misfit: (line, value) => `rij ${line}: “${value}”`,
    misfitHelp: 'Kies een andere soort, of verbeter het bestand.',
    misfitExisting: 'Verbeter het bestand, of verander eerst de soort van dit kenmerk in de tabel.',
    noColumns: 'In dit bestand staan alleen namen: er is geen tweede kolom.',
    import: 'Importeren',
    done: (values, created) =>
      created === 0
        ? `${counted(values, 'waarde', 'waarden')} geïmporteerd`
        : `${counted(values, 'waarde', 'waarden')} geïmporteerd, ${counted(created, 'respondent', 'respondenten')} toegevoegd`,
  },
  commands: {
    add: 'Nieuwe respondent',
    importTable: 'Kenmerken uit een .csv importeren …',
  },
}
