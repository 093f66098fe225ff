import type { Messages } from '../en.ts'

export const settings: Messages['settings'] = {
  title: 'Instellingen',
  language: 'Taal',
  languages: { system: 'Zoals de computer', en: 'English', nl: 'Nederlands' },
  theme: 'Uiterlijk',
  themes: { system: 'Zoals de computer', light: 'Licht', dark: 'Donker' },
  coder: 'Je naam als codeur',
  initials: 'Initialen',
  coderHint: 'Staat bij je coderingen in dit project en in nieuwe projecten.',
  codersOfProject: 'Codeurs van dit project',
  codings: (count) => `${count} coderingen`,
  atKeyboard: 'achter het toetsenbord',
  switchTo: (name) => `${name} zit nu achter het toetsenbord`,
  addCoder: 'Codeur toevoegen',
  coderName: 'Naam',
  add: 'Toevoegen',
  done: 'Klaar',
}
