/** The columns of a table of counts: respondents, documents, or the values of an attribute. */
import type { Across, Column, ValueKey } from '../../contract/queries.ts'
import { bandLabel, bandOf } from '../../contract/values.ts'
import { compareText, type AttributeFact, type Facts, type Named, type ValueFact } from './facts.ts'

export interface ColumnHead {
  readonly column: Column
  /** Null where only the window has the words. */
  readonly label: string | null
}
/** `owner` says whose column it is: a coding stands in the columns of its respondents, or in that of its document. */
export interface Axis {
  readonly owner: 'respondent' | 'document'
  readonly heads: readonly ColumnHead[]
  /** Column of a respondent or document, by its id. */
  readonly columnOf: ReadonlyMap<number, number>
}

/** Columns for the owners that are inside the filters, in the order of names or of values; none without an owner. */
export const axisOf = (across: Across, facts: Facts, owners: Record<Axis['owner'], readonly Named[]>): Axis => {
  if (across.kind === 'attribute') {
    const attribute = attributeOf(facts, across.attributeId)
    return attribute ? valueAxis(attribute, facts.values, owners[attribute.owner]) : noColumns
  }
  const owner = across.kind === 'respondents' ? 'respondent' : 'document'
  return {
    owner,
    heads: owners[owner].map(({ id, name }) => ({ column: { kind: owner, id }, label: name })),
    columnOf: new Map(owners[owner].map(({ id }, index) => [id, index])),
  }
}
const noColumns: Axis = { owner: 'respondent', heads: [], columnOf: new Map() }

export const attributeOf = (facts: Facts, attributeId: number): AttributeFact | undefined =>
  facts.attributes.find(({ id }) => id === attributeId)

/** The value of each owner as a filter and a column name it; who is not in the map is not known. */
export const valueKeys = (attribute: AttributeFact, values: readonly ValueFact[]): Map<number, ValueKey> =>
  new Map(
    values
      .filter(({ attributeId }) => attributeId === attribute.id)
      .map(({ ownerId, value }) => [ownerId, valueKey(attribute, value)]),
  )

const valueKey = ({ type, bands }: AttributeFact, value: string | null): ValueKey => {
  if (value === null) return { kind: 'not applicable' }
  if (type !== 'number' || bands.length === 0) return { kind: 'value', value }
  return { kind: 'band', index: bandOf(bands, Number(value)) }
}

export const notKnown: ValueKey = { kind: 'not known' }

/** One text per value, to compare values by. */
export const keyText = (key: ValueKey): string =>
  key.kind === 'value' ? `value ${key.value}` : key.kind === 'band' ? `band ${key.index}` : key.kind

const valueAxis = (attribute: AttributeFact, values: readonly ValueFact[], owners: readonly Named[]): Axis => {
  const known = valueKeys(attribute, values)
  const keyOf = (id: number) => known.get(id) ?? notKnown
  const present = new Map(owners.map(({ id }) => [keyText(keyOf(id)), keyOf(id)]))
  const keys = [...present.values()].toSorted(inOrder(attribute))
  const isWhole = values.every(
    ({ attributeId, value }) => attributeId !== attribute.id || Number.isInteger(Number(value)),
  )
  const places = new Map(keys.map((key, index) => [keyText(key), index]))
  return {
    owner: attribute.owner,
    heads: keys.map((value) => ({ column: { kind: 'value', value }, label: labelOf(value, attribute, isWhole) })),
    columnOf: new Map(owners.map(({ id }) => [id, places.get(keyText(keyOf(id))) ?? 0])),
  }
}

const rank = { value: 0, band: 0, 'not applicable': 1, 'not known': 2 } as const
/** Choices as listed, yes before no, numbers and dates ascending, words by name; then what has no value. */
const inOrder =
  ({ type, choices }: AttributeFact) =>
  (a: ValueKey, b: ValueKey): number => {
    if (rank[a.kind] !== rank[b.kind]) return rank[a.kind] - rank[b.kind]
    if (a.kind === 'band' && b.kind === 'band') return a.index - b.index
    if (a.kind !== 'value' || b.kind !== 'value') return a.kind === 'band' ? -1 : 1
    if (type === 'number') return Number(a.value) - Number(b.value)
    if (type === 'yes/no') return compareText(b.value, a.value)
    const listed = ({ value }: { value: string }) => {
      const place = choices.indexOf(value)
      return place < 0 ? choices.length : place
    }
    return listed(a) - listed(b) || compareText(a.value, b.value)
  }

const labelOf = (key: ValueKey, { bands }: AttributeFact, isWhole: boolean): string | null => {
  if (key.kind === 'value') return key.value
  return key.kind === 'band' ? bandLabel(bands, key.index, isWhole) : null
}
