/** The words of a span: what a coding, an anchor or a memo stands on. */
import type { Database } from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { AppError } from '../../contract/failure.ts'
import type { Span } from '../../contract/span.ts'

/** SHA-256 of the quote, so that a coding can tell whether its text is still the one it was made on. */
export const quoteHash = (quote: string): string => createHash('sha256').update(quote).digest('hex').slice(0, 32)

/** Answers the words of a span of a document; `not-found` without the document, `invalid-input` outside its text. */
export const createQuotes = (db: Database) => {
  const textIdOf = db.prepare<[number], number>('SELECT text_id FROM document WHERE id = ?').pluck()
  const textOf = db.prepare<[number], string>('SELECT text FROM document_text WHERE id = ?').pluck()
  // The text that is being worked on is asked for at every coding, and a version of a text never changes.
  let latest = { textId: 0, text: '' }
  return (documentId: number, { start, end }: Span): string => {
    const textId = textIdOf.get(documentId)
    if (textId === undefined) throw new AppError({ code: 'not-found', entity: 'document', id: String(documentId) })
    if (latest.textId !== textId) latest = { textId, text: textOf.get(textId) ?? '' }
    if (start >= end || end > latest.text.length)
      throw new AppError({ code: 'invalid-input', issues: [{ path: 'end', message: 'outside the text' }] })
    return latest.text.slice(start, end)
  }
}
