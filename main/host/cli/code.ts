/** `code`: puts a code on a quote. */
import type { Code } from '../../../contract/codes.ts'
import type { DocumentText } from '../../../contract/documents.ts'
import { AppError } from '../../../contract/failure.ts'
import type { Client } from '../../../contract/index.ts'
import { codePointCounter, indexAt, type Span } from '../../../contract/span.ts'
import { nameKey } from '../../../contract/values.ts'
import { codeTree } from '../../services/code-tree.ts'
import { initialsOf } from '../installation.ts'
import type { CommandOf } from './arguments.ts'
import { findCode, type FoundCode } from './code-path.ts'
import { print } from './output.ts'
import { CannotDo } from './problems.ts'
import { findQuote } from './quote.ts'
import type { Tools } from './tools.ts'

type Asked = CommandOf<'code'>
const LONGEST_SHOWN = 60

/** Everything that can be refused is looked at before anything is made. */
export const code = (asked: Asked, { withProject, messages: { cli } }: Tools): Promise<number> =>
  withProject(asked.file, async ({ client, reader, as }) => {
    const document = await findDocument(asked.document, reader)
    const span = choosePlace(document, asked)
    const codes = await reader.codes.list({})
    const place = findCode(codes, asked.code)
    await refuseUnusable(place, reader)

    const coderId = asked.coder === null ? null : await findOrMakeCoder(asked.coder, reader)
    const coder = coderId === null ? client : as(coderId)
    const made: Code[] = []
    for (const name of place.missing) {
      const parentId = (made.at(-1) ?? place.code)?.id ?? null
      made.push(await coder.codes.create({ parentId, name, color: null }))
    }
    const codeId = (made.at(-1) ?? place.code)?.id ?? 0
    const quote = document.text.slice(span.start, span.end)
    const { coding, merged } = await coder.codings.apply({ documentId: document.id, codeId, ...span, quote })

    const codePoints = codePointCounter(document.text)
    const characters = ({ start, end }: Span) => cli.characters(codePoints(start), codePoints(end))
    const told = cli.coded(
      document.name,
      placeOf(document, span, cli),
      characters(span),
      pathOf([...codes, ...made], codeId),
    )
    const more = [
      made.length > 0 ? cli.madeCodes(made.map(({ id }) => pathOf([...codes, ...made], id))) : '',
      merged.length > 0 ? cli.extended(characters(coding)) : '',
    ].filter((part) => part !== '')
    print([told, ...more].join(' '))
    return 0
  })

const findDocument = async (name: string, reader: Client): Promise<DocumentText> => {
  const documents = await reader.documents.list({})
  const exactly = documents.filter((one) => one.name === name)
  const found = exactly.length > 0 ? exactly : documents.filter((one) => nameKey(one.name) === nameKey(name))
  const [first, second] = found
  if (!first) throw new CannotDo(({ failed }) => failed.noDocument(name))
  if (second) throw new CannotDo(({ failed }) => failed.severalDocuments(name, found.length))
  return reader.documents.get({ id: first.id })
}

const choosePlace = ({ name, text }: DocumentText, { quote, occurrence }: Asked): Span => {
  const shown = shorten(quote)
  const { exact, loose } = findQuote(text, quote)
  if (exact.length === 0 && loose.length > 1)
    throw new CannotDo(({ failed }) => failed.onlyLoosely(shown, name, loose.length))
  const places = exact.length > 0 ? exact : loose
  if (places.length === 0) throw new CannotDo(({ failed }) => failed.noQuote(shown, name))
  if (occurrence === null && places.length > 1)
    throw new CannotDo(({ failed }) => failed.severalQuotes(shown, name, places.length))
  const place = places[(occurrence ?? 1) - 1]
  if (!place) throw new CannotDo(({ failed }) => failed.noSuchOccurrence(shown, name, places.length, occurrence ?? 1))
  return place
}

const shorten = (quote: string): string => {
  const line = quote.trim().replace(/\s+/gu, ' ')
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN).toWellFormed()}…`
}

/** Before a coder is made for it. */
const refuseUnusable = async ({ code: found, missing }: FoundCode, reader: Client): Promise<void> => {
  if (found?.archived) throw new CannotDo(({ failed }) => failed.archived(found.name))
  if (missing.length > 0) {
    const project = await reader.projects.current({})
    if (project?.codebookClosed) throw new AppError({ code: 'codebook-closed' })
  } else if (found && !found.codable) throw new CannotDo(({ failed }) => failed.notCodable(found.name))
}

const findOrMakeCoder = async (name: string, reader: Client): Promise<number> => {
  const found = (await reader.coders.list({})).find((coder) => nameKey(coder.name) === nameKey(name))
  return found?.id ?? (await reader.coders.create({ name, initials: initialsOf(name) })).id
}

/** As people cite it. */
const placeOf = ({ turns, paragraphs }: DocumentText, { start }: Span, cli: Tools['messages']['cli']): string =>
  turns.start.length > 0
    ? cli.turn(Math.max(0, indexAt(turns.start, start)) + 1)
    : cli.paragraph(indexAt(paragraphs, start) + 1)

const pathOf = (codes: readonly Code[], id: number): string => codeTree(codes).pathOf(id)
