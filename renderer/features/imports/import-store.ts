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

export const createImport = ({ client, fileRef, onEvent }: Connection) => {
  const store = createStore<State>(() => ({ lines: [], shownId: null, naming: null, phase: { kind: 'choosing' } }))
  const job = crypto.randomUUID()
  let lastId = 0
  let reading = 0

  const setLine = (id: number, change: (line: Line) => Line) => {
    store.setState(({ lines }) => ({ lines: lines.map((line) => (line.id === id ? change(line) : line)) }))
  }
  const find = (id: number) => store.getState().lines.find((line) => line.id === id)
  const readNext = () => {
    while (reading < AT_A_TIME) {
      const next = store.getState().lines.find(({ state }) => state.kind === 'waiting')
      if (!next) return
      reading++
      setLine(next.id, (line) => ({ ...line, state: { kind: 'reading' } }))
      void read(next).finally(() => {
        reading--
        readNext()
      })
    }
  }
  const read = async ({ id, file, encoding }: Line) => {
    try {
      const preview = await client.imports.preview({ job: `${job}/read ${id}`, file: await fileRef(file), encoding })
      setLine(id, (line) => ({ ...line, state: { kind: 'ready', confirmed: confirm(preview) } }))
      if (store.getState().shownId === null) store.setState({ shownId: id })
    } catch (error) {
      setLine(id, (line) => ({ ...line, state: { kind: 'failed', failure: failureOf(error, file) } }))
    }
  }
  const follow = (event: Event) => {
    if (event.kind !== 'progress' || !event.job.startsWith(job)) return
    store.setState(({ phase }) => {
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
    store.setState((state) => ({ lines: [...state.lines, ...lines] }))
    readNext()
  }
  /** Gives up whatever is still to be read. */
  const close = () => {
    const { lines } = store.getState()
    store.setState({ lines: lines.filter(({ state }) => state.kind !== 'waiting') })
    for (const { id, state } of lines)
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
      store.setState({ shownId: id })
    },
    include: (id: number, included: boolean) => {
      setLine(id, (line) => ({ ...line, included }))
    },
    /** Reads the file again in that encoding. */
    setEncoding: (id: number, encoding: Encoding) => {
      setLine(id, (line) => ({ ...line, encoding, state: { kind: 'waiting' } }))
      readNext()
    },
    change: (id: number, confirmed: Confirmed) => {
      setLine(id, (line) => ({ ...line, state: { kind: 'ready', confirmed } }))
    },
    setNaming: (naming: Naming, known: readonly string[]) => {
      store.setState(({ lines }) => ({ naming, lines: nameAll(lines, naming, known) }))
    },
    /** Roles of this file for every file with the same labels. */
    spreadRoles: (id: number) => {
      const source = find(id)
      if (source?.state.kind !== 'ready') return
      const { confirmed } = source.state
      const like = new Set(linesLike(store.getState().lines, { line: source, confirmed }).map(({ line }) => line.id))
      for (const other of like)
        setLine(other, (line) =>
          line.state.kind === 'ready'
            ? { ...line, state: { kind: 'ready', confirmed: withRolesOf(line.state.confirmed, confirmed) } }
            : line,
        )
    },
    /** Resolves when all is in, or nothing is. Rejects with `AppError`; the files are then as they were. */
    run: async (known: readonly string[]): Promise<void> => {
      const { naming } = store.getState()
      if (naming) store.setState(({ lines }) => ({ lines: nameAll(lines, naming, known) }))
      const ready = comingIn(store.getState().lines)
      store.setState({
        phase: { kind: 'importing', done: 0, ids: ready.map(({ line }) => line.id), steps: ready.map(() => 0) },
      })
      try {
        const files = ready.map(({ confirmed }) => toImportFile(confirmed))
        store.setState({ phase: { kind: 'finished', result: await client.imports.run({ job, files }) } })
      } catch (error) {
        store.setState({ phase: { kind: 'choosing' } })
        throw error
      }
    },
    stop: () => client.imports.cancel({ job }),
    backToFiles: () => {
      store.setState({ phase: { kind: 'choosing' } })
    },
  }
}
export type Import = ReturnType<typeof createImport>

/** A folder, or a file that went away while it was sent, fails in the browser itself. */
const failureOf = (error: unknown, file: File): Failure =>
  error instanceof AppError
    ? error.failure
    : { code: 'unreadable-file', file: file.name, reason: 'unknown-format', place: '' }
