/** In which language the command line speaks: that of this installation's settings, or the system's. */
import { en, type Messages } from '../../../contract/messages/en.ts'
import { nl } from '../../../contract/messages/nl.ts'
import { readSettings } from '../installation.ts'

/** `folder`: where the settings are. */
export const chooseMessages = (folder: string): Messages => {
  const chosen = readSettings(folder)?.language ?? 'system'
  const language = chosen === 'system' ? systemLanguage() : chosen
  return language.startsWith('nl') ? nl : en
}

/** What a terminal says comes before what the system says. */
const systemLanguage = (): string =>
  [process.env['LC_ALL'], process.env['LC_MESSAGES'], process.env['LANG']].find(
    (value) => value !== undefined && value !== '',
  ) ?? new Intl.DateTimeFormat().resolvedOptions().locale
