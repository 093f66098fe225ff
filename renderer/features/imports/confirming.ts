/** What the user confirms about the files of an import: pure functions from the previews to what will be imported. */
import type { Language, SpeakerRole } from '../../../contract/documents.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { Encoding, ImportFile, Preview } from '../../../contract/imports.ts'
import { nameKey } from '../../../contract/values.ts'

/** How respondents are called whose names the text does not say. */
export type Naming = 'number' | 'file' | 'self'

/** A speaker as confirmed. `named` false: the text does not say who it is, so the name comes by the chosen naming. */
export interface ConfirmedSpeaker {
  readonly label: string
  readonly role: SpeakerRole
  readonly respondent: string | null
  readonly named: boolean
}
/** What may be confirmed for a file that could be read. */
export interface Confirmed {
  readonly preview: Preview
  readonly name: string
  readonly language: Language
  readonly speakers: readonly ConfirmedSpeaker[]
  /** For a document without speakers. */
  readonly by: string | null
  readonly byNamed: boolean
  readonly about: readonly string[]
  readonly allowDuplicate: boolean
}
export interface Line {
  readonly id: number
  readonly file: File
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'reading' }
    | { readonly kind: 'ready'; readonly confirmed: Confirmed }
    | { readonly kind: 'failed'; readonly failure: Failure }
  readonly included: boolean
  /** Chosen by the user; null: as the bytes say. */
  readonly encoding: Encoding | null
}

/**
 * The guess of the preview, but for names that only the file's name gives: those are asked. A guess that is the
 * document's own name, or is made with it, came from the file.
 */
export const confirm = (preview: Preview): Confirmed => ({
  preview,
  name: preview.name,
  language: preview.language,
  speakers: preview.speakers.map(({ label, role, respondent }) => {
    const fromFile = respondent !== null && (respondent === preview.name || respondent.startsWith(`${preview.name}, `))
    const named = respondent !== null && !fromFile
    return { label, role, respondent: named ? respondent : null, named }
  }),
  by: null,
  byNamed: preview.speakers.length > 0,
  about: [],
  allowDuplicate: false,
})

/** Its respondent's name is not in the text: it has to be chosen. */
const asksName = ({ speakers, byNamed }: Confirmed): boolean =>
  speakers.length === 0 ? !byNamed : speakers.some(({ role, named }) => role === 'respondent' && !named)

export const readyLines = (lines: readonly Line[]): { line: Line; confirmed: Confirmed }[] =>
  lines.flatMap((line) =>
    line.state.kind === 'ready' && line.included ? [{ line, confirmed: line.state.confirmed }] : [],
  )

/** Files whose respondent gets a name by the naming that is chosen for all. */
export const linesThatAsk = (lines: readonly Line[]) => comingIn(lines).filter(({ confirmed }) => asksName(confirmed))

/** The first numbers that no respondent has: `R01`, `R02`, … */
export const freeNumbers = (known: readonly string[], count: number): string[] => {
  const taken = new Set(known.map(nameKey))
  const free: string[] = []
  for (let number = 1; free.length < count; number++) {
    const name = `R${String(number).padStart(2, '0')}`
    if (!taken.has(nameKey(name)) && !taken.has(nameKey(`R${number}`))) free.push(name)
  }
  return free
}

/** Gives every respondent that asks for a name one by the chosen naming; several in one file are told apart. */
export const nameAll = (lines: readonly Line[], naming: Naming, known: readonly string[]): Line[] => {
  const asking = linesThatAsk(lines)
  const inTexts = readyLines(lines).flatMap(({ confirmed }) =>
    confirmed.speakers.flatMap(({ respondent, named }) => (named && respondent !== null ? [respondent] : [])),
  )
  const slots = asking.flatMap(({ confirmed }) => unnamedOf(confirmed)).length
  const numbers = freeNumbers([...known, ...inTexts], slots)
  const nameFor = ({ preview }: Confirmed, label: string | null, several: boolean): string | null => {
    if (naming === 'self') return null
    if (naming === 'number') return numbers.shift() ?? null
    return several && label !== null ? `${preview.name}, ${label}` : preview.name
  }
  const askingIds = new Set(asking.map(({ line }) => line.id))
  return lines.map((line) => {
    if (line.state.kind !== 'ready' || !askingIds.has(line.id)) return line
    const { confirmed } = line.state
    const several = unnamedOf(confirmed).length > 1
    const speakers = confirmed.speakers.map((speaker) =>
      speaker.role === 'respondent' && !speaker.named
        ? { ...speaker, respondent: nameFor(confirmed, speaker.label, several) }
        : speaker,
    )
    const by = speakers.length === 0 ? nameFor(confirmed, null, false) : confirmed.by
    return {
      ...line,
      state: { kind: 'ready', confirmed: interpretersFollow(confirmed, { ...confirmed, speakers, by }) },
    }
  })
}

