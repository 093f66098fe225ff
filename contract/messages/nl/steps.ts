import type { Messages } from '../en.ts'
import { countedNl as counted } from '../words.ts'

interface About {
  readonly name: string
  readonly count: number
}
const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
/** `verwijdering van code "Angst"`, of `verwijdering van 3 codes`. */
const named = (what: string, one: string, other: string) => (about: About) =>
  about.count > 1 ? `${what} ${counted(about.count, one, other)}` : `${what} ${one} "${about.name}"`

/** Past voor "ongedaan maken": codering "Angst voor veiligheid" ongedaan maken. */
const names: Messages['steps']['names'] = {
  'attributes.create': ({ name }) => `nieuw kenmerk "${name}"`,
  'attributes.update': ({ name }) => `wijziging van kenmerk "${name}"`,
  'attributes.remove': named('verwijdering van', 'kenmerk', 'kenmerken'),
  'attributes.set': ({ name, count }) =>
    count > 1 ? `wijziging van ${counted(count, 'waarde', 'waarden')}` : `wijziging van "${name}"`,
  'attributes.importTable': ({ name }) => `import van kenmerken uit "${name}"`,
  'coders.create': ({ name }) => `nieuwe codeur "${name}"`,
  'coders.update': ({ name }) => `wijziging van codeur "${name}"`,
  'coders.join': ({ name }) => `komst van codeur "${name}"`,
  'codes.create': ({ name }) => `nieuwe code "${name}"`,
  'codes.update': ({ name }) => `wijziging van code "${name}"`,
  'codes.recolor': named('nieuwe kleur van', 'code', 'codes'),
  'codes.archive': named('archivering van', 'code', 'codes'),
  'codes.unarchive': named('terugkeer uit het archief van', 'code', 'codes'),
  'codes.move': named('verplaatsing van', 'code', 'codes'),
  'codes.pin': ({ name }) => `vastzetten van "${name}"`,
  'codes.unpin': ({ name }) => `losmaken van "${name}"`,
  'codes.merge': ({ name, count }) => `samenvoeging van ${counted(count, 'code', 'codes')} met "${name}"`,
  'codes.remove': named('verwijdering van', 'code', 'codes'),
  'codes.addAnchor': ({ name }) => `ankervoorbeeld van "${name}"`,
  'codes.removeAnchor': ({ name }) => `verwijdering van een ankervoorbeeld van "${name}"`,
  'codes.setClosed': () => 'sluiten van het codeboek',
  'codes.setOpen': () => 'openen van het codeboek',
  'codings.apply': ({ name }) => `codering "${name}"`,
  'codings.keepApart': ({ name }) => `apart houden van coderingen "${name}"`,
  'codings.resize': ({ name }) => `nieuwe lengte van codering "${name}"`,
  'codings.remove': named('verwijdering van', 'codering', 'coderingen'),
  'codings.recode': ({ name, count }) =>
    count > 1
      ? `hercodering van ${counted(count, 'codering', 'coderingen')} naar "${name}"`
      : `hercodering naar "${name}"`,
  'documents.rename': ({ name }) => `nieuwe naam van document "${name}"`,
  'documents.setLanguage': ({ name }) => `taal van document "${name}"`,
  'documents.remove': named('verwijdering van', 'document', 'documenten'),
  'documents.setState': ({ name }) => `voortgang van document "${name}"`,
  'documents.markRead': ({ name }) => `markering "gelezen, niets relevants" in "${name}"`,
  'documents.setSpeaker': ({ name }) => `rol van spreker "${name}"`,
  'documents.assignTurn': ({ name }) => `spreker van een beurt in "${name}"`,
  'documents.link': ({ name }) => `koppeling van een respondent aan "${name}"`,
  'documents.unlink': ({ name }) => `ontkoppeling van een respondent van "${name}"`,
  'imports.run': named('import van', 'document', 'documenten'),
  'memos.create': ({ name }) => `memo bij "${name}"`,
  'memos.update': ({ name }) => `wijziging van de memo bij "${name}"`,
  'memos.remove': ({ name, count }) =>
    count > 1 ? `verwijdering van ${counted(count, 'memo', "memo's")}` : `verwijdering van de memo bij "${name}"`,
  'projects.create': ({ name }) => `begin van project "${name}"`,
  'projects.rename': ({ name }) => `nieuwe projectnaam "${name}"`,
  'projects.saveCopy': ({ name }) => `kopie van project "${name}"`,
  'queries.save': ({ name }) => `opslaan van analyse "${name}"`,
  'queries.update': ({ name }) => `wijziging van analyse "${name}"`,
  'queries.remove': named('verwijdering van', 'analyse', 'analyses'),
  'respondents.create': ({ name }) => `nieuwe respondent "${name}"`,
  'respondents.rename': ({ name }) => `nieuwe naam van respondent "${name}"`,
  'respondents.setSummary': ({ name }) => `samenvatting van "${name}"`,
  'respondents.remove': named('verwijdering van', 'respondent', 'respondenten'),
}
const nameOf = (step: { command: string; about: About }): string =>
  step.command in names ? names[step.command as keyof typeof names](step.about) : 'laatste stap'

export const steps: Messages['steps'] = {
  names,
  undo: (step) => `${capital(nameOf(step))} ongedaan maken`,
  redo: (step) => `${capital(nameOf(step))} opnieuw uitvoeren`,
  nothingToUndo: 'Ongedaan maken',
  nothingToRedo: 'Opnieuw uitvoeren',
  line: (step) => {
    if (step.kind === 'undo') return `Ongedaan gemaakt: ${nameOf(step)}`
    if (step.kind === 'redo') return `Opnieuw uitgevoerd: ${nameOf(step)}`
    return capital(nameOf(step))
  },
}
