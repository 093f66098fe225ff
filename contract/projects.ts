/** Project files: new, open, recent, copies; and the settings of this installation. */
import { z } from 'zod'
import { Language } from './documents.ts'
import { command, query } from './method.ts'

export const ProjectInfo = z.object({
  /** Full path of the file. */
  path: z.string(),
  name: z.string(),
  uid: z.string(),
  codebookClosed: z.boolean(),
  sample: z.boolean(),
})
export type ProjectInfo = z.infer<typeof ProjectInfo>

export const Recent = z.object({ path: z.string(), name: z.string(), openedAt: z.string(), exists: z.boolean() })
export type Recent = z.infer<typeof Recent>

/** An automatic copy. `reason`: time, or the command that came after it. */
export const Copy = z.object({ path: z.string(), at: z.string(), bytes: z.int(), reason: z.string() })
export type Copy = z.infer<typeof Copy>

/** What a full check of a project file finds wrong. */
export const Fault = z.discriminatedUnion('kind', [
  /** The file as such, in SQLite's own words. */
  z.object({ kind: z.literal('structure'), detail: z.string() }),
  /** Rows that point to what is not there. */
  z.object({ kind: z.literal('reference'), table: z.string(), parent: z.string(), rows: z.int() }),
  /** Rows of a derived table that are not what it is derived from gives, or that are missing. */
  z.object({ kind: z.literal('derived'), table: z.string(), rows: z.int() }),
  /** The text of a document is not the one that was imported. */
  z.object({ kind: z.literal('text'), document: z.string() }),
  /** Codings that lie outside their text or on other words than they were made on. */
  z.object({ kind: z.literal('quote'), document: z.string(), codings: z.int() }),
])
export type Fault = z.infer<typeof Fault>

export const Theme = z.enum(['system', 'light', 'dark'])
export const Settings = z.object({
  language: z.enum(['system', ...Language.options]),
  theme: Theme,
  /** Name and initials for me in new projects. */
  coderName: z.string(),
  coderInitials: z.string(),
})
export type Settings = z.infer<typeof Settings>

const Path = z.string().min(1).max(4096)

export const projects = {
  current: query(['project'], z.object({}), ProjectInfo.nullable()),
  recent: query(['settings', 'project'], z.object({}), z.array(Recent)),
  forget: command(z.object({ path: Path }), z.void()),
  create: command(z.object({ path: Path, name: z.string().trim().min(1).max(200) }), ProjectInfo),
  open: command(z.object({ path: Path }), ProjectInfo),
  /** Opens the sample project in a language, made afresh where it is not there yet. */
  openSample: command(z.object({ language: Language }), ProjectInfo),
  close: command(z.object({}), z.void()),
  rename: command(z.object({ name: z.string().trim().min(1).max(200) }), z.void()),
  /** A whole copy of the project as it is now; it keeps the project's uid and gets one of its own. */
  saveCopy: command(z.object({ path: Path, overwrite: z.boolean().default(false) }), z.void()),
  /** Checks the whole open file, which takes seconds on a large project; an empty list: no fault found. */
  check: query(['project'], z.object({}), z.array(Fault)),
  copies: query(['project'], z.object({ path: Path }), z.array(Copy)),
  /**
   * Puts an automatic copy in the place of the project; what was there becomes a copy itself. Then opens it. `path` null:
   * the project that the copy was made of.
   */
  restore: command(z.object({ path: Path.nullable().default(null), copy: Path }), ProjectInfo),
  /** Folders and project files, for the browser shell, which has no native dialogs. `null`: the home folder. */
  browse: query(
    [],
    z.object({ folder: z.string().nullable() }),
    z.object({
      folder: z.string(),
      parent: z.string().nullable(),
      folders: z.array(z.string()),
      files: z.array(z.object({ name: z.string(), path: z.string(), modifiedAt: z.string() })),
    }),
  ),
}

export const settings = {
  get: query(['settings'], z.object({}), Settings),
  set: command(Settings.partial(), z.void()),
}
