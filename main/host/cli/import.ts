/** `import`: brings in interviews by the preview's own guess, and attributes from a .csv. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { TablePreview } from '../../../contract/attributes.ts'
import { explain } from '../../../contract/explain.ts'
import { AppError, type Failure } from '../../../contract/failure.ts'
import type { FileRef, ImportFile, Preview } from '../../../contract/imports.ts'
import type { Client } from '../../../contract/index.ts'
import type { Messages } from '../../../contract/messages/en.ts'
import { nameKey } from '../../../contract/values.ts'
import type { CommandOf } from './arguments.ts'
import { filesAt, refOf, type FoundFile } from './files.ts'
import { complain, print } from './output.ts'
import { CannotDo } from './problems.ts'
import type { Tools } from './tools.ts'

type Read = FoundFile & ({ readonly preview: Preview } | { readonly failure: Failure })

/** A file that cannot be read is told on its own line, and the others come in. All that comes in is one step. */
export const importFiles = (asked: CommandOf<'import'>, { withProject, messages }: Tools): Promise<number> =>
  withProject(asked.file, async ({ client }) => {
    const { cli } = messages
    // Whatever is wrong with the table is said before anything is changed.
    const table = asked.attributes === null ? null : await readTable(asked.attributes, client)
    const { files, wrong } = filesAt(asked.paths)
    for (const say of wrong) complain(say(cli))
    const read = await Promise.all(files.map((file) => preview(file, client)))
    const failures = await run(read, client)
    for (const { shown, path, ...outcome } of read) {
      const failure = failures.get(path)
      if (failure) complain(cli.ofFile(shown, explain(failure, messages)))
      else if ('preview' in outcome) print(cli.ofFile(shown, describe(outcome.preview, messages)))
    }
    if (table) print(await importTable(table, client, messages))
    return wrong.length + failures.size === 0 ? 0 : 1
  })

const preview = async (file: FoundFile, client: Client): Promise<Read> => {
  try {
    const job = randomUUID()
    return { ...file, preview: await client.imports.preview({ job, file: refOf(file.path), encoding: null }) }
  } catch (error) {
    if (!(error instanceof AppError) || error.failure.code === 'disconnected') throw error
    return { ...file, failure: error.failure }
  }
}

/** Answers what went wrong, by path. */
const run = async (read: readonly Read[], client: Client): Promise<Map<string, Failure>> => {
  const failures = new Map(read.flatMap((one) => ('failure' in one ? [[one.path, one.failure]] : [])))
  const files = read.flatMap((one) => ('preview' in one ? [asGuessed(one.preview)] : []))
  if (files.length === 0) return failures
  const { failed } = await client.imports.run({ job: randomUUID(), files })
  for (const { file, failure } of failed) failures.set(file, failure)
  return failures
}

const asGuessed = ({ file, name, language, encoding, speakers, by }: Preview): ImportFile => ({
  file,
  name,
  language,
  encoding,
  allowDuplicate: false,
  speakers: speakers.map(({ label, role, respondent }) => ({ label, role, respondent })),
  by,
  about: [],
})

/** What was guessed, and what the file holds and the text does not. */
const describe = (found: Preview, { cli, imports }: Messages): string => {
  const { name, language, words, turns, speakers, by, leftOut, encoding, encodingCertain } = found
  const { encodings } = imports.preview
  const counted = (kinds: readonly (keyof Preview['leftOut'])[]) =>
    kinds.flatMap((kind) => (leftOut[kind] > 0 ? [imports.leftOut[kind](leftOut[kind])] : []))
  const changes = counted(['insertions', 'deletions'])
  const out = counted(['comments', 'footnotes', 'images', 'headers'])
  return [
    cli.imported(name, language, words, turns),
    speakers.length === 0
      ? cli.by(by)
      : cli.speakers(speakers.map(({ label, role, respondent }) => cli.speaker(label, role, respondent))),
    ...(encodingCertain || encoding === null ? [] : [cli.encodingGuessed(encodings[encoding])]),
    ...(changes.length === 0 ? [] : [imports.leftOut.changes(changes)]),
    ...(out.length === 0 ? [] : [imports.leftOut.stayOut(out)]),
  ].join(' ')
}

interface Table {
  readonly file: FileRef
  readonly preview: TablePreview
}

const readTable = async (path: string, client: Client): Promise<Table> => {
  if (!existsSync(path)) throw new CannotDo(({ failed }) => failed.noFile(path))
  const file = refOf(path)
  const asRespondents = await client.attributes.previewTable({ owner: 'respondent', file })
  const head = nameKey(asRespondents.nameColumn)
  if (head !== 'respondent' && head !== 'document')
    throw new CannotDo(({ failed }) => failed.nameColumn(file.name, asRespondents.nameColumn))
  const found = head === 'respondent' ? asRespondents : await client.attributes.previewTable({ owner: head, file })
  for (const { name, misfits } of found.columns) {
    const [wrong] = misfits
    if (wrong) throw new CannotDo(({ failed }) => failed.misfit(file.name, wrong.line, wrong.value, name))
  }
  return { file, preview: found }
}

/** Respondents that are in no interview yet are made; documents are not. Answers what to say of it. */
const importTable = async ({ file, preview: before }: Table, client: Client, { cli, respondents }: Messages) => {
  const { owner } = before
  // Again, now that the interviews have brought their respondents.
  const { columns, rows, unknown } = await client.attributes.previewTable({ owner, file })
  const types = columns.map(({ type }) => type)
  await client.attributes.importTable({ owner, file, types, createUnknown: owner === 'respondent' })
  const told = cli.table(
    owner,
    rows,
    columns.map(({ name, type }) => cli.attribute(name, respondents.types[type])),
  )
  if (unknown.length === 0) return cli.ofFile(file.name, told)
  return cli.ofFile(
    file.name,
    `${told} ${owner === 'respondent' ? cli.madeRespondents(unknown) : cli.noDocuments(unknown)}`,
  )
}
