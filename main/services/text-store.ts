/** Stores texts that were read: immutable, in no journal, and nobody's until a document points to them. */
import { v7 } from 'uuid'
import { writeIntegers } from '../../db/coding-index.ts'
import { importQueries } from '../../db/queries/imports.ts'
import type { Project } from '../host/project.ts'

/** What follows from a text and is stored with it. */
export interface StorableText {
  readonly text: string
  readonly hash: string
  readonly paragraphs: readonly number[]
  readonly turns: readonly { readonly start: number; readonly end: number; readonly label: string }[]
  readonly marks: readonly { readonly start: number; readonly end: number; readonly kind: string }[]
  readonly wordStarts: ArrayLike<number>
}

/** Call within a transaction. Answers the text's id. */
export const textStore = ({ db }: Project) => {
  const q = importQueries(db)
  return ({ text, hash, paragraphs, turns, marks, wordStarts }: StorableText): number => {
    const stored = {
      uid: v7(),
      hash,
      text,
      words: wordStarts.length,
      wordStarts: writeIntegers(Int32Array.from(wordStarts)),
    }
    const textId = Number(q.insertText.run(stored).lastInsertRowid)
    for (const start of paragraphs) q.insertParagraph.run(textId, start)
    for (const [index, { start, end, label }] of turns.entries()) q.insertTurn.run(textId, index + 1, start, end, label)
    for (const { start, end, kind } of marks) q.insertMark.run(textId, start, end, kind)
    return textId
  }
}
