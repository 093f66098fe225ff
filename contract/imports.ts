/** Interviews in: read a file for a preview, let the user confirm roles, then import. */
import { z } from 'zod'
import { Failure } from './failure.ts'
import { Id, Language, MarkKind, SpeakerRole } from './documents.ts'
import { command, query } from './method.ts'

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
export type Encoding = z.infer<typeof Encoding>

/** Files of this many bytes are refused, before they are read where their size is known. */
export const MAX_FILE_BYTES = 50_000_000

/** A file on this computer: a path (desktop, command line) or `upload:<id>` (browser shell). */
export const FileRef = z.object({ name: z.string(), path: z.string() })
export type FileRef = z.infer<typeof FileRef>

/** A speaker as the preview guesses it; `respondent` is the name of the respondent that is or is interpreted. */
export const SpeakerGuess = z.object({
  label: z.string(),
  role: SpeakerRole,
  respondent: z.string().nullable(),
  turns: z.int(),
  words: z.int(),
  /** The beginning of the first turn. */
  sample: z.string(),
})
export type SpeakerGuess = z.infer<typeof SpeakerGuess>

export const Preview = z.object({
  file: FileRef,
  /** Name of the document to be: the file's name without extension. */
  name: z.string(),
  format: z.enum(['txt', 'md', 'docx']),
  /** Null where the format settles it. */
  encoding: Encoding.nullable(),
  encodingCertain: z.boolean(),
  language: Language,
  /** SHA-256 of the canonical text, hexadecimal. */
  hash: z.string(),
  /** The text's first 4,000 characters, with the label, time and convention marks and the turns' beginnings in it. */
  sample: z.string(),
  sampleMarks: z.object({ start: z.array(z.int()), end: z.array(z.int()), kind: z.array(MarkKind) }),
  sampleTurns: z.object({ start: z.array(z.int()), label: z.array(z.string()) }),
  words: z.int(),
  turns: z.int(),
  speakers: z.array(SpeakerGuess),
  /** Whom it is by, where nobody is set off as speaking. */
  by: z.array(z.string()),
  /** What the file holds and the text does not; shown, never dropped in silence. */
  leftOut: z.object({
    insertions: z.int(),
    deletions: z.int(),
    comments: z.int(),
    footnotes: z.int(),
    images: z.int(),
    /** Headers and footers with words in them. */
    headers: z.int(),
  }),
  /** A document of the project with the same text. */
  duplicateOf: z.string().nullable(),
})
export type Preview = z.infer<typeof Preview>

/** What the user confirmed for one file. */
export const ImportFile = z.object({
  file: FileRef,
  name: z.string().trim().min(1).max(300),
  language: Language,
  encoding: Encoding.nullable(),
  allowDuplicate: z.boolean().default(false),
  /** One entry per label; a respondent is found by name or made. */
  speakers: z.array(z.object({ label: z.string(), role: SpeakerRole, respondent: z.string().nullable() })),
  /** For a document without speakers: whom it is by. */
  by: z.array(z.string()),
  about: z.array(z.string()),
})
export type ImportFile = z.infer<typeof ImportFile>

export const imports = {
  /** Reads a file without changing anything. */
  preview: query(['document'], z.object({ job: z.string(), file: FileRef, encoding: Encoding.nullable() }), Preview),
  /**
   * One step in the history for all files that can be imported; the others come back with their reason, by their path.
   * Progress comes as events: files under `job`, and for each file `job/index` (1 being read, 2 read, 3 done).
   */
  run: command(
    z.object({ job: z.string(), files: z.array(ImportFile).min(1) }),
    z.object({
      /** `file` is the path that was given. */
      documents: z.array(z.object({ file: z.string(), documentId: Id })),
      failed: z.array(z.object({ file: z.string(), failure: Failure })),
    }),
  ),
  cancel: command(z.object({ job: z.string() }), z.void()),
}
