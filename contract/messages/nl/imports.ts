import type { Messages } from '../en.ts'
import { countedNl as counted, listNl as list } from '../words.ts'

const filesOf = (count: number) => counted(count, 'bestand', 'bestanden')
const documentsOf = (count: number) => counted(count, 'document', 'documenten')

export const imports: Messages['imports'] = {
  command: 'Interviews importeren …',
  title: 'Interviews importeren',
  first: {
    title: 'Haal je interviews binnen',
    text: 'Kies bestanden, of sleep ze naar dit venster. Je ziet van elk bestand hoe het binnenkomt voordat er iets wordt bewaard, en alles blijft op deze computer.',
  },
  files: 'Bestanden',
  add: 'Bestanden toevoegen …',
  drop: 'Word (.docx), tekst (.txt) en Markdown (.md). Je kunt bestanden ook hierheen slepen.',
  status: {
    waiting: 'Wacht',
    reading: 'Wordt gelezen',
    ready: (words, speakers) =>
      speakers === 0
        ? `${counted(words, 'woord', 'woorden')}, geen sprekers aangegeven`
        : `${counted(words, 'woord', 'woorden')}, ${counted(speakers, 'spreker', 'sprekers')}`,
    duplicate: 'Zelfde tekst als een document in het project',
    twice: 'Zelfde tekst als een ander van deze bestanden',
    importing: 'Wordt geïmporteerd',
    imported: 'Geïmporteerd',
    leftOut: 'Overgeslagen',
  },
  progress: (file) => `Voortgang van ${file}`,
  overall: 'Voortgang van de hele import',
  nothingChosen: 'Kies links een bestand om te zien hoe het binnenkomt.',
  preview: {
    title: 'Hoe het binnenkomt',
    name: 'Naam van het document',
    language: 'Taal',
    encoding: 'Tekens',
    encodings: {
      'utf-8': 'Unicode (UTF-8)',
      'utf-16le': 'Unicode (UTF-16)',
      'utf-16be': 'Unicode (UTF-16, big-endian)',
      'windows-1252': 'West-Europees (Windows-1252)',
    },
    encodingUncertain:
      'Het bestand zegt niet hoe de tekens zijn geschreven. Kijk hieronder naar de accenten, en kies iets anders als ze niet kloppen.',
    speakers: 'Wie er spreekt',
    label: 'Label',
    turns: 'Beurten',
    role: 'Rol',
    roleOf: (label) => `Rol van “${label}”`,
    respondentOf: (label) => `Respondent bij “${label}”`,
    respondent: 'Welke respondent',
    interprets: 'Spreekt voor',
    noSpeakers: 'In dit bestand is niet aangegeven wie er spreekt. Van wie is het?',
    by: 'Van',
    about: 'Over',
    aboutHint: 'Voor een dossier of brief over iemand. Dat wordt apart geteld.',
    sameForOthers: (count) =>
      `Gebruik deze rollen in ${counted(count, 'ander bestand', 'andere bestanden')} met dezelfde labels`,
    text: 'Tekst',
    textStart: 'Het begin van de tekst',
    duplicateOf: (name) => `Deze tekst staat al in het project, als “${name}”.`,
    duplicateHere: (file) => `“${file}” in deze lijst heeft dezelfde tekst.`,
    importAnyway: 'Toch importeren',
  },
  leftOut: {
    title: 'Niet alles uit het bestand komt mee',
    insertions: (count) =>
      `${counted(count, 'bijgehouden invoeging geldt', 'bijgehouden invoegingen gelden')} als geaccepteerd`,
    deletions: (count) =>
      `${counted(count, 'bijgehouden verwijdering blijft', 'bijgehouden verwijderingen blijven')} weg`,
    comments: (count) => counted(count, 'opmerking', 'opmerkingen'),
    footnotes: (count) => counted(count, 'voet- of eindnoot', 'voet- en eindnoten'),
    images: (count) => counted(count, 'afbeelding', 'afbeeldingen'),
    headers: (count) => counted(count, 'kop- of voettekst', 'kop- en voetteksten'),
    stayOut: (things) => `Wat niet meekomt: ${list(things)}.`,
    changes: (things) => `${list(things)}.`,
  },
  naming: {
    title: 'Hoe wil je de respondenten noemen?',
    text: (count) =>
      count === 1
        ? 'Eén bestand zegt niet hoe de respondent heet. In bestandsnamen staan vaak echte namen; kies daarom zelf.'
        : `${filesOf(count)} zeggen niet hoe hun respondenten heten. In bestandsnamen staan vaak echte namen; kies daarom zelf.`,
    number: (example) => `Nummer ze: ${example}`,
    file: (example) => `Naar hun bestand: ${example}`,
    self: 'Ik vul de namen zelf in',
    and: (first, second) => `${first}, ${second} …`,
    first: 'Zeg eerst hoe je de respondenten wilt noemen.',
    missing: (count) =>
      `${filesOf(count)} nog zonder naam van de respondent: wat daar wordt gezegd, telt nog voor niemand.`,
  },
  summary: (ready, failed) =>
    failed === 0
      ? `${filesOf(ready)} klaar om te importeren`
      : `${filesOf(ready)} klaar om te importeren, ${failed} overgeslagen`,
  reading: (done, total) => `Bezig met lezen: ${done} van ${filesOf(total)}`,
  run: (count) => `${documentsOf(count)} importeren`,
  importing: (done, total) => `Bezig met importeren: ${done} van ${filesOf(total)}`,
  stop: 'Stoppen',
  stopped: 'Het importeren is gestopt. Er is niets veranderd.',
  result: {
    imported: (count) => `${documentsOf(count)} geïmporteerd.`,
    none: 'Er is niets geïmporteerd.',
    undo: 'Het is één stap: met Ongedaan maken haal je de hele import terug.',
    failed: (count) => `${counted(count, 'bestand kwam', 'bestanden kwamen')} niet binnen:`,
    openFirst: 'Het eerste openen',
    done: 'Klaar',
    back: 'Terug naar de bestanden',
  },
}
