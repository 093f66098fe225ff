/** Rows, columns and values of the table of attributes, as live queries bring them. */
import { useState } from 'react'
import type { Attribute, AttributeOwner, AttributeValue } from '../../../contract/attributes.ts'
import { nameKey } from '../../../contract/values.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useLanguage, useMessages } from '../../lib/messages.tsx'
import { useProgress } from '../documents/use-progress.ts'
import { valueText } from './value-text.ts'

export interface TableRow {
  readonly id: number
  readonly name: string
  readonly codings: number
}
export type TableColumn =
  | { readonly kind: 'name' }
  | { readonly kind: 'attribute'; readonly attribute: Attribute }
  | { readonly kind: 'codings' }
export interface Sorting {
  /** An attribute's id, or one of the other columns. */
  readonly by: number | 'name' | 'codings'
  readonly descending: boolean
}
export const columnKey = (column: TableColumn): Sorting['by'] =>
  column.kind === 'attribute' ? column.attribute.id : column.kind

export const useTableModel = (owner: AttributeOwner) => {
  const messages = useMessages()
  const language = useLanguage()
  const formats = useFormats()
  const respondents = useLive('respondents.list', {}, { enabled: owner === 'respondent' }).data
  const documents = useLive('documents.list', {}, { enabled: owner === 'document' }).data
  const attributes = useLive('attributes.list', {}).data?.filter((attribute) => attribute.owner === owner)
  const values = useLive('attributes.values', { owner }).data
  const [search, setSearch] = useState('')
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false })
  // Rows stay where they are while their values change, as in a spreadsheet; they are sorted when one asks for it.
  const [order, setOrder] = useState<readonly number[] | null>(null)

  const progressOf = useProgress()
  const all: readonly TableRow[] | undefined =
    owner === 'respondent'
      ? respondents
      : documents?.map(({ id, name }) => ({ id, name, codings: progressOf(id).codings }))
  if (!all || !attributes || !values) return null

  const byCell = new Map(
    values.value.map((value, index) => [`${values.ownerId[index]} ${values.attributeId[index]}`, value]),
  )
  const valueOf = (row: TableRow, attribute: Attribute): AttributeValue | null =>
    byCell.get(`${row.id} ${attribute.id}`) ?? null
  const textOf = (row: TableRow, column: TableColumn): string => {
    if (column.kind === 'name') return row.name
    if (column.kind === 'codings') return formats.number(row.codings)
    return valueText(column.attribute, valueOf(row, column.attribute), language, messages)
  }
  const columns: TableColumn[] = [
    { kind: 'name' },
    ...attributes.map((attribute) => ({ kind: 'attribute' as const, attribute })),
    { kind: 'codings' },
  ]
  const compare = (column: TableColumn) => (a: TableRow, b: TableRow) => {
    if (column.kind === 'codings') return a.codings - b.codings
    if (column.kind === 'name') return formats.compare(a.name, b.name)
    const [one, other] = [a, b].map((row) => valueOf(row, column.attribute))
    // What is not known comes last, whichever way the rest is sorted.
    if (one?.kind !== 'value' || other?.kind !== 'value') return rank(one) - rank(other)
    if (column.attribute.type === 'number') return Number(one.value) - Number(other.value)
    return column.attribute.type === 'choice'
      ? column.attribute.choices.indexOf(one.value) - column.attribute.choices.indexOf(other.value)
      : formats.compare(one.value, other.value)
  }
  const sort = (to: Sorting) => {
    const column = columns.find((one) => columnKey(one) === to.by) ?? { kind: 'name' }
    const isKnown = (row: TableRow) => column.kind !== 'attribute' || valueOf(row, column.attribute)?.kind === 'value'
    const byName = all.toSorted((a, b) => formats.compare(a.name, b.name))
    const known = byName.filter(isKnown).toSorted(compare(column))
    const rest = byName.filter((row) => !isKnown(row)).toSorted(compare(column))
    setSorting(to)
    setOrder([...(to.descending ? known.toReversed() : known), ...rest].map(({ id }) => id))
  }
  const place = new Map(order?.map((id, index) => [id, index]))
  const ordered = order
    ? all.toSorted((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || a.id - b.id)
    : all.toSorted((a, b) => formats.compare(a.name, b.name))
  const wanted = nameKey(search)
  const rows =
    wanted === ''
      ? ordered
      : ordered.filter((row) => columns.some((column) => nameKey(textOf(row, column)).includes(wanted)))
  return { owner, all, rows, columns, attributes, valueOf, textOf, search, setSearch, sorting, sort }
}
export type TableModel = NonNullable<ReturnType<typeof useTableModel>>

const rank = (value: AttributeValue | null | undefined): number => {
  if (!value) return 2
  return value.kind === 'value' ? 0 : 1
}
