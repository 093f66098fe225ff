/** What the steps of the history are called: in the menu ("Undo coding "Safety fear""), and in the history itself. */
import { countedEn as counted } from '../words.ts'

interface About {
  readonly name: string
  readonly count: number
}
const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
/** `deletion of code "Safety fear"`, or `deletion of 3 codes`. */
const named = (what: string, one: string, other: string) => (about: About) =>
  about.count > 1 ? `${what} ${counted(about.count, one, other)}` : `${what} ${one} "${about.name}"`

/** One for each command that is recorded; a noun phrase that fits after "Undo". */
const names = {
  'attributes.create': ({ name }: About) => `new attribute "${name}"`,
  'attributes.update': ({ name }: About) => `change to attribute "${name}"`,
  'attributes.remove': named('deletion of', 'attribute', 'attributes'),
  'attributes.set': ({ count, name }: About) =>
    count > 1 ? `change to ${counted(count, 'attribute value', 'attribute values')}` : `change to "${name}"`,
  'attributes.importTable': ({ name }: About) => `import of attributes from "${name}"`,
  'coders.create': ({ name }: About) => `new coder "${name}"`,
  'coders.update': ({ name }: About) => `change to coder "${name}"`,
  'coders.join': ({ name }: About) => `arrival of coder "${name}"`,
  'codes.create': ({ name }: About) => `new code "${name}"`,
  'codes.update': ({ name }: About) => `change to code "${name}"`,
  'codes.recolor': named('recolouring of', 'code', 'codes'),
  'codes.archive': named('archiving of', 'code', 'codes'),
  'codes.unarchive': named('return from the archive of', 'code', 'codes'),
  'codes.move': named('move of', 'code', 'codes'),
  'codes.pin': ({ name }: About) => `pin of "${name}"`,
  'codes.unpin': ({ name }: About) => `unpinning of "${name}"`,
  'codes.merge': ({ name, count }: About) => `merging of ${counted(count, 'code', 'codes')} into "${name}"`,
  'codes.remove': named('deletion of', 'code', 'codes'),
  'codes.addAnchor': ({ name }: About) => `anchor example of "${name}"`,
  'codes.removeAnchor': ({ name }: About) => `removal of an anchor example of "${name}"`,
  'codes.setClosed': () => 'closing of the codebook',
  'codes.setOpen': () => 'opening of the codebook',
  'codings.apply': ({ name }: About) => `coding "${name}"`,
  'codings.keepApart': ({ name }: About) => `keeping apart of codings "${name}"`,
  'codings.resize': ({ name }: About) => `new length of coding "${name}"`,
  'codings.remove': named('removal of', 'coding', 'codings'),
  'codings.recode': ({ name, count }: About) =>
    count > 1 ? `recoding of ${counted(count, 'coding', 'codings')} to "${name}"` : `recoding to "${name}"`,
  'documents.rename': ({ name }: About) => `new name of document "${name}"`,
  'documents.setLanguage': ({ name }: About) => `language of document "${name}"`,
  'documents.remove': named('deletion of', 'document', 'documents'),
  'documents.setState': ({ name }: About) => `progress of document "${name}"`,
  'documents.markRead': ({ name }: About) => `mark "read, nothing relevant" in "${name}"`,
  'documents.setSpeaker': ({ name }: About) => `role of speaker "${name}"`,
  'documents.assignTurn': ({ name }: About) => `speaker of a turn in "${name}"`,
  'documents.link': ({ name }: About) => `link of a respondent to "${name}"`,
  'documents.unlink': ({ name }: About) => `removal of a respondent from "${name}"`,
  'imports.run': named('import of', 'document', 'documents'),
  'memos.create': ({ name }: About) => `memo on "${name}"`,
  'memos.update': ({ name }: About) => `change to the memo on "${name}"`,
  'memos.remove': ({ name, count }: About) =>
    count > 1 ? `deletion of ${counted(count, 'memo', 'memos')}` : `deletion of the memo on "${name}"`,
  'projects.create': ({ name }: About) => `beginning of project "${name}"`,
  'projects.rename': ({ name }: About) => `new project name "${name}"`,
  'projects.saveCopy': ({ name }: About) => `copy of project "${name}"`,
  'queries.save': ({ name }: About) => `saving of query "${name}"`,
  'queries.update': ({ name }: About) => `change to query "${name}"`,
  'queries.remove': named('deletion of', 'query', 'queries'),
  'respondents.create': ({ name }: About) => `new respondent "${name}"`,
  'respondents.rename': ({ name }: About) => `new respondent name "${name}"`,
  'respondents.setSummary': ({ name }: About) => `summary of "${name}"`,
  'respondents.remove': named('deletion of', 'respondent', 'respondents'),
}
/** A step of a newer version of the program has no name here. */
const nameOf = (step: { command: string; about: About }): string =>
  step.command in names ? names[step.command as keyof typeof names](step.about) : 'last step'

interface Step {
  readonly command: string
  readonly about: About
}
export const steps = {
  names,
  undo: (step: Step) => `Undo ${nameOf(step)}`,
  redo: (step: Step) => `Redo ${nameOf(step)}`,
  nothingToUndo: 'Undo',
  nothingToRedo: 'Redo',
  /** A line of the history. */
  line: (step: Step & { kind: 'do' | 'undo' | 'redo' }) => {
    if (step.kind === 'undo') return `Undone: ${nameOf(step)}`
    if (step.kind === 'redo') return `Redone: ${nameOf(step)}`
    return capital(nameOf(step))
  },
}
