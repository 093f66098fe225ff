import { countedEn as counted, listEn as list } from '../words.ts'

const filesOf = (count: number) => counted(count, 'file', 'files')
const documentsOf = (count: number) => counted(count, 'document', 'documents')

export const imports = {
  command: 'Import interviews …',
  title: 'Import interviews',
  first: {
    title: 'Bring in your interviews',
    text: 'Choose files, or drop them on this window. You see how each one comes in before anything is kept, and they stay on this computer.',
  },
  files: 'Files',
  add: 'Add files …',
  drop: 'Word (.docx), text (.txt) and Markdown (.md). You can drop files here too.',
  status: {
    waiting: 'Waiting',
    reading: 'Reading',
    ready: (words: number, speakers: number) =>
      speakers === 0
        ? `${counted(words, 'word', 'words')}, nobody set off as speaking`
        : `${counted(words, 'word', 'words')}, ${counted(speakers, 'speaker', 'speakers')}`,
    duplicate: 'Same text as a document of the project',
    twice: 'Same text as another of these files',
    importing: 'Importing',
    imported: 'Imported',
    leftOut: 'Left out',
  },
  progress: (file: string) => `Progress of ${file}`,
  overall: 'Progress of the whole import',
  nothingChosen: 'Choose a file on the left to see how it will come in.',
  preview: {
    title: 'How it comes in',
    name: 'Name of the document',
    language: 'Language',
    encoding: 'Characters',
    encodings: {
      'utf-8': 'Unicode (UTF-8)',
      'utf-16le': 'Unicode (UTF-16)',
      'utf-16be': 'Unicode (UTF-16, big-endian)',
      'windows-1252': 'Western (Windows-1252)',
    },
    encodingUncertain:
      'The file does not say how its characters are written. Check the accents below, and choose another if they look wrong.',
    speakers: 'Who speaks',
    label: 'Label',
    turns: 'Turns',
    role: 'Role',
    roleOf: (label: string) => `Role of “${label}”`,
    respondentOf: (label: string) => `Respondent for “${label}”`,
    respondent: 'Which respondent',
    interprets: 'Speaks for',
    noSpeakers: 'Nobody is set off as speaking in this file. Whom is it by?',
    by: 'By',
    about: 'About',
    aboutHint: 'For a case file or a letter about somebody. It is counted apart.',
    sameForOthers: (count: number) =>
      `Use these roles in ${counted(count, 'other file', 'other files')} with the same labels`,
    text: 'Text',
    textStart: 'The beginning of the text',
    duplicateOf: (name: string) => `The project has this text already, as “${name}”.`,
    duplicateHere: (file: string) => `“${file}” in this list has the same text.`,
    importAnyway: 'Import it anyway',
  },
  /** What a Word file holds and the text does not. */
  leftOut: {
    title: 'Not all of the file comes in',
    insertions: (count: number) =>
      `${counted(count, 'tracked insertion is', 'tracked insertions are')} taken as accepted`,
    deletions: (count: number) => `${counted(count, 'tracked deletion stays', 'tracked deletions stay')} out`,
    comments: (count: number) => counted(count, 'comment', 'comments'),
    footnotes: (count: number) => counted(count, 'footnote or endnote', 'footnotes and endnotes'),
    images: (count: number) => counted(count, 'picture', 'pictures'),
    headers: (count: number) => counted(count, 'header or footer', 'headers and footers'),
    stayOut: (things: readonly string[]) => `${list(things)} stay out.`,
    changes: (things: readonly string[]) => `${list(things)}.`,
  },
  naming: {
    title: 'How shall the respondents be called?',
    text: (count: number) =>
      count === 1
        ? 'One file does not say what its respondent is called. File names often hold real names, so choose.'
        : `${filesOf(count)} do not say what their respondents are called. File names often hold real names, so choose.`,
    number: (example: string) => `Number them: ${example}`,
    file: (example: string) => `After their files: ${example}`,
    self: 'I fill in the names myself',
    and: (first: string, second: string) => `${first}, ${second} …`,
    first: 'First say how the respondents shall be called.',
    missing: (count: number) =>
      `${filesOf(count)} still without a respondent’s name: what is said there counts for nobody yet.`,
  },
  summary: (ready: number, failed: number) =>
    failed === 0 ? `${filesOf(ready)} ready` : `${filesOf(ready)} ready, ${failed} left out`,
  reading: (done: number, total: number) => `Reading ${done} of ${filesOf(total)}`,
  run: (count: number) => `Import ${documentsOf(count)}`,
  importing: (done: number, total: number) => `Importing: ${done} of ${filesOf(total)}`,
  stop: 'Stop',
  stopped: 'The import was stopped. Nothing was changed.',
  result: {
    imported: (count: number) => `${documentsOf(count)} imported.`,
    none: 'Nothing was imported.',
    undo: 'One step: Undo takes the whole import back.',
    failed: (count: number) => `${filesOf(count)} did not come in:`,
    openFirst: 'Open the first',
    done: 'Done',
    back: 'Back to the files',
  },
}
