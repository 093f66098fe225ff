import type { Messages } from '../en.ts'

export const shell: Messages['shell'] = {
  projects: 'Verbatim-projecten',
  allFiles: 'Alle bestanden',
  cut: 'Knippen',
  copy: 'Kopiëren',
  paste: 'Plakken',
  selectAll: 'Alles selecteren',
  projectStopped: 'Het project is onverwacht gesloten',
  projectStoppedDetail:
    'Elke stap die je op het scherm zag, staat in het projectbestand. Open het project opnieuw om verder te gaan waar je was.',
  windowStopped: 'Het venster werkt niet meer',
  windowStoppedDetail: 'Je werk staat in het projectbestand. Open het venster opnieuw om verder te gaan waar je was.',
  reopen: 'Opnieuw openen',
  close: 'Sluiten',
}
