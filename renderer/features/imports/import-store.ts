/** One import from the first chosen file to its result: reads files for their preview, a few at a time, then runs. */
import { createStore } from 'zustand/vanilla'
import type { Event } from '../../../contract/event.ts'
import { AppError, type Failure } from '../../../contract/failure.ts'
import type { Encoding } from '../../../contract/imports.ts'
import type { Output } from '../../lib/live.tsx'
import type { Connection } from '../../lib/connection.ts'
import {
  comingIn,
  confirm,
  linesLike,
  nameAll,
  toImportFile,
  withRolesOf,
  type Confirmed,
  type Line,
  type Naming,
} from './confirming.ts'

export type Result = Output<'imports.run'>
interface State {
  readonly lines: readonly Line[]
  /** The line whose preview is shown. */
  readonly shownId: number | null
  readonly naming: Naming | null
  readonly phase:
    | { readonly kind: 'choosing' }
    /** `steps`: of each file in the order of the run, 0 to 3. */
    | {
        readonly kind: 'importing'
        readonly done: number
        readonly ids: readonly number[]
        readonly steps: readonly number[]
      }
    | { readonly kind: 'finished'; readonly result: Result }
}
const AT_A_TIME = 3
const SHOW_EVERY = 80

export const createImport = ({ client, fileRef, onEvent }: Connection) => {
  const store = createStore<State>(() => ({ lines: [], shownId: null, naming: null, phase: { kind: 'choosing' } }))
  const job = crypto.randomUUID()
  const toRead: Line[] = []
  let lastId = 0
  let reading = 0

  // A thousand files report some thousands of times: what nobody waits for is shown together, a few times a second.
  const pending: ((state: State) => Partial<State>)[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  const showPending = () => {
    if (timer) clearTimeout(timer)
    timer = null
    const changes = pending.splice(0)
    if (changes.length > 0)
      store.setState((state) => changes.reduce((before, change) => ({ ...before, ...change(before) }), state))
  }
  const soon = (change: (state: State) => Partial<State>) => {
    pending.push(change)
    timer ??= setTimeout(showPending, SHOW_EVERY)
  }
  const now = (change: (state: State) => Partial<State>) => {
    pending.push(change)
    showPending()
  }
  const line = (id: number, change: (line: Line) => Line) => (state: State) => ({
    lines: state.lines.map((one) => (one.id === id ? change(one) : one)),
  })
  const find = (id: number) => store.getState().lines.find((one) => one.id === id)

  const readNext = () => {
    while (reading < AT_A_TIME) {
      const next = toRead.shift()
      if (!next) return
      reading++
      soon(line(next.id, (one) => ({ ...one, state: { kind: 'reading' } })))
      void read(next).finally(() => {
        reading--
        readNext()
      })
    }
  }
  const read = async ({ id, file, encoding }: Line) => {
    try {
      const preview = await client.imports.preview({ job: `${job}/read ${id}`, file: await fileRef(file), encoding })
      soon(line(id, (one) => ({ ...one, state: { kind: 'ready', confirmed: confirm(preview) } })))
      soon(({ shownId }) => ({ shownId: shownId ?? id }))
    } catch (error) {
      soon(line(id, (one) => ({ ...one, state: { kind: 'failed', failure: failureOf(error, file) } })))
    }
  }
  const follow = (event: Event) => {
    if (event.kind !== 'progress' || !event.job.startsWith(job)) return
    soon(({ phase }) => {
      if (phase.kind !== 'importing') return {}
      if (event.job === job) return { phase: { ...phase, done: event.done } }
      const index = Number(event.job.slice(job.length + 1))
      return { phase: { ...phase, steps: phase.steps.with(index, event.done) } }
    })
  }
  const add = (files: readonly File[]) => {
    const lines = files.map((file): Line => ({
      id: ++lastId,
      file,
      state: { kind: 'waiting' },
      included: true,
      encoding: null,
    }))
    toRead.push(...lines)
    now((state) => ({ lines: [...state.lines, ...lines] }))
    readNext()
  }
  /** Gives up whatever is still to be read. */
  const close = () => {
    toRead.length = 0
    showPending()
    for (const { id, state } of store.getState().lines)
      if (state.kind === 'reading') void client.imports.cancel({ job: `${job}/read ${id}` })
  }

  return {
    store,
    /** Begins; answers what ends it. */
    open: (files: readonly File[]) => {
      const stopListening = onEvent(follow)
      add(files)
      return () => {
        stopListening()
        close()
      }
    },
    add,
    show: (id: number) => {
      now(() => ({ shownId: id }))
    },
    include: (id: number, included: boolean) => {
      now(line(id, (one) => ({ ...one, included })))
    },
    /** Reads the file again in that encoding. */
    setEncoding: (id: number, encoding: Encoding) => {
      now(line(id, (one) => ({ ...one, encoding, state: { kind: 'waiting' } })))
      const again = find(id)
      if (again) toRead.unshift(again)
      readNext()
    },
    change: (id: number, confirmed: Confirmed) => {
      now(line(id, (one) => ({ ...one, state: { kind: 'ready', confirmed } })))
    },
    setNaming: (naming: Naming, known: readonly string[]) => {
      now(({ lines }) => ({ naming, lines: nameAll(lines, naming, known) }))
    },
    /** Roles of this file for every file with the same labels. */
    spreadRoles: (id: number) => {
      const source = find(id)
      if (source?.state.kind !== 'ready') return
      const { confirmed } = source.state
      const like = new Set(
        linesLike(store.getState().lines, { line: source, confirmed }).map(({ line: other }) => other.id),
      )
      now(({ lines }) => ({
        lines: lines.map((one) =>
          like.has(one.id) && one.state.kind === 'ready'
            ? { ...one, state: { kind: 'ready', confirmed: withRolesOf(one.state.confirmed, confirmed) } }
            : one,
        ),
      }))
    },
    /** Resolves when all is in, or nothing is. Rejects with `AppError`; the files are then as they were. */
    run: async (known: readonly string[]): Promise<void> => {
      now(({ naming, lines }) => (naming ? { lines: nameAll(lines, naming, known) } : {}))
      const ready = comingIn(store.getState().lines)
      now(() => ({
        phase: { kind: 'importing', done: 0, ids: ready.map(({ line: { id } }) => id), steps: ready.map(() => 0) },
      }))
      try {
        const result = await client.imports.run({ job, files: ready.map(({ confirmed }) => toImportFile(confirmed)) })
        now(() => ({ phase: { kind: 'finished', result } }))
      } catch (error) {
        now(() => ({ phase: { kind: 'choosing' } }))
        throw error
      }
    },
    stop: () => client.imports.cancel({ job }),
    backToFiles: () => {
      now(() => ({ phase: { kind: 'choosing' } }))
    },
  }
}
export type Import = ReturnType<typeof createImport>

/** A folder, or a file that went away while it was sent, fails in the browser itself. */
const failureOf = (error: unknown, file: File): Failure =>
  error instanceof AppError
    ? error.failure
    : { code: 'unreadable-file', file: file.name, reason: 'unknown-format', place: '' }
