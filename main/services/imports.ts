/** Interviews in: files are read in worker threads, their texts stored in slices, their documents made in one step. */
import { v7 } from 'uuid'
import type { SpeakerRole } from '../../contract/documents.ts'
import { AppError, type Failure } from '../../contract/failure.ts'
import type { ImportFile, Preview } from '../../contract/imports.ts'
import type { Services } from '../../contract/index.ts'
import { linkUid } from '../../db/link-uid.ts'
import { importQueries } from '../../db/queries/imports.ts'
import { linkQueries } from '../../db/queries/links.ts'
import { documentName } from '../formats/import/container.ts'
import type { ReadDocument } from '../formats/import/read.ts'
import { labelKey } from '../formats/import/roles.ts'
import { guessBy, guessSpeakers } from '../formats/import/speakers.ts'
import { wordStarts } from '../formats/import/words.ts'
import type { Context, Project } from '../host/project.ts'
import type { Reading } from '../host/reading.ts'
import { respondentNames } from './respondent-names.ts'
import { textStore } from './text-store.ts'

const SAMPLE = 4000
/** Texts are stored in transactions of about this many characters, some 50 ms each, so that the window is answered between. */
const SLICE = 1_500_000

/** A file whose text is stored already. */
interface Stored {
  readonly file: ImportFile
  readonly textId: number
  readonly format: string
  readonly hash: string
  /** As the text spells them, in order of appearance. */
  readonly labels: readonly string[]
}

export const importService = (project: Project, reading: Reading): Services<Context>['imports'] => {
  const q = importQueries(project.db)
  const jobs = new Map<string, AbortController>()
  const storeText = textStore(project)
  const progress = (job: string, done: number, total: number) => {
    project.announce({ kind: 'progress', job, done, total })
  }
  const during = async <T>(job: string, work: (controller: AbortController) => Promise<T>): Promise<T> => {
    const controller = new AbortController()
    jobs.get(job)?.abort()
    jobs.set(job, controller)
    try {
      return await work(controller)
    } finally {
      if (jobs.get(job) === controller) jobs.delete(job)
    }
  }
  // One run after another: each begins by sweeping up texts that have no document.
  let lastRun: Promise<unknown> = Promise.resolve()
  const afterOthers = <T>(work: () => Promise<T>): Promise<T> => {
    const run = lastRun.then(work)
    lastRun = run.catch(() => undefined)
    return run
  }

  /** Reads `files`, a few at a time, and stores each text; `failed` gets those that cannot be imported. */
  const readAndStore = async (
    job: string,
    files: readonly ImportFile[],
    controller: AbortController,
    stored: Stored[],
  ) => {
    const { signal } = controller
    const failed: { file: string; failure: Failure }[] = []
    let waiting: { file: ImportFile; read: ReadDocument }[] = []
    let finished = 0
    const flush = () => {
      const slice = waiting
      waiting = []
      if (!project.db.open) throw new AppError({ code: 'cancelled' })
      const texts = project.outsideSteps(() => slice.map(({ file, read }) => storeOne(file, read)))
      stored.push(...texts)
    }
    const storeOne = (file: ImportFile, read: ReadDocument): Stored => {
      const starts =
        file.language === read.language ? read.wordStarts : wordStarts(read.text, read.marks, file.language)
      const labels = [...new Set(read.turns.map(({ label }) => label))]
      return {
        file,
        textId: storeText({ ...read, wordStarts: starts }),
        format: read.format,
        hash: read.hash,
        labels,
      }
    }
    const queue = [...files.entries()]
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, file] = next
        progress(`${job}/${index}`, 1, 3)
        try {
          const read = await reading.document(file.file, file.encoding, signal)
          progress(`${job}/${index}`, 2, 3)
          waiting.push({ file, read })
          if (waiting.reduce((size, one) => size + one.read.text.length, 0) >= SLICE) flush()
        } catch (error) {
          if (!(error instanceof AppError) || error.failure.code !== 'unreadable-file') throw error
          failed.push({ file: file.file.path, failure: error.failure })
        }
        progress(`${job}/${index}`, 3, 3)
        progress(job, ++finished, files.length)
      }
    }
    // One lane more than there are workers, so that a file waits at each worker's door.
    const lanes = await Promise.allSettled(
      Array.from({ length: reading.lanes + 1 }, () =>
        lane().catch((error: unknown) => {
          controller.abort()
          throw error
        }),
      ),
    )
    const broken = lanes.find((settled) => settled.status === 'rejected')
    if (broken) throw broken.reason
    flush()
    return failed
  }

  /** Files with a text that the project or an earlier file of this run has, unless they are wanted all the same. */
  const splitDuplicates = (stored: readonly Stored[]) => {
    const seen = new Map<string, string>()
    const fresh: Stored[] = []
    const duplicates: { one: Stored; of: string }[] = []
    for (const one of stored) {
      const of = seen.get(one.hash) ?? q.withHash.get(one.hash)?.name
      if (of !== undefined && !one.file.allowDuplicate) duplicates.push({ one, of })
      else fresh.push(one)
      seen.set(one.hash, of ?? one.file.name)
    }
    return { duplicates, fresh }
  }

  const removeTexts = (texts: readonly number[]) => {
    if (!project.db.open || texts.length === 0) return
    project.outsideSteps(() => {
      for (const id of texts) q.removeText.run(id)
    })
  }

  return {
    preview: ({ job, file, encoding }) =>
      during(job, async ({ signal }) => {
        progress(job, 0, 1)
        const read = await reading.document(file, encoding, signal)
        const preview = previewOf(read, file, q.withHash.get(read.hash)?.name ?? null)
        progress(job, 1, 1)
        return preview
      }),
    run: ({ job, files }, context) =>
      during(job, (controller) =>
        afterOthers(async () => {
          progress(job, 0, files.length)
          await project.beforeBulk('imports.run')
          removeTexts(q.abandonedTexts.all())
          const stored: Stored[] = []
          try {
            const failed = await readAndStore(job, files, controller, stored)
            if (controller.signal.aborted) throw new AppError({ code: 'cancelled' })
            const place = new Map(files.map((file, index) => [file, index]))
            const inOrder = stored.toSorted((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0))
            const { duplicates, fresh } = splitDuplicates(inOrder)
            const documents = makeDocuments(project, context, fresh)
            removeTexts(duplicates.map(({ one }) => one.textId))
            return { documents, failed: [...failed, ...duplicates.map(duplicateFailure)] }
          } catch (error) {
            removeTexts(stored.map(({ textId }) => textId))
            throw error
          }
        }),
      ),
    cancel: ({ job }) => {
      jobs.get(job)?.abort()
    },
  }
}

