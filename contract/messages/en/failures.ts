import type { Holder, UnreadableReason } from '../../failure.ts'

const application = {
  window: 'a Verbatim window',
  browser: 'Verbatim in a browser',
  'command line': 'the command line',
}
const place = (where: string) => (where === '' ? '' : ` (${where})`)
const unreadable: Record<UnreadableReason, (file: string, where: string) => string> = {
  empty: (file) => `“${file}” is empty. Nothing was imported from it.`,
  binary: (file) => `“${file}” is not a text. Save it as .docx or .txt and try again.`,
  'password-protected': (file) =>
    `“${file}” is protected by a password. Remove the password in Word, then import it again.`,
  'too-large': (file) => `“${file}” is larger than 50 MB. Split it, or save it without pictures, and import it again.`,
  duplicate: (file, where) => `“${file}” has the same text as “${where}”, which is in the project already.`,
  'unknown-format': (file) => `Verbatim reads .docx, .txt and .md. Save “${file}” as one of these and try again.`,
  damaged: (file, where) => `“${file}” is damaged${place(where)}. Open it in Word, save it again, and import that.`,
  'no-text': (file) => `“${file}” holds no words. Nothing was imported from it.`,
  missing: (file) => `“${file}” is no longer there. Choose it again.`,
  'no-permission': (file) => `You may not read “${file}”. Check the rights on it, then try again.`,
}

export const failures = {
  title: 'That did not work',
  invalidInput: (where: string) => `That cannot be used${place(where)}. Nothing was changed.`,
  notFound: 'That is no longer in the project. Somebody may have removed it.',
  nameTaken: (name: string) => `There is already one called “${name}” here. Choose another name.`,
  conflict: (name: string) =>
    name === ''
      ? 'This was changed by a later step, so it was left as it is.'
      : `“${name}” was changed by a later step, so it was left as it is.`,
  stepOutdated: (name: string) =>
    `This step${name === '' ? '' : ` (“${name}”)`} is from an earlier version of Verbatim and can no longer be taken back. Nothing was changed.`,
  codebookClosed: 'The codebook is closed, so no code can be added. Open it in the codebook first.',
  emptyCodebook: 'The codebook is empty, and a .qdc file needs at least one code. Make a code first.',
  noProject: 'No project is open.',
  locked: (file: string, holder: Holder | null) =>
    holder
      ? `“${file}” is in use by ${holder.user} on ${holder.machine}, in ${application[holder.application]}. Close it there, then open it here.`
      : `“${file}” is in use elsewhere. Close it there, then open it here.`,
  wrongPassphrase: 'That passphrase does not open this project. Try again.',
  notVerbatim: (file: string) => `“${file}” is not a Verbatim project. It was not changed.`,
  newerVersion: (file: string) =>
    `“${file}” was made by a newer version of Verbatim. It was not changed. Install the newer version to open it.`,
  corrupt: (file: string, hasCopy: boolean) =>
    hasCopy
      ? `“${file}” is damaged. It was not changed. The newest automatic copy can take its place.`
      : `“${file}” is damaged. It was not changed. Open a copy of it, if you have one.`,
  readOnly: (file: string) =>
    `“${file}” may not be changed where it is. Copy it to a folder of your own and open that.`,
  fileExists: (file: string) => `“${file}” is there already. Choose another name.`,
  fileMissing: (file: string) => `“${file}” is no longer there. It may have been moved or renamed.`,
  unreadable,
  cancelled: 'Stopped. Nothing was changed.',
  diskFull: 'The disk is full. This step was not carried out; all before it is saved. Make room, then try again.',
  damaged: (file: string, hasCopy: boolean) =>
    `A full check found damage in “${file}”. What you do now may be lost. ` +
    (hasCopy ? 'Go back to the newest automatic copy; the file as it is now is kept too.' : 'Save a copy of it now.'),
  noRoomForCopy: 'There is no room for an automatic copy of this project. Your work is saved. Make room on the disk.',
  noCopy: (folder: string) =>
    `No automatic copy could be made in “${folder}”. Your work is saved. Check the rights on that folder.`,
  disconnected: 'Verbatim is no longer running. All you did is saved. Start it again and open this page anew.',
  internal: (reference: string) =>
    `Verbatim could not do that, through a fault of its own. Nothing was changed. Its log has the details under ${reference}.`,
}
