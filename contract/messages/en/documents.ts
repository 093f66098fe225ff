import { countedEn as counted } from '../words.ts'

const documentsOf = (count: number) => counted(count, 'document', 'documents')

export const documents = {
  title: 'Documents',
  import: 'Import interviews',
  search: 'Find a document',
  none: 'No documents yet. Import interviews by the plus sign, or drop files on the window.',
  noneFound: 'No document or respondent has that name.',
  states: {
    'not begun': 'Not begun',
    'in progress': 'In progress',
    done: 'Done',
    'look again': 'Look again: a code was made since you were done',
  },
  codings: (count: number) => counted(count, 'coding', 'codings'),
  menu: {
    title: 'Document',
    open: 'Open',
    properties: 'Properties …',
    rename: 'Rename …',
    progress: 'How far I am',
    done: 'Done',
    inProgress: 'In progress',
    notBegun: 'Not begun',
    language: 'Language',
    delete: 'Delete …',
  },
  languages: { en: 'English', nl: 'Dutch' },
  rename: { title: 'Rename document', name: 'Name', save: 'Rename' },
  removal: {
    title: (count: number) => (count === 1 ? 'Delete this document?' : `Delete ${documentsOf(count)}?`),
    text: (names: string, codings: number, memos: number) => {
      const along = [
        codings > 0 ? counted(codings, 'coding', 'codings') : '',
        memos > 0 ? counted(memos, 'memo', 'memos') : '',
      ].filter((one) => one !== '')
      return along.length === 0
        ? `${names} will be deleted. You can take this back with Undo.`
        : `${names} will be deleted, with ${along.join(' and ')} in it. You can take this back with Undo.`
    },
    several: (count: number) => documentsOf(count),
    delete: 'Delete',
  },
  commands: {
    properties: 'Properties of this document …',
    done: 'Mark this document as done',
    inProgress: 'Mark this document as in progress',
  },
  properties: {
    title: 'Properties',
    name: 'Name',
    language: 'Language',
    progress: 'How far I am',
    speakers: 'Who speaks',
    speakersHint:
      'What an interpreter says counts for the respondent she speaks for. What interviewers and others say counts for nobody.',
    speaker: 'Label',
    turns: 'Turns',
    role: 'Role',
    respondent: 'Respondent',
    respondentOf: (label: string) => `Respondent for “${label}”`,
    roleOf: (label: string) => `Role of “${label}”`,
    interprets: 'Speaks for',
    by: 'By',
    byHint: 'Without speakers, the whole document counts for these respondents.',
    about: 'About',
    aboutHint: 'A case file or a letter about somebody is counted apart.',
    add: 'Add a respondent',
    remove: (name: string) => `Remove ${name}`,
    attributes: 'Attributes',
    noAttributes: 'Documents have no attributes yet. Add columns in the room Respondents, under Documents.',
    facts: (words: number, turns: number, codings: number) =>
      [counted(words, 'word', 'words'), counted(turns, 'turn', 'turns'), counted(codings, 'coding', 'codings')].join(
        ' · ',
      ),
    close: 'Done',
  },
  roles: {
    interviewer: 'Interviewer',
    respondent: 'Respondent',
    interpreter: 'Interpreter',
    other: 'Other',
  },
}
