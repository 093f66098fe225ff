import { countedEn as counted } from '../words.ts'

export const excerpts = {
  title: 'Excerpts',
  count: (total: number, respondents: number) =>
    respondents === 0
      ? counted(total, 'excerpt', 'excerpts')
      : `${counted(total, 'excerpt', 'excerpts')} of ${counted(respondents, 'respondent', 'respondents')}`,
  ofCodes: (count: number) => counted(count, 'code', 'codes'),
  allCodes: 'All codes',
  rollup: 'Include subcodes',
  nobody: 'Not assigned',
  turn: (number: number) => `turn ${number}`,
  none: { title: 'No excerpts', text: 'Nothing is coded with this yet.' },
  choose: {
    title: 'Excerpts of a code',
    text: 'Choose a code in the codebook, or a cell in a table, and its excerpts stand here.',
  },
  open: 'Show in the text',
  wider: 'More of the text around it',
  narrower: 'Less of the text around it',
  recode: 'Give another code …',
  remove: 'Remove coding',
  memo: 'Write a memo',
  memos: (count: number) => counted(count, 'memo', 'memos'),
  actions: 'Actions',
  close: 'Close',
  loading: '…',
  help: 'Up and down move, Enter shows it in the text, W widens, R gives another code, Delete removes, M writes a memo.',
  commands: {
    ofCoding: 'Excerpts of the code of this coding',
  },
}
