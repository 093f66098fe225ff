/** Documents: transcripts and other texts, their turns and speakers, and how far each coder is with them. */
import { z } from 'zod'
import { command, query } from './method.ts'

export const Id = z.int().positive()
export const Language = z.enum(['en', 'nl'])
export type Language = z.infer<typeof Language>

export const SpeakerRole = z.enum(['interviewer', 'respondent', 'interpreter', 'other'])
export type SpeakerRole = z.infer<typeof SpeakerRole>

/** `respondentId` is who a respondent is, or for whom an interpreter speaks. */
export const Speaker = z.object({
  id: Id,
  label: z.string(),
  role: SpeakerRole,
  respondentId: Id.nullable(),
})
export type Speaker = z.infer<typeof Speaker>

/** `label`, `time` and `convention` (such as `[lacht]`) are drawn quietly and are no words. */
export const MarkKind = z.enum(['label', 'time', 'heading', 'bold', 'italic', 'convention'])
export type MarkKind = z.infer<typeof MarkKind>

/** The working state of a document for one coder; `look again`: done, but a code was made since. */
export const WorkState = z.enum(['not begun', 'in progress', 'done', 'look again'])
export type WorkState = z.infer<typeof WorkState>

export const Relation = z.enum(['by', 'about'])
export type Relation = z.infer<typeof Relation>

export const DocumentRow = z.object({
  id: Id,
  name: z.string(),
  format: z.string(),
  language: Language,
  words: z.int(),
  turns: z.int(),
  respondents: z.array(z.object({ id: Id, name: z.string(), relation: Relation })),
  createdAt: z.string(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

/** A document as the reader shows it. Positions are UTF-16 units of `text`; paragraphs are parted by one LF. */
export const DocumentText = z.object({
  id: Id,
  name: z.string(),
  language: Language,
  words: z.int(),
  text: z.string(),
  /** Start of each paragraph, ascending. */
  paragraphs: z.array(z.int()),
  /** Turn number n (from 1) is at index n - 1; `speakerId` 0 where nobody is known. */
  turns: z.object({ start: z.array(z.int()), end: z.array(z.int()), speakerId: z.array(z.int()) }),
  marks: z.object({ start: z.array(z.int()), end: z.array(z.int()), kind: z.array(MarkKind) }),
  speakers: z.array(Speaker),
  /** Turns that I marked "read, nothing relevant". */
  readTurns: z.array(z.int()),
  /** Mine, as it was when the text was asked for: a text is not sent again for every coding. `progress` follows it. */
  state: WorkState,
})
export type DocumentText = z.infer<typeof DocumentText>

const Name = z.string().trim().min(1).max(300)

export const documents = {
  list: query(['document', 'respondent'], z.object({}), z.array(DocumentRow)),
  /** What changes with every coding, in columns: the codings of each document by whomever, and my own working state. */
  progress: query(
    ['document', 'coding', 'progress', 'code'],
    z.object({}),
    z.object({ documentId: z.array(Id), codings: z.array(z.int()), state: z.array(WorkState) }),
  ),
  get: query(['document', 'progress', 'code'], z.object({ id: Id }), DocumentText),
  rename: command(z.object({ id: Id, name: Name }), z.void()),
  setLanguage: command(z.object({ id: Id, language: Language }), z.void()),
  remove: command(z.object({ ids: z.array(Id).min(1) }), z.void()),
  /** What `remove` would take along. */
  removal: query(
    ['document', 'coding', 'memo'],
    z.object({ ids: z.array(Id) }),
    z.object({ codings: z.int(), memos: z.int() }),
  ),
  setState: command(z.object({ id: Id, state: WorkState.exclude(['look again']) }), z.void()),
  markRead: command(z.object({ id: Id, turn: z.int().positive(), read: z.boolean() }), z.void()),
  setSpeaker: command(z.object({ speakerId: Id, role: SpeakerRole, respondentId: Id.nullable() }), z.void()),
  assignTurn: command(z.object({ id: Id, turn: z.int().positive(), speakerId: Id }), z.void()),
  link: command(z.object({ id: Id, respondentId: Id, relation: Relation }), z.void()),
  unlink: command(z.object({ id: Id, respondentId: Id }), z.void()),
}
