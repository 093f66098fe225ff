import type { Entity } from '../../history.ts'
import type { Messages } from '../en.ts'

const objects: Record<Entity, string> = {
  project: 'Project',
  coder: 'Codeur',
  document: 'Document',
  speaker: 'Spreker',
  respondent: 'Respondent',
  attribute: 'Kenmerk',
  code: 'Code',
  coding: 'Codering',
  memo: 'Memo',
  query: 'Analyse',
}

export const history: Messages['history'] = {
  title: 'Geschiedenis',
  skip: 'Deze stap overslaan',
  list: 'Stappen',
  today: 'Vandaag',
  yesterday: 'Gisteren',
  undone: 'ongedaan gemaakt',
  nobody: 'Verbatim',
  more: 'Eerdere stappen tonen',
  none: 'Er is nog niets gedaan.',
  noneFound: 'Geen stap past bij wat je koos.',
  filter: {
    what: 'Wat is veranderd',
    everything: 'Alles',
    who: 'Door wie',
    everybody: 'Iedereen',
    all: 'Alles tonen',
    object: (kind, name) => `${objects[kind]} “${name}”`,
  },
  entities: {
    project: 'Het project',
    coder: 'Codeurs',
    document: 'Documenten',
    speaker: 'Sprekers',
    respondent: 'Respondenten',
    attribute: 'Kenmerken',
    code: 'Codes',
    coding: 'Coderingen',
    memo: "Memo's",
    query: 'Opgeslagen analyses',
  },
  wholeHistory: 'Hele geschiedenis',
}