const unnamedOf = ({ speakers }: Confirmed): (string | null)[] => {
  const labels = speakers.filter(({ role, named }) => role === 'respondent' && !named).map(({ label }) => label)
  return speakers.length === 0 ? [null] : labels
}

/** An interpreter who spoke for the document's only respondent goes on to, whatever she is called now. */
export const interpretersFollow = (before: Confirmed, after: Confirmed): Confirmed => {
  const only = onlyRespondent(after)
  if (only === null) return after
  const former = onlyRespondent(before)
  return {
    ...after,
    speakers: after.speakers.map((speaker) =>
      speaker.role === 'interpreter' && (speaker.respondent === null || speaker.respondent === former)
        ? { ...speaker, respondent: only }
        : speaker,
    ),
  }
}

const onlyRespondent = ({ speakers }: Confirmed): string | null => {
  const names = new Set(speakers.flatMap(({ role, respondent }) => (role === 'respondent' ? [respondent] : [])))
  const [only = null] = names
  return names.size === 1 ? only : null
}

const labelsOf = ({ speakers }: Confirmed): string =>
  speakers
    .map(({ label }) => nameKey(label))
    .toSorted()
    .join('\n')

/** Other files in which the same labels speak. */
export const linesLike = (lines: readonly Line[], { line, confirmed }: { line: Line; confirmed: Confirmed }) =>
  readyLines(lines).filter((other) => other.line.id !== line.id && labelsOf(other.confirmed) === labelsOf(confirmed))

/** Takes roles over, and a respondent's name where the text of both files says it. */
export const withRolesOf = (target: Confirmed, source: Confirmed): Confirmed => ({
  ...target,
  speakers: target.speakers.map((speaker) => {
    const like = source.speakers.find(({ label }) => nameKey(label) === nameKey(speaker.label))
    if (!like) return speaker
    return {
      ...speaker,
      role: like.role,
      respondent: speaker.named && like.named ? like.respondent : speaker.respondent,
    }
  }),
})

/** For each file the earlier one of the list that has the same text, by ids. */
export const twins = (lines: readonly Line[]): ReadonlyMap<number, Line> => {
  const first = new Map<string, Line>()
  const found = new Map<number, Line>()
  for (const { line, confirmed } of readyLines(lines)) {
    const twin = first.get(confirmed.preview.hash)
    if (twin) found.set(line.id, twin)
    else first.set(confirmed.preview.hash, line)
  }
  return found
}

/** What will be imported: a text that is there already only where it is wanted once more. */
export const comingIn = (lines: readonly Line[]) => {
  const seen = new Set<string>()
  return readyLines(lines).filter(({ confirmed: { preview, allowDuplicate } }) => {
    const isThere = preview.duplicateOf !== null || seen.has(preview.hash)
    seen.add(preview.hash)
    return !isThere || allowDuplicate
  })
}

/** Files left out because their text is there already, with the name of what has it. */
export const duplicates = (lines: readonly Line[]): { id: number; file: File; of: string }[] => {
  const coming = new Set(comingIn(lines).map(({ line }) => line.id))
  const twinOf = twins(lines)
  return readyLines(lines)
    .filter(({ line }) => !coming.has(line.id))
    .map(({ line, confirmed }) => ({
      id: line.id,
      file: line.file,
      of: confirmed.preview.duplicateOf ?? twinOf.get(line.id)?.file.name ?? '',
    }))
}

/** Without a respondent's name what is said counts for nobody. */
export const linesWithoutName = (lines: readonly Line[]) =>
  comingIn(lines).filter(({ confirmed: { speakers, by, about } }) =>
    speakers.length === 0
      ? by === null && about.length === 0
      : speakers.some(({ role, respondent }) => role === 'respondent' && respondent === null),
  )

export const toImportFile = ({
  preview,
  name,
  language,
  speakers,
  by,
  about,
  allowDuplicate,
}: Confirmed): ImportFile => ({
  file: preview.file,
  name: name.trim() === '' ? preview.name : name.trim(),
  language,
  encoding: preview.encoding,
  allowDuplicate,
  speakers: speakers.map(({ label, role, respondent }) => ({ label, role, respondent })),
  by: by === null ? [] : [by],
  about: [...about],
})
