import { countedEn as counted, listEn as list } from '../words.ts'

export const respondents = {
  title: 'Respondents',
  documents: 'Documents',
  show: 'Show',
  search: 'Find a name or value',
  columns: { name: 'Name', codings: 'Codings' },
  none: {
    title: 'No respondents yet',
    text: 'Respondents are the people you speak with. They come in with their interviews, from a .csv, or you add them here.',
  },
  noDocuments: {
    title: 'No documents yet',
    text: 'Import interviews first; then you can give them attributes such as date, wave, place or language.',
  },
  add: 'Add respondent',
  addAttribute: 'Add attribute',
  importTable: 'Import .csv …',
  tableLabel: (what: string) => `${what} with their attributes`,
  tableHelp:
    'Arrow keys move, Enter or F2 edits, typing replaces, Delete clears. Copy and paste work with a spreadsheet.',
  counts: (rows: number, of: number) =>
    rows === of ? counted(of, 'row', 'rows') : `${rows} of ${counted(of, 'row', 'rows')}`,
  newRow: 'New respondent',
  nameHint: 'A pseudonym keeps your respondents safe.',
  openPage: (name: string) => `Open the page of ${name}`,
  openDocument: (name: string) => `Open ${name}`,
  field: { placeholder: 'Name', isNew: 'new', open: 'Show names' },
  values: {
    yes: 'yes',
    no: 'no',
    notApplicable: 'n/a',
    notKnown: 'not known',
    notKnownLong: 'Not known',
    notApplicableLong: 'Not applicable',
  },
  types: {
    text: 'Text',
    number: 'Number',
    date: 'Date',
    'yes/no': 'Yes or no',
    choice: 'Choice',
  },
  misfit: {
    number: (value: string) => `“${value}” is not a number. Write it like 31 or 3.5.`,
    date: (value: string) => `“${value}” is not a date. Write it like 2026-03-14 or 14 March 2026.`,
    'yes/no': (value: string) => `“${value}” is neither yes nor no.`,
    choice: (value: string) => `“${value}” is not one of the choices.`,
    text: () => 'That text is too long. At most 2,000 characters fit.',
  },
  pasting: {
    title: 'Not everything fits',
    text: (misfits: number, cells: number) =>
      `${counted(misfits, 'value does', 'values do')} not fit, out of ${cells}. Nothing was pasted.`,
    place: (value: string, attribute: string, owner: string) => `“${value}” for ${attribute} of ${owner}`,
    more: (count: number) => `and ${count} more`,
    close: 'Close',
    newNames: 'New respondents',
    newNamesText: (names: readonly string[]) =>
      `${counted(names.length, 'name is', 'names are')} new and will be added: ${list(names.slice(0, 8))}${names.length > 8 ? ' …' : '.'}`,
    newChoices: 'New choices',
    newChoicesText: (attribute: string, words: readonly string[]) => `${attribute}: ${list(words)}`,
    newChoicesAsk: 'These words are not among the choices yet. Shall they be added?',
    addChoices: 'Add and continue',
    tooWide:
      'What you copied is wider or longer than the table from here. Nothing was pasted. Start further to the left or higher up.',
    onNames: 'Names cannot be pasted over. Choose the first attribute, or import the names from a .csv.',
  },
  attribute: {
    new: 'New attribute',
    edit: 'Edit attribute',
    menu: (name: string) => `Actions for ${name}`,
    name: 'Name',
    namePlaceholder: 'Such as Age, Country or Wave',
    type: 'Type',
    choices: 'Choices, one on each line',
    choicesHint: 'To give a choice other words, change its line; its values follow.',
    bands: 'Groups for counting begin at',
    bandsHint: 'Such as 18, 30, 45: then the groups are <18, 18–29, 30–44 and 45+.',
    bandsWrong: 'Write numbers, parted by spaces or semicolons.',
    bandsPreview: (groups: readonly string[]) => `Groups: ${groups.join(' · ')}`,
    create: 'Add',
    save: 'Save',
    misfitTitle: 'Some values do not fit',
    misfitText: (count: number) =>
      `${counted(count, 'value does', 'values do')} not fit any more and would become “not known”. You can take this back with Undo.`,
    misfitGo: 'Change all the same',
    editEntry: 'Edit …',
    sortUp: 'Sort ascending',
    sortDown: 'Sort descending',
    moveLeft: 'Move to the left',
    moveRight: 'Move to the right',
    removeEntry: 'Delete …',
    removeTitle: (name: string) => `Delete attribute “${name}”?`,
    removeText: (values: number) =>
      values === 0
        ? 'It has no values. You can take this back with Undo.'
        : `${counted(values, 'value', 'values')} will go with it. You can take this back with Undo.`,
    remove: 'Delete',
  },
  row: {
    open: 'Open',
    rename: 'Rename',
    remove: 'Delete …',
    menu: (name: string) => `Actions for ${name}`,
  },
  removal: {
    title: (count: number, name: string) =>
      count === 1 ? `Delete ${name}?` : `Delete ${counted(count, 'respondent', 'respondents')}?`,
    text: (documents: number, values: number, memos: number) => {
      const along = [
        values > 0 ? counted(values, 'attribute value', 'attribute values') : '',
        memos > 0 ? counted(memos, 'memo', 'memos') : '',
      ].filter((one) => one !== '')
      const goes = along.length > 0 ? `${list(along)} will go too. ` : ''
      const stays =
        documents > 0
          ? `${counted(documents, 'document stays', 'documents stay')}, with all codings, which then count for nobody. `
          : ''
      return `${goes}${stays}You can take this back with Undo.`
    },
    remove: 'Delete',
  },
  page: {
    back: 'All respondents',
    rename: 'Rename',
    remove: 'Delete …',
    attributes: 'Attributes',
    documents: 'Documents',
    by: 'by',
    about: 'about',
    noDocuments: 'No document is by or about this respondent yet.',
    codes: 'Codings',
    noCodes: 'Nothing this respondent says has been coded yet.',
    excerpts: (code: string) => `Show excerpts of ${code}`,
    allExcerpts: 'Show all excerpts',
    memos: (count: number) => (count === 0 ? 'Write a memo' : counted(count, 'memo', 'memos')),
    summary: 'Summary',
    summaryPlaceholder: 'Who is this, in your own words?',
    noAttributes: 'There are no attributes yet. Add them in the table.',
  },
  table: {
    title: 'Import attributes',
    choose: 'Choose a .csv file',
    intro:
      'The first column holds the names, each further column becomes an attribute. In a spreadsheet program, save the sheet as .csv.',
    ownerLabel: 'Attributes of',
    reading: 'Reading …',
    read: (encoding: string, delimiter: string) => `Read as ${encoding}, columns parted by ${delimiter}.`,
    delimiters: { ';': 'semicolons', ',': 'commas', '\t': 'tabs' },
    found: (rows: number, known: number) =>
      `${counted(rows, 'row', 'rows')}; ${known} of the names are in the project.`,
    unknownRespondents: (count: number) => `${counted(count, 'name is', 'names are')} not in the project yet`,
    unknownDocuments: (count: number) =>
      `${counted(count, 'name is', 'names are')} not the name of a document. These rows will be left out.`,
    createUnknown: (count: number) => `Add ${counted(count, 'respondent', 'respondents')} for them`,
    leaveOut: 'Otherwise these rows are left out.',
    repeated: (count: number) =>
      `${counted(count, 'name stands', 'names stand')} on more than one row. Where two rows say something, the last one counts.`,
    column: 'Column',
    type: 'Type',
    samples: 'For example',
    existing: 'exists already',
    fits: 'Fits',
    misfits: (count: number) => `${counted(count, 'value does', 'values do')} not fit`,
    misfit: (line: number, value: string) => `row ${line}: “${value}”`,
    misfitHelp: 'Choose another type, or correct the file.',
    misfitExisting: 'Correct the file, or change the type of this attribute in the table first.',
    noColumns: 'This file has names only: there is no second column.',
    import: 'Import',
    done: (values: number, created: number) =>
      created === 0
        ? `${counted(values, 'value', 'values')} imported`
        : `${counted(values, 'value', 'values')} imported, ${counted(created, 'respondent', 'respondents')} added`,
  },
  commands: {
    add: 'New respondent',
    importTable: 'Import attributes from a .csv …',
  },
}
