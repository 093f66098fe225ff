/** Files that leave the program: tables, excerpts and the codebook, in the formats of main/formats/export. */
import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { AppError } from '../../contract/failure.ts'
import type { exports, OutFile } from '../../contract/queries.ts'
import { exportQueries } from '../../db/queries/exports.ts'
import { codebookTable } from '../formats/export/codebook-table.ts'
import { countFormulaLike, writeCsv, type CsvCell } from '../formats/export/csv.ts'
import { excerptHeader, excerptRow, joined } from '../formats/export/excerpt-table.ts'
import { frequencyRows, frequencySheet } from '../formats/export/frequency-table.ts'
import { writeQdc, type CodebookCode } from '../formats/export/qdc.ts'
import { writeXlsx, type Sheet } from '../formats/export/xlsx.ts'
import { codeTree } from './code-tree.ts'
import type { Counting } from './counting.ts'
import type { createPassages, Passage } from './passages.ts'

type Input<Name extends keyof typeof exports> = z.output<(typeof exports)[Name]['input']>
type MakeFile = () => OutFile | Promise<OutFile>
const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ORIGIN = 'Verbatim'

/** Each answers what makes the file of what it has read, so that reading ends before the slower writing begins. */
export const createFiles = (db: Database, counting: Counting, passages: ReturnType<typeof createPassages>) => {
  const q = exportQueries(db)
  const nameOf = (what: string, ending: string) => {
    // What no file system allows in a name.
    const project = (q.projectName.get() ?? '').replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
    return `${project === '' ? '' : `${project} - `}${what}.${ending}`
  }
  const csvFile = (name: string, rows: readonly (readonly CsvCell[])[]): OutFile => ({
    name: nameOf(name, 'csv'),
    mediaType: CSV,
    base64: Buffer.from(writeCsv(rows)).toString('base64'),
    formulaLike: countFormulaLike(rows),
  })
  const xlsxFile = async (name: string, sheet: Sheet): Promise<OutFile> => {
    const file = nameOf(name, 'xlsx')
    return { name: file, mediaType: XLSX, base64: (await writeXlsx(sheet)).toString('base64'), formulaLike: 0 }
  }
  const codes = (): { tree: ReturnType<typeof codeTree<CodebookCode & { position: number }>>; all: CodebookCode[] } => {
    const anchors = Map.groupBy(q.anchors.all(), ({ codeId }) => codeId)
    const tree = codeTree(
      q.codes.all().map((row) => ({
        ...row,
        codable: row.codable === 1,
        archived: row.archived === 1,
        anchors: (anchors.get(row.id) ?? []).map(({ text }) => text),
      })),
    )
    return { tree, all: tree.below(null) }
  }

  return {
    table: ({ definition, format }: Input<'table'>): MakeFile => {
      const table = counting.table(definition)
      const { tree } = codes()
      if (format === 'csv') return () => csvFile('frequencies', frequencyRows(table, tree.pathOf))
      return () => xlsxFile('frequencies', frequencySheet(table, tree.pathOf))
    },
    excerpts: ({ format, ...selection }: Input<'excerpts'>): MakeFile => {
      const { scope, excerpts } = counting.excerpts(selection)
      const { attributes, values } = counting.attributes()
      const { tree } = codes()
      const coders = counting.coderNames()
      const documents = new Map(scope.documents.map(({ id, name }) => [id, name]))
      const respondents = new Map(excerpts.map(({ codingId, respondents: people }) => [codingId, people]))
      const known = new Map(
        values.map(({ attributeId, ownerId, value }) => [`${attributeId} ${ownerId}`, value ?? 'not applicable']),
      )
      const valuesOf = (passage: Passage, people: readonly number[]): string[] =>
        attributes.map(({ id, owner }) => {
          const owners = owner === 'document' ? [passage.documentId] : people
          const found = owners.map((ownerId) => known.get(`${id} ${ownerId}`) ?? '')
          return found.every((value) => value === '') ? '' : joined(found)
        })
      const rows = [...passages([...respondents.keys()], 0)].map((passage) => {
        // In the order of names, whatever cell was asked for.
        const people = (respondents.get(passage.id) ?? [])
          .toSorted((a, b) => a - b)
          .flatMap((person) => scope.respondents[person] ?? [])
        return excerptRow({
          uid: passage.uid,
          document: documents.get(passage.documentId) ?? '',
          respondents: people.map(({ name }) => name),
          code: tree.byId.get(passage.codeId)?.name ?? '',
          codePath: tree.pathOf(passage.codeId),
          coder: coders.get(passage.coderId) ?? '',
          ...passage.codePoints,
          turn: passage.turn,
          text: passage.text,
          createdAt: passage.createdAt,
          values: valuesOf(
            passage,
            people.map(({ id }) => id),
          ),
        })
      })
      const header = excerptHeader(attributes.map(({ name }) => name))
      if (format === 'csv') return () => csvFile('excerpts', [header, ...rows])
      return () => xlsxFile('excerpts', { name: 'Excerpts', header, rows, widths: EXCERPT_WIDTHS })
    },
    codebook: ({ format }: Input<'codebook'>): MakeFile => {
      const { tree, all } = codes()
      if (format === 'csv') {
        const counts = counting.codeCounts(null)
        const place = new Map(counts.codeId.map((id, index) => [id, index]))
        const useOf = (id: number) => {
          const index = place.get(id) ?? -1
          return {
            path: tree.pathOf(id),
            codings: counts.codings[index] ?? 0,
            respondents: counts.respondents[index] ?? 0,
          }
        }
        return () => csvFile('codebook', codebookTable(all, useOf))
      }
      if (all.length === 0) throw new AppError({ code: 'empty-codebook' })
      const name = nameOf('codebook', 'qdc')
      return () => {
        const base64 = Buffer.from(writeQdc(all, ORIGIN)).toString('base64')
        return { name, mediaType: 'application/xml', base64, formulaLike: 0 }
      }
    },
  }
}
const EXCERPT_WIDTHS = [38, 24, 16, 24, 36, 16, 8, 8, 8, 80, 24, 16]
