/** The sample's codings, as they are written down: quotes from its transcripts, found again in the text. */
import type { Span } from '../../contract/span.ts'
import { codebook, type CodeKey } from './codebook.ts'
import { documents, type CoderInitials, type DocumentKey } from './people.ts'

export interface SampleCoding {
  readonly document: DocumentKey
  readonly by: CoderInitials
  readonly code: CodeKey
  /** It is an anchor example of its code. */
  readonly anchor: boolean
  readonly quote: string
}

const line = /^(?<by>AL|MG)(?<anchor>\*?) (?<code>\w+): (?<quote>.+)$/u

/** A heading `# document`, then a line `AL code: quote` for each coding; `AL* code: quote` makes it an anchor example. */
export const readCodings = (text: string): SampleCoding[] => {
  const codings: SampleCoding[] = []
  let document = ''
  for (const written of text.split(/\r?\n/u).filter((each) => each !== '')) {
    const { by, anchor, code, quote } = line.exec(written)?.groups ?? {}
    if (written.startsWith('# ')) document = written.slice(2)
    else if (isDocument(document) && code !== undefined && isCode(code) && quote)
      codings.push({ document, by: by as CoderInitials, code, anchor: anchor === '*', quote })
    else throw new Error(`not a coding of the sample: ${written}`)
  }
  return codings
}
const isDocument = (key: string): key is DocumentKey => Object.hasOwn(documents, key)
const isCode = (key: string): key is CodeKey => Object.hasOwn(codebook, key)

/** Parts the first words of a long quote from its last ones. */
const GAP = ' … '

/** Where a quote stands. Throws when its beginning does not occur exactly once, or its end not soon after. */
export const findQuote = (text: string, quote: string): Span => {
  const [first = '', last] = quote.split(GAP)
  const start = text.indexOf(first)
  if (start < 0 || text.includes(first, start + 1)) throw new Error(`not exactly once in the transcript: ${first}`)
  if (last === undefined) return { start, end: start + first.length }
  const end = text.indexOf(last, start + first.length) + last.length
  if (end < start) throw new Error(`not after “${first}”: ${last}`)
  return { start, end }
}
