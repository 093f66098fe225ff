import type { Messages } from '../en.ts'

const application = {
  window: 'een venster van Verbatim',
  browser: 'Verbatim in een browser',
  'command line': 'de opdrachtregel',
}
const place = (where: string) => (where === '' ? '' : ` (${where})`)

export const failures: Messages['failures'] = {
  title: 'Dat is niet gelukt',
  invalidInput: (where) => `Dat kan hier niet worden gebruikt${place(where)}. Er is niets veranderd.`,
  notFound: 'Dit staat niet meer in het project. Misschien heeft iemand het verwijderd.',
  nameTaken: (name) => `Er is hier al een “${name}”. Kies een andere naam.`,
  conflict: (name) =>
    name === ''
      ? 'Dit is door een latere stap veranderd en is daarom zo gelaten.'
      : `“${name}” is door een latere stap veranderd en is daarom zo gelaten.`,
  stepOutdated: (name) =>
    `Deze stap${name === '' ? '' : ` (“${name}”)`} komt uit een eerdere versie van Verbatim en kan niet meer ongedaan worden gemaakt. Er is niets veranderd.`,
  codebookClosed: 'Het codeboek is gesloten, dus er kan geen code bij. Open het eerst in het codeboek.',
  emptyCodebook: 'Het codeboek is leeg en in een .qdc-bestand moet ten minste één code staan. Maak eerst een code.',
  noProject: 'Er is geen project open.',
  locked: (file, holder) =>
    holder
      ? `“${file}” is in gebruik door ${holder.user} op ${holder.machine}, in ${application[holder.application]}. Sluit het daar en open het dan hier.`
      : `“${file}” is elders in gebruik. Sluit het daar en open het dan hier.`,
  wrongPassphrase: 'Deze wachtzin opent het project niet. Probeer het opnieuw.',
  notVerbatim: (file) => `“${file}” is geen project van Verbatim. Het bestand is niet veranderd.`,
  newerVersion: (file) =>
    `“${file}” is gemaakt met een nieuwere versie van Verbatim. Het bestand is niet veranderd. Installeer die versie om het te openen.`,
  corrupt: (file, hasCopy) =>
    hasCopy
      ? `“${file}” is beschadigd. Het bestand is niet veranderd. De nieuwste automatische kopie kan de plaats ervan innemen.`
      : `“${file}” is beschadigd. Het bestand is niet veranderd. Open een kopie ervan, als je die hebt.`,
  readOnly: (file) =>
    `“${file}” mag op deze plaats niet worden veranderd. Kopieer het naar een eigen map en open het daar.`,
  fileExists: (file) => `“${file}” bestaat al. Kies een andere naam.`,
  fileMissing: (file) => `“${file}” is er niet meer. Misschien is het verplaatst of hernoemd.`,
  unreadable: {
    empty: (file) => `“${file}” is leeg. Er is niets uit geïmporteerd.`,
    binary: (file) => `“${file}” is geen tekst. Bewaar het als .docx of .txt en probeer het opnieuw.`,
    'password-protected': (file) =>
      `“${file}” is met een wachtwoord beveiligd. Haal het wachtwoord er in Word af en importeer het opnieuw.`,
    'too-large': (file) =>
      `“${file}” is groter dan 50 MB. Splits het, of bewaar het zonder afbeeldingen, en importeer het opnieuw.`,
    duplicate: (file, where) => `“${file}” heeft dezelfde tekst als “${where}”, dat al in het project staat.`,
    'unknown-format': (file) =>
      `Verbatim leest .docx, .txt en .md. Bewaar “${file}” in een van deze vormen en probeer het opnieuw.`,
    damaged: (file, where) =>
      `“${file}” is beschadigd${place(where)}. Open het in Word, bewaar het opnieuw en importeer dat.`,
    'no-text': (file) => `In “${file}” staan geen woorden. Er is niets uit geïmporteerd.`,
    missing: (file) => `“${file}” is er niet meer. Kies het opnieuw.`,
    'no-permission': (file) => `Je mag “${file}” niet lezen. Kijk naar de rechten ervan en probeer het opnieuw.`,
  },
  cancelled: 'Gestopt. Er is niets veranderd.',
  diskFull:
    'De schijf is vol. Deze stap is niet uitgevoerd; alles daarvoor is bewaard. Maak ruimte en probeer het opnieuw.',
  damaged: (file, hasCopy) =>
    `Bij een volledige controle is schade gevonden in “${file}”. Wat je nu doet, kan verloren gaan. ` +
    (hasCopy
      ? 'Ga terug naar de nieuwste automatische kopie; het bestand zoals het nu is, wordt ook bewaard.'
      : 'Bewaar er nu een kopie van.'),
  noRoomForCopy:
    'Er is geen plaats voor een automatische kopie van dit project. Je werk is bewaard. Maak ruimte op de schijf.',
  noCopy: (folder) =>
    `In “${folder}” kon geen automatische kopie worden gemaakt. Je werk is bewaard. Kijk naar de rechten op die map.`,
  disconnected:
    'Verbatim draait niet meer. Alles wat je deed is bewaard. Start het opnieuw en open deze pagina nog eens.',
  internal: (reference) =>
    `Dat lukte Verbatim niet, door een eigen fout. Er is niets veranderd. In het logboek staan de bijzonderheden onder ${reference}.`,
}
