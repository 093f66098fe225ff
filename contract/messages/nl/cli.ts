import type { Messages } from '../en.ts'
import { countedNl as counted, listNl as list } from '../words.ts'

const speakers = {
  interviewer: (label: string) => `${label} is interviewer`,
  respondent: (label: string, name: string | null) =>
    name === null ? `${label} is respondent` : `${label} is respondent “${name}”`,
  interpreter: (label: string, name: string | null) =>
    name === null ? `${label} is tolk` : `${label} is de tolk van “${name}”`,
  other: (label: string) => `${label} is iemand anders`,
}

export const cli: Messages['cli'] = {
  usage: `npm run -s verbatim -- OPDRACHT

  new BESTAND
      Een project maken. De uitgang .verbatim mag je overal weglaten.

  import BESTAND PAD... [--attributes CSV]
      Interviews importeren (.docx, .txt, .md), of alles wat in een map staat. Van elk lees je wie er spreekt, volgens
      Verbatim. De eerste kolom van de CSV heet "respondent" of "document"; elke volgende kolom is een kenmerk.

  code BESTAND --document NAAM --quote "precieze woorden" --code "Angst > Onveilig" [--coder NAAM] [--occurrence N]
      Een code op een citaat zetten. Codes van het pad die er nog niet zijn, worden gemaakt.

  query frequencies BESTAND [--across respondents|documents|KENMERK] [--count respondents|codings|words]
                            [--rollup] [--format csv|json] [--output PAD]
      Codes tellen. Met --rollup tellen subcodes mee bij hun code.

  export excerpts|codebook BESTAND [--format csv|qdc] [--output PAD]
      Wegschrijven wat er is gecodeerd, of het codeboek. Een bestand dat er al is, wordt vervangen.

  call BESTAND onderdeel.methode '{"json": 1}'
      Iets opvragen of doen zoals het venster dat doet, en het antwoord tonen. Met "-" komt de JSON van standaardinvoer.

  check BESTAND
      Het hele bestand controleren.

Afsluitcode: 0 gedaan, 1 mislukt, 2 verkeerd gebruikt. In docs/command-line.md staan voorbeelden.`,
  wrong: {
    noCommand: 'Zeg welke opdracht.',
    unknownCommand: (name) => `Er is geen opdracht “${name}”.`,
    unknownOption: (option, command) => `“${command}” kent geen ${option}.`,
    noValue: (option) => `Achter ${option} ontbreekt een waarde.`,
    takesNoValue: (option) => `Achter ${option} komt geen waarde.`,
    twice: (option) => `${option} staat er twee keer.`,
    missing: (what) => `${what} ontbreekt.`,
    tooMuch: (word) => `“${word}” is een woord te veel. Namen met spaties zet je tussen aanhalingstekens.`,
    choose: (what, choices) => `Achter ${what} komt ${choices.join(' of ')}.`,
    noNumber: (option) => `Achter ${option} komt een getal vanaf 1.`,
    codePath: (path) => `In “${path}” ontbreekt een naam voor of achter een “>”.`,
    unknownMethod: (name) => `Er is geen methode “${name}”.`,
    noJson: (text) => `Dit is geen JSON: ${text.slice(0, 100)}`,
    outputIsProject: 'Een projectbestand kan niet worden overschreven. Kies een andere naam voor --output.',
  },
  failed: {
    noFile: (path) => `Er is geen bestand “${path}”.`,
    noFolder: (path) => `Er is geen map “${path}”.`,
    emptyFolder: (path) => `In “${path}” staat geen .docx, .txt of .md.`,
    noAccess: (path) => `Je mag “${path}” niet lezen.`,
    output: (path) => `“${path}” kan niet worden geschreven. Kijk naar de map en naar je rechten daarin.`,
    noDocument: (name) => `Er is geen document “${name}” in het project.`,
    severalDocuments: (name, count) =>
      `${counted(count, 'document heet', 'documenten heten')} “${name}”. Geef ze eerst verschillende namen.`,
    noQuote: (quote, document) => `“${quote}” komt niet voor in “${document}”. Er is niets veranderd.`,
    severalQuotes: (quote, document, count) =>
      `“${quote}” komt ${count} keer voor in “${document}”. Zeg welke: --occurrence 1 tot en met ${count}.`,
    noSuchOccurrence: (quote, document, count, asked) =>
      `“${quote}” komt ${count} keer voor in “${document}”; nummer ${asked} is er niet.`,
    onlyLoosely: (quote, document, count) =>
      `“${quote}” komt ${count} keer voor in “${document}”, telkens met andere spaties of regeleinden. Geef het precies zoals het daar staat.`,
    archived: (code) => `“${code}” is gearchiveerd. Haal de code eerst terug in het codeboek.`,
    notCodable: (code) => `“${code}” is een categorie en kan niet op tekst. Kies een code eronder.`,
    noAttribute: (name, known) =>
      known.length === 0
        ? `Er is geen kenmerk “${name}”; het project heeft er geen.`
        : `Er is geen kenmerk “${name}”. Wel zijn er ${list(known)}.`,
    nameColumn: (file, found) =>
      `De eerste kolom van “${file}” heet “${found}”. Noem die respondent of document. Er is niets veranderd.`,
    misfit: (file, line, value, attribute) =>
      `“${value}” op regel ${line} van “${file}” past niet bij het kenmerk “${attribute}”. Er is niets veranderd.`,
    input: (method, issues) =>
      `${method} kan hier niets mee: ${issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')}.`,
    faults: (count) => `${counted(count, 'fout', 'fouten')} gevonden.`,
    disconnected:
      'Het venster waarin het project open is, is intussen gesloten. Wat beantwoord is, is bewaard; probeer het opnieuw.',
  },
  ofFile: (file, told) => `${file}: ${told}`,
  imported: (name, language, words, turns) =>
    `document “${name}” in het ${language === 'en' ? 'Engels' : 'Nederlands'}, ${counted(words, 'woord', 'woorden')}, ${counted(turns, 'beurt', 'beurten')}.`,
  speaker: (label, role, respondent) => speakers[role](label, respondent),
  speakers: (told) => `${told.join('; ')}.`,
  by: (names) =>
    `Er is niet aangegeven wie er spreekt; het is van respondent ${list(names.map((name) => `“${name}”`))}.`,
  encodingGuessed: (encoding) => `De tekens zijn gelezen als ${encoding}.`,
  table: (owner, rows, attributes) =>
    `${owner === 'respondent' ? counted(rows, 'respondent', 'respondenten') : counted(rows, 'document', 'documenten')}. ` +
    `Kenmerken: ${attributes.join('; ')}.`,
  attribute: (name, type) => `${name} (${type.toLowerCase()})`,
  madeRespondents: (names) => `Toegevoegd, zonder document: ${names.join('; ')}.`,
  noDocuments: (names) => `Overgeslagen, want deze documenten zijn er niet: ${names.join('; ')}.`,
  turn: (number) => `beurt ${number}`,
  paragraph: (number) => `alinea ${number}`,
  characters: (start, end) => `tekens ${start} tot ${end}`,
  coded: (document, place, characters, code) => `${document}, ${place}, ${characters}: ${code}.`,
  madeCodes: (paths) => `Nieuw in het codeboek: ${paths.join('; ')}.`,
  extended: (characters) => `Een eerdere codering daar heeft nu ${characters}.`,
  noFault: 'Geen fout gevonden.',
  faults: {
    structure: (detail) => `Het bestand is beschadigd: ${detail}`,
    reference: (table, parent, rows) => `${counted(rows, 'rij', 'rijen')} van ${table} zonder ${parent}.`,
    derived: (table, rows) =>
      `${counted(rows, 'rij', 'rijen')} van ${table} ${rows === 1 ? 'is' : 'zijn'} anders dan de coderingen geven.`,
    text: (document) => `De tekst van “${document}” is niet de tekst die is geïmporteerd.`,
    quote: (document, codings) =>
      `${counted(codings, 'codering', 'coderingen')} in “${document}” op andere woorden dan toen ${codings === 1 ? 'die werd' : 'ze werden'} gemaakt.`,
  },
}
