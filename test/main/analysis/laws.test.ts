import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Definition, isUnfinished, type Column, type ValueKey } from '../../../contract/queries.ts'
import { createAnalysis } from '../../../main/services/analysis.ts'
import { buildProject, CODERS, projectSpec, RESPONDENTS } from '../../support/random-project.ts'
import { createNaive } from './naive.ts'

/** More projects than a test run has time for: VERBATIM_EFFORT=20. */
const effort = Number(process.env['VERBATIM_EFFORT'] ?? 1)
const some = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(arbitrary, { maxLength: 3 }) },
  )
const key = fc.constantFrom<ValueKey>(
  { kind: 'not known' },
  { kind: 'not applicable' },
  { kind: 'band', index: 0 },
  { kind: 'band', index: 1 },
  { kind: 'value', value: 'good' },
  { kind: 'value', value: '1' },
)
const definition = fc
  .record({
    codes: fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 })),
    rollup: fc.boolean(),
    across: fc.oneof(
      fc.constantFrom({ kind: 'respondents' as const }, { kind: 'documents' as const }),
      fc.integer({ min: 1, max: 3 }).map((attributeId) => ({ kind: 'attribute' as const, attributeId })),
    ),
    count: fc.constantFrom('respondents' as const, 'codings' as const, 'words' as const),
    filter: fc.record({
      respondentIds: some(fc.integer({ min: 1, max: RESPONDENTS })),
      documentIds: some(fc.integer({ min: 1, max: 4 })),
      coderIds: some(fc.integer({ min: 1, max: CODERS })),
      attributes: some(
        fc.record({ attributeId: fc.integer({ min: 1, max: 3 }), values: fc.array(key, { maxLength: 3 }) }),
      ),
    }),
    alsoRoles: some(fc.constantFrom('interviewer' as const, 'other' as const)),
    relation: fc.constantFrom('by' as const, 'by' as const, 'by' as const, 'about' as const),
  })
  .map((drawn) => Definition.parse(drawn))

const textOf = (column: Column): string => {
  if (column.kind === 'not assigned') return column.kind
  return `${column.kind} ${JSON.stringify(column.kind === 'value' ? column.value : column.id)}`
}

describe('the fast counting agrees with the slow one', () => {
  test('cells, totals, n, marks, coders and codings about somebody', () => {
    fc.assert(
      fc.property(projectSpec, definition, (spec, asked) => {
        const { db } = buildProject(spec)
        const table = createAnalysis(db).frequencies(asked)
        const naive = createNaive(db, asked)
        const columns = table.columns.map(({ column }) => textOf(column))
        expect(columns.toSorted()).toEqual(naive.columns.toSorted())
        expect(table.codeIds.toSorted((a, b) => a - b)).toEqual(naive.rowIds)
        const counted = columns.filter((column) => column !== 'not assigned')
        const expected = {
          cells: table.codeIds.flatMap((row) => columns.map((column) => naive.countOf([row], [column]))),
          rowTotals: table.codeIds.map((row) => naive.countOf([row], null)),
          columnTotals: columns.map((column) => naive.countOf(table.codeIds, [column])),
          total: naive.countOf(table.codeIds, null),
          n: naive.peopleIn(null).length,
          coders: naive.coders,
          about: naive.about,
        }
        expect(table).toMatchObject(expected)
        expect(
          table.codeIds.flatMap((_, row) => columns.map((__, column) => isUnfinished(table, row, column))),
        ).toEqual(table.codeIds.flatMap((row) => columns.map((column) => naive.isUnfinished(row, column))))
        expect(table.columns.slice(0, counted.length).map(({ n }) => n)).toEqual(
          counted.map((column) => naive.peopleIn([column]).length),
        )
        db.close()
      }),
      { numRuns: 150 * effort },
    )
  })

  test('who is in a cell, and its excerpts', () => {
    fc.assert(
      fc.property(projectSpec, definition, fc.nat(), fc.nat(), (spec, asked, someRow, someColumn) => {
        const { db } = buildProject(spec)
        const analysis = createAnalysis(db)
        const naive = createNaive(db, asked)
        const table = analysis.frequencies(asked)
        const codeId = table.codeIds[someRow % table.codeIds.length]
        if (codeId === undefined) return
        const column = table.columns[someColumn % (table.columns.length + 1)]?.column ?? null
        const place = column && textOf(column)
        const people = analysis.respondentsOfCell({ definition: asked, codeId, column })
        const inCell = people.inCell.map(({ id }) => id)
        const others = people.others.map(({ id }) => id)
        const isAssigned = place !== 'not assigned'
        expect(inCell).toEqual(isAssigned ? naive.whoIn(codeId, place) : [])
        expect([...inCell, ...others].toSorted((a, b) => a - b)).toEqual(
          isAssigned ? naive.peopleIn(place === null ? null : [place]) : [],
        )
        const { filter, rollup, alsoRoles, relation, across } = asked
        const cell = { across, column, relation }
        const query = { codeIds: [codeId], rollup, filter, alsoRoles, cell, offset: 0, limit: 500, context: 0 }
        const found = analysis.excerpts(query)
        expect(found.rows.map(({ codingId }) => codingId).toSorted((a, b) => a - b)).toEqual(
          naive.codingsOf(codeId, place),
        )
        expect(found.total).toBe(found.rows.length)
        db.close()
      }),
      { numRuns: 100 * effort },
    )
  })
})

