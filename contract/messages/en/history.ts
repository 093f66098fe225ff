import type { Entity } from '../../history.ts'

/** One of each, before its name. */
const objects: Record<Entity, string> = {
  project: 'Project',
  coder: 'Coder',
  document: 'Document',
  speaker: 'Speaker',
  respondent: 'Respondent',
  attribute: 'Attribute',
  code: 'Code',
  coding: 'Coding',
  memo: 'Memo',
  query: 'Query',
}

export const history = {
  title: 'History',
  skip: 'Pass this step by',
  list: 'Steps',
  today: 'Today',
  yesterday: 'Yesterday',
  undone: 'undone',
  nobody: 'Verbatim',
  more: 'Show earlier steps',
  none: 'Nothing was done yet.',
  noneFound: 'No step fits what you chose.',
  filter: {
    what: 'What was changed',
    everything: 'Everything',
    who: 'By whom',
    everybody: 'Everybody',
    all: 'Show everything',
    object: (kind: Entity, name: string) => `${objects[kind]} “${name}”`,
  },
  /** Names of `object.entity`. */
  entities: {
    project: 'The project',
    coder: 'Coders',
    document: 'Documents',
    speaker: 'Speakers',
    respondent: 'Respondents',
    attribute: 'Attributes',
    code: 'Codes',
    coding: 'Codings',
    memo: 'Memos',
    query: 'Saved queries',
  },
  wholeHistory: 'Whole history',
}
