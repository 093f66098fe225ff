/** Answers about a whole project, from a connection that only reads: it runs in a thread beside the one that writes. */
import type { Database } from 'better-sqlite3'
import type { Column, Definition, Excerpt, ExcerptQuery } from '../../contract/queries.ts'
import { createCounting } from './counting.ts'
import { findFaults } from './faults.ts'
import { createFiles } from './files.ts'
import { createPassages } from './passages.ts'

interface CellQuestion {
  readonly definition: Definition
  readonly codeId: number
  /** Null: the whole row. */
  readonly column: Column | null
}

/** Each answer sees one state of the project, whatever is written meanwhile. */
export const createAnalysis = (db: Database) => {
  const counting = createCounting(db)
  const passages = createPassages(db)
  const atOnce = <I, O>(answer: (input: I) => O) => {
    const transaction = db.transaction(answer)
    return (input: I): O => transaction.deferred(input)
  }
  const made = <I, O>(read: (input: I) => () => O) => {
    const readAtOnce = atOnce(read)
    return (input: I): O => readAtOnce(input)()
  }
  const files = createFiles(db, counting, passages)

  return {
    frequencies: atOnce(counting.table),
    respondentsOfCell: atOnce(({ definition, codeId, column }: CellQuestion) =>
      counting.people(definition, codeId, column),
    ),
    excerpts: atOnce((query: ExcerptQuery) => {
      const { scope, excerpts, respondents } = counting.excerpts(query)
      const page = excerpts.slice(query.offset, query.offset + query.limit)
      const found = new Map(page.map((excerpt) => [excerpt.codingId, excerpt]))
      const documents = new Map(scope.documents.map(({ id, name }) => [id, name]))
      const rows = [...passages([...found.keys()], query.context)].map((passage): Excerpt => {
        const { id, uid: _uid, codePoints: _codePoints, ...shown } = passage
        return {
          ...shown,
          codingId: id,
          documentName: documents.get(passage.documentId) ?? '',
          respondents: (found.get(id)?.respondents ?? []).flatMap((person) => scope.respondents[person] ?? []),
        }
      })
      return { total: excerpts.length, respondents, rows }
    }),
    codeCounts: atOnce(counting.codeCounts),
    faults: () => findFaults(db.name),
    tableFile: made(files.table),
    excerptsFile: made(files.excerpts),
    codebookFile: made(files.codebook),
  }
}
export type Analysis = ReturnType<typeof createAnalysis>
