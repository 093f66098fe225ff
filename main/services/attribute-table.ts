/** Attributes from a .csv: what it would bring, and bringing it in as one step. */
import { AttributeType, type Attribute, type AttributeOwner, type TablePreview } from '../../contract/attributes.ts'
import type { Services } from '../../contract/index.ts'
import { decimalSignOf, guessType, nameKey, readValue, type DecimalSign } from '../../contract/values.ts'
import { attributeQueries } from '../../db/queries/attributes.ts'
import type { ReadTable } from '../formats/import/table.ts'
import type { Context, Project } from '../host/project.ts'
import type { Reading } from '../host/reading.ts'
import { attributeWriter, distinct, misfit, toAttribute } from './attribute-writer.ts'
import { respondentNames } from './respondent-names.ts'

/** A column behind the names, with the attribute of that name where the project has it. */
interface Column {
  readonly name: string
  readonly existing: Attribute | null
  readonly decimal: DecimalSign
  readonly cells: readonly { readonly line: number; readonly name: string; readonly written: string }[]
}
const SAMPLES = 4
const LONGEST_NAME = 200

export const attributeTable = (
  project: Project,
  reading: Reading,
): Pick<Services<Context>['attributes'], 'previewTable' | 'importTable'> => {
  const { db, record } = project
  const q = attributeQueries(db)
  const writer = attributeWriter(project)
  /** Id by name; of documents with the same name the oldest. */
  const ownersByKey = (owner: AttributeOwner) =>
    new Map(
      q.owners[owner]
        .all()
        .toReversed()
        .map(({ id, name }) => [nameKey(name), id]),
    )

  const columnsOf = (table: ReadTable, owner: AttributeOwner): Column[] => {
    const known = q.all.all().filter((row) => row.owner === owner)
    const heads = table.columns.slice(1).map((head, at) => head.slice(0, LONGEST_NAME) || `${at + 2}`)
    return heads.map((head, at) => {
      const isSecond = heads.slice(0, at).some((other) => nameKey(other) === nameKey(head))
      const name = isSecond ? `${head} (${at + 2})` : head
      const found = known.find((row) => nameKey(row.name) === nameKey(name))
      const cells = table.rows.flatMap(({ line, cells: [first = '', ...rest] }) =>
        first === '' ? [] : [{ line, name: first, written: rest[at] ?? '' }],
      )
      const decimal = decimalSignOf(cells.map(({ written }) => written))
      return { name, existing: found ? toAttribute(found) : null, decimal, cells }
    })
  }

  return {
    previewTable: async ({ owner, file }): Promise<TablePreview> => {
      const table = await reading.table(file)
      const known = ownersByKey(owner)
      const names = table.rows.map(({ cells }) => cells[0] ?? '').filter((name) => name !== '')
      const distinctNames = distinct(names)
      return {
        owner,
        encoding: table.encoding,
        delimiter: table.delimiter,
        nameColumn: table.columns[0] ?? '',
        columns: columnsOf(table, owner).map(previewColumn),
        rows: names.length,
        known: distinctNames.filter((name) => known.has(nameKey(name))).length,
        unknown: distinctNames.filter((name) => !known.has(nameKey(name))),
        repeated: [...Map.groupBy(names, nameKey).values()].flatMap(([first, second]) =>
          second && first ? first : [],
        ),
      }
    },
    importTable: async ({ owner, file, types, createUnknown }, context) => {
      const table = await reading.table(file)
      await project.beforeBulk('attributes.importTable')
      const columns = columnsOf(table, owner).map((column, at) => ({
        ...column,
        type: column.existing?.type ?? types[at] ?? typeOf(column),
      }))
      for (const column of columns) {
        const [wrong] = misfitsOf(column, column.type)
        if (wrong) throw misfit(`${column.name}, line ${wrong.line}`, wrong.value)
      }
      const step = { command: 'attributes.importTable', input: { owner, rows: table.rows.length }, name: file.name }
      return record(context, { ...step, count: table.rows.length }, () => {
        const before = ownersByKey(owner).size
        if (owner === 'respondent' && createUnknown) {
          const { findOrMake } = respondentNames(project)
          for (const { cells } of table.rows) if (cells[0]) findOrMake(cells[0])
        }
        const known = ownersByKey(owner)
        const values = columns.reduce((sum, column) => sum + writeColumn(owner, column, column.type, known), 0)
        return { values, created: known.size - before }
      })
    },
  }

  /** Answers how many values it brought. A cell that says nothing leaves what is known as it is. */
  function writeColumn(owner: AttributeOwner, column: Column, type: AttributeType, known: Map<string, number>): number {
    const choices = choicesOf(column, type)
    const { existing } = column
    const id = existing?.id ?? writer.create(owner, column.name, type, choices)
    if (existing && existing.choices.length !== choices.length) writer.update({ ...existing, choices })
    let values = 0
    for (const { name, written } of column.cells) {
      const ownerId = known.get(nameKey(name))
      const { value } = readValue(type, choices, written, column.decimal)
      if (ownerId === undefined || value === null) continue
      writer.set({ id, owner }, ownerId, value)
      values++
    }
    return values
  }
}

const typeOf = ({ existing, cells }: Column): AttributeType =>
  existing?.type ?? guessType(cells.map(({ written }) => written))

/** The words of a choice that exists stay, and what the table brings is added. */
const choicesOf = ({ existing, cells }: Column, type: AttributeType): string[] => {
  if (type !== 'choice') return []
  const written = cells.flatMap((cell) => {
    const { value } = readValue('text', [], cell.written)
    return value?.kind === 'value' ? value.value : []
  })
  return distinct([...(existing?.choices ?? []), ...written])
}

const misfitsOf = (column: Column, type: AttributeType): { line: number; value: string }[] => {
  const choices = choicesOf(column, type)
  return column.cells
    .filter(({ written }) => !readValue(type, choices, written, column.decimal).fits)
    .map(({ line, written }) => ({ line, value: written }))
}

const previewColumn = (column: Column): TablePreview['columns'][number] => {
  const type = typeOf(column)
  return {
    name: column.name,
    type,
    existingId: column.existing?.id ?? null,
    samples: distinct(column.cells.map(({ written }) => written).filter((written) => written !== '')).slice(0, SAMPLES),
    misfits: misfitsOf(column, type),
    misfitsByType: Object.fromEntries(
      AttributeType.options.map((other) => [other, misfitsOf(column, other).length]),
    ) as Record<AttributeType, number>,
  }
}