describe('derived tables', () => {
  test('kept step by step, they are what a rebuild makes, through changes of speakers and links, undo and redo', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('code' as const),
        coding: fc.record({
          document: fc.nat(3),
          code: fc.nat(5),
          coder: fc.nat(2),
          from: fc.nat(150),
          length: fc.integer({ min: 1, max: 90 }),
        }),
      }),
      fc.record({
        kind: fc.constantFrom(
          'uncode' as const,
          'recode' as const,
          'move' as const,
          'respeak' as const,
          'relink' as const,
          'unlink' as const,
          'drop' as const,
          'drop code' as const,
        ),
        at: fc.nat(20),
      }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
    )
    fc.assert(
      fc.property(projectSpec, fc.array(change, { maxLength: 12 }), (spec, changes) => {
        const { db, journal, attribution, step, addCoding, insert, origin } = buildProject(spec)
        const nth = (table: string, at: number) =>
          db
            .prepare<[number], number>(
              `SELECT id FROM ${table} LIMIT 1 OFFSET ? % max(1, (SELECT count(*) FROM ${table}))`,
            )
            .pluck()
            .get(at) ?? 0
        for (const drawn of changes) {
          if (drawn.kind === 'undo') journal.undo(origin)
          else if (drawn.kind === 'redo') journal.redo(origin)
          else
            step(() => {
              if (drawn.kind === 'code') {
                if (
                  db.prepare('SELECT count(*) FROM document').pluck().get() === spec.documents.length &&
                  db.prepare('SELECT count(*) FROM code').pluck().get() === spec.codes.length
                )
                  addCoding(drawn.coding)
                return
              }
              const run = (sql: string, ...values: unknown[]) => db.prepare(sql).run(...values)
              if (drawn.kind === 'uncode') run('DELETE FROM coding WHERE id = ?', nth('coding', drawn.at))
              if (drawn.kind === 'recode')
                run('UPDATE coding SET code_id = ? WHERE id = ?', nth('code', drawn.at), nth('coding', drawn.at))
              if (drawn.kind === 'move')
                run('UPDATE coding SET start = start / 2 WHERE id = ?', nth('coding', drawn.at))
              if (drawn.kind === 'respeak')
                run(
                  'UPDATE speaker SET role = ?, respondent_id = ? WHERE id = ?',
                  drawn.at % 2 ? 'respondent' : 'interviewer',
                  nth('respondent', drawn.at),
                  nth('speaker', drawn.at),
                )
              if (drawn.kind === 'unlink')
                run('DELETE FROM document_respondent WHERE id = ?', nth('document_respondent', drawn.at))
              if (drawn.kind === 'drop') run('DELETE FROM document WHERE id = ?', nth('document', drawn.at))
              if (drawn.kind === 'drop code') run('DELETE FROM code WHERE id = ?', nth('code', drawn.at))
              if (drawn.kind === 'relink') {
                const [documentId, respondentId] = [nth('document', drawn.at), nth('respondent', drawn.at)]
                if (documentId === 0 || respondentId === 0) return
                run(
                  'DELETE FROM document_respondent WHERE document_id = ? AND respondent_id = ?',
                  documentId,
                  respondentId,
                )
                insert('document_respondent', {
                  document_id: documentId,
                  respondent_id: respondentId,
                  relation: drawn.at % 3 ? 'by' : 'about',
                })
              }
            })
        }
        const derived = () => ({
          respondents: db.prepare('SELECT * FROM coding_respondent ORDER BY coding_id, respondent_id, role').all(),
          index: db.prepare('SELECT document_id, hex(entries) FROM coding_index ORDER BY document_id').all(),
        })
        const kept = derived()
        attribution.rebuild()
        expect(kept).toEqual(derived())
        db.close()
      }),
      { numRuns: 100 * effort },
    )
  })
})
