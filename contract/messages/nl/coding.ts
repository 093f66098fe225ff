import type { Messages } from '../en.ts'
import { countedNl as counted } from '../words.ts'

export const coding: Messages['coding'] = {
  commands: {
    pick: 'Selectie coderen …',
    turn: 'Hele beurt coderen …',
    again: 'Nog eens met de laatste code coderen',
    inVivo: 'Met de eigen woorden coderen (in vivo)',
    recode: 'Andere code geven …',
    remove: 'Codering verwijderen',
    pinned: (pin) => `Met vastgezette code ${pin} coderen`,
  },
  picker: {
    label: 'Kies een code',
    placeholder: 'Naam van een code',
    recode: (count) => `Andere code voor ${counted(count, 'codering', 'coderingen')}`,
    results: 'Codes',
    nothing: 'Geen code heet zo.',
    nothingYet: 'Het codeboek is leeg. Typ de naam van je eerste code.',
    closed: 'Het codeboek is gesloten. Je kunt hier geen code maken.',
    create: (name) => `+ Maak “${name}”`,
    inBranch: (branch) => ` onder ${branch}`,
    atTop: ' bovenaan',
    chooseBranch: 'kies waar de code komt',
    branchOf: (name) => `Waar komt “${name}”?`,
    branchPlaceholder: 'Naam van een code om het onder te zetten',
    top: 'Bovenaan',
    stay: 'en nog een code',
  },
  rule: {
    label: 'De regel van deze code',
    use: 'Wel gebruiken als',
    not: 'Niet gebruiken als',
    none: 'Deze code heeft nog geen regel. Schrijf die in het codeboek.',
    edit: 'Regel bewerken',
  },
  toasts: {
    extended: (name) => `“${name}” stond er al. Die codering is langer gemaakt.`,
    alreadyThere: (name) => `“${name}” staat al bij deze woorden.`,
    keepApart: 'Apart houden',
    nothingPinned: (pin) => `Onder ${pin} is geen code vastgezet. Zet er een vast in het codeboek.`,
    recoded: (count, name) => `${counted(count, 'codering', 'coderingen')} veranderd in “${name}”.`,
    removed: (count) => `${counted(count, 'codering', 'coderingen')} verwijderd.`,
    notLast: 'Er is daarna nog iets gedaan. Maak stap voor stap ongedaan, of kijk in de geschiedenis.',
  },
}
