import { countedEn as counted, listEn as list } from '../words.ts'

const speakers = {
  interviewer: (label: string) => `${label} is an interviewer`,
  respondent: (label: string, name: string | null) =>
    name === null ? `${label} is a respondent` : `${label} is respondent “${name}”`,
  interpreter: (label: string, name: string | null) =>
    name === null ? `${label} is an interpreter` : `${label} is the interpreter of “${name}”`,
  other: (label: string) => `${label} is somebody else`,
}

export const cli = {
  usage: `npm run -s verbatim -- COMMAND

  new FILE
      Make a project. The ending .verbatim may be left out everywhere.

  import FILE PATH... [--attributes CSV]
      Import interviews (.docx, .txt, .md), or all that are in a folder, and say of each who is taken to speak in it.
      The first column of the CSV is called "respondent" or "document"; each further column is an attribute.

  code FILE --document NAME --quote "exact words" --code "Fear > Safety fear" [--coder NAME] [--occurrence N]
      Put a code on a quote. Codes of the path that are not there yet are made.

  query frequencies FILE [--across respondents|documents|ATTRIBUTE] [--count respondents|codings|words]
                         [--rollup] [--format csv|json] [--output PATH]
      Count codes. --rollup counts subcodes for their codes too.

  export excerpts|codebook FILE [--format csv|qdc] [--output PATH]
      Write what was coded, or the codebook. A file that is there is replaced.

  call FILE feature.method '{"json": 1}'
      Call any method that the window uses, and print its answer. "-" reads the JSON from standard input.

  check FILE
      Check the whole file.

Exit code: 0 done, 1 failed, 2 wrong usage. docs/command-line.md shows examples.`,
  wrong: {
    noCommand: 'Say which command.',
    unknownCommand: (name: string) => `There is no command “${name}”.`,
    unknownOption: (option: string, command: string) => `“${command}” knows no ${option}.`,
    noValue: (option: string) => `A value is missing behind ${option}.`,
    takesNoValue: (option: string) => `${option} takes no value.`,
    twice: (option: string) => `${option} is given twice.`,
    missing: (what: string) => `${what} is missing.`,
    tooMuch: (word: string) => `“${word}” is one word too many. Names with spaces go between quotation marks.`,
    choose: (what: string, choices: readonly string[]) => `Behind ${what} comes ${choices.join(' or ')}.`,
    noNumber: (option: string) => `Behind ${option} comes a number from 1.`,
    codePath: (path: string) => `“${path}” lacks a name before or behind a “>”.`,
    unknownMethod: (name: string) => `There is no method “${name}”.`,
    noJson: (text: string) => `This is not JSON: ${text.slice(0, 100)}`,
    outputIsProject: 'A project file cannot be written over. Choose another name for --output.',
  },
  failed: {
    noFile: (path: string) => `There is no file “${path}”.`,
    noFolder: (path: string) => `There is no folder “${path}”.`,
    emptyFolder: (path: string) => `There is no .docx, .txt or .md in “${path}”.`,
    noAccess: (path: string) => `You may not read “${path}”.`,
    output: (path: string) => `“${path}” cannot be written. Look at the folder and your rights in it.`,
    noDocument: (name: string) => `There is no document “${name}” in the project.`,
    severalDocuments: (name: string, count: number) =>
      `${counted(count, 'document is', 'documents are')} called “${name}”. Give them different names first.`,
    noQuote: (quote: string, document: string) => `“${quote}” does not occur in “${document}”. Nothing was changed.`,
    severalQuotes: (quote: string, document: string, count: number) =>
      `“${quote}” occurs ${count} times in “${document}”. Say which one: --occurrence 1 to ${count}.`,
    noSuchOccurrence: (quote: string, document: string, count: number, asked: number) =>
      `“${quote}” occurs ${counted(count, 'time', 'times')} in “${document}”, so there is no occurrence ${asked}.`,
    onlyLoosely: (quote: string, document: string, count: number) =>
      `“${quote}” occurs ${count} times in “${document}”, each time with other spaces or line ends. Give it exactly as it stands there.`,
    archived: (code: string) => `“${code}” is archived. Bring it back into the codebook first.`,
    notCodable: (code: string) => `“${code}” is a category and cannot be put on text. Choose a code below it.`,
    noAttribute: (name: string, known: readonly string[]) =>
      known.length === 0
        ? `There is no attribute “${name}”; the project has none.`
        : `There is no attribute “${name}”. There are ${list(known)}.`,
    nameColumn: (file: string, found: string) =>
      `The first column of “${file}” is called “${found}”. Call it respondent or document. Nothing was changed.`,
    misfit: (file: string, line: number, value: string, attribute: string) =>
      `“${value}” in line ${line} of “${file}” does not fit the attribute “${attribute}”. Nothing was changed.`,
    input: (method: string, issues: readonly { readonly path: string; readonly message: string }[]) =>
      `${method} does not take this: ${issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')}.`,
    faults: (count: number) => `${counted(count, 'fault', 'faults')} found.`,
    disconnected: 'The window that has the project open was closed meanwhile. What was answered is saved; try again.',
  },
  ofFile: (file: string, told: string) => `${file}: ${told}`,
  imported: (name: string, language: 'en' | 'nl', words: number, turns: number) =>
    `document “${name}” in ${language === 'en' ? 'English' : 'Dutch'}, ${counted(words, 'word', 'words')}, ${counted(turns, 'turn', 'turns')}.`,
  speaker: (label: string, role: keyof typeof speakers, respondent: string | null) => speakers[role](label, respondent),
  speakers: (told: readonly string[]) => `${told.join('; ')}.`,
  by: (names: readonly string[]) =>
    `Nobody is set off as speaking; it is by respondent ${list(names.map((name) => `“${name}”`))}.`,
  encodingGuessed: (encoding: string) => `Its characters are taken to be ${encoding}.`,
  table: (owner: 'respondent' | 'document', rows: number, attributes: readonly string[]) =>
    `${owner === 'respondent' ? counted(rows, 'respondent', 'respondents') : counted(rows, 'document', 'documents')}. ` +
    `Attributes: ${attributes.join('; ')}.`,
  attribute: (name: string, type: string) => `${name} (${type.toLowerCase()})`,
  madeRespondents: (names: readonly string[]) => `Added, without a document: ${names.join('; ')}.`,
  noDocuments: (names: readonly string[]) => `Left out, for there are no such documents: ${names.join('; ')}.`,
  turn: (number: number) => `turn ${number}`,
  paragraph: (number: number) => `paragraph ${number}`,
  characters: (start: number, end: number) => `characters ${start} to ${end}`,
  coded: (document: string, place: string, characters: string, code: string) =>
    `${document}, ${place}, ${characters}: ${code}.`,
  madeCodes: (paths: readonly string[]) => `New in the codebook: ${paths.join('; ')}.`,
  extended: (characters: string) => `An earlier coding there now has ${characters}.`,
  noFault: 'No fault found.',
  faults: {
    structure: (detail: string) => `The file is damaged: ${detail}`,
    reference: (table: string, parent: string, rows: number) =>
      `${counted(rows, 'row', 'rows')} of ${table} without ${parent}.`,
    derived: (table: string, rows: number) =>
      `${counted(rows, 'row', 'rows')} of ${table} ${rows === 1 ? 'differs' : 'differ'} from what the codings give.`,
    text: (document: string) => `The text of “${document}” is not the one that was imported.`,
    quote: (document: string, codings: number) =>
      `${counted(codings, 'coding', 'codings')} in “${document}” on other words than when ${codings === 1 ? 'it was' : 'they were'} made.`,
  },
}
