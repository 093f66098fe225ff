/** The contract: every method that a window, a script or the command line can call. */
import type { z } from 'zod'
import { attributes } from './attributes.ts'
import { coders } from './coders.ts'
import { codes } from './codes.ts'
import { codings } from './codings.ts'
import { documents } from './documents.ts'
import { history } from './history.ts'
import { imports } from './imports.ts'
import { memos } from './memos.ts'
import type { Method } from './method.ts'
import { projects, settings } from './projects.ts'
import { exports, queries } from './queries.ts'
import { respondents } from './respondents.ts'
import { shell } from './shell.ts'

export const contract = {
  attributes,
  coders,
  codes,
  codings,
  documents,
  exports,
  history,
  imports,
  memos,
  projects,
  queries,
  respondents,
  settings,
  shell,
} as const satisfies Record<string, Record<string, Method>>
export type Contract = typeof contract

/** The calling end: what the window sees. */
export type Client = {
  readonly [F in keyof Contract]: {
    readonly [M in keyof Contract[F]]: Contract[F][M] extends Method
      ? (input: z.input<Contract[F][M]['input']>) => Promise<z.output<Contract[F][M]['output']>>
      : never
  }
}

/** The features that the host answers; `shell` is answered by the desktop shell itself. */
export type HostFeature = Exclude<keyof Contract, 'shell'>

/** The answering end: what `main/services` provides, or the shell for its own feature. */
export type Services<Context, Feature extends keyof Contract = HostFeature> = {
  readonly [F in Feature]: {
    readonly [M in keyof Contract[F]]: Contract[F][M] extends Method
      ? (
          input: z.output<Contract[F][M]['input']>,
          context: Context,
        ) => z.input<Contract[F][M]['output']> | Promise<z.input<Contract[F][M]['output']>>
      : never
  }
}