/** One step for all of them. Respondents are found by name, or made. */
const makeDocuments = (project: Project, context: Context, stored: readonly Stored[]) => {
  const { db, record } = project
  const q = importQueries(db)
  const links = linkQueries(db)
  const [first] = stored
  if (!first) return []
  const createdAt = new Date().toISOString()
  const respondentNamed = respondentNames(project).findOrMake
  const make = ({ file, textId, format, labels }: Stored) => {
    const { name, language } = file
    const uid = v7()
    const documentId = Number(q.insertDocument.run({ uid, name, format, language, textId, createdAt }).lastInsertRowid)
    for (const label of labels) {
      const said = file.speakers.find((speaker) => labelKey(speaker.label) === labelKey(label))
      const role: SpeakerRole = said?.role ?? 'other'
      const isSomebody = (role === 'respondent' || role === 'interpreter') && said?.respondent?.trim()
      const respondentId = isSomebody ? respondentNamed(said?.respondent ?? '') : null
      q.insertSpeaker.run({ uid: v7(), documentId, label, role, respondentId })
    }
    const link = (names: readonly string[], relation: 'by' | 'about') => {
      for (const respondentName of names.filter((one) => one.trim() !== '')) {
        const respondentId = respondentNamed(respondentName)
        const linkId = linkUid('document_respondent', uid, links.respondentUid.get(respondentId) ?? '')
        links.put.run({ uid: linkId, documentId, respondentId, relation })
      }
    }
    link(file.about, 'about')
    link(file.by, 'by')
    return { file: file.file.path, documentId }
  }
  const step = { command: 'imports.run', input: { files: stored.length }, name: first.file.name, count: stored.length }
  return record(context, step, () => stored.map(make))
}

const duplicateFailure = ({ one: { file }, of }: { one: Stored; of: string }): { file: string; failure: Failure } => ({
  file: file.file.path,
  failure: { code: 'unreadable-file', file: file.file.name, reason: 'duplicate', place: of },
})

const previewOf = (read: ReadDocument, file: Preview['file'], duplicateOf: string | null): Preview => {
  const name = documentName(file.name)
  const inSample = read.marks.filter(({ kind, end }) => end <= SAMPLE && !['heading', 'bold', 'italic'].includes(kind))
  return {
    file,
    name,
    format: read.format,
    encoding: read.encoding,
    encodingCertain: read.encodingCertain,
    language: read.language,
    hash: read.hash,
    sample: read.text.slice(0, SAMPLE).toWellFormed(),
    sampleMarks: {
      start: inSample.map(({ start }) => start),
      end: inSample.map(({ end }) => end),
      kind: inSample.map(({ kind }) => kind),
    },
    sampleTurns: sampleTurns(read),
    words: read.wordStarts.length,
    turns: read.turns.length,
    speakers: guessSpeakers(read, name),
    by: guessBy(read, name),
    leftOut: read.leftOut,
    duplicateOf,
  }
}

const sampleTurns = ({ turns }: ReadDocument): Preview['sampleTurns'] => {
  const inSample = turns.filter(({ start }) => start < SAMPLE)
  return { start: inSample.map(({ start }) => start), label: inSample.map(({ label }) => label) }
}
