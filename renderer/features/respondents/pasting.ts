/** What pasting a block into the table would do: values by their attributes' types, new names, new choices, misfits. */
import type { Attribute, AttributeValue } from '../../../contract/attributes.ts'
import type { Language } from '../../../contract/documents.ts'
import { nameKey } from '../../../contract/values.ts'
import { readText } from './value-text.ts'

export interface Owner {
  readonly id: number
  readonly name: string
}
export interface Misfit {
  readonly attribute: Attribute
  readonly ownerName: string
  readonly value: string
}
export interface Pasting {
  readonly cells: readonly {
    readonly attributeId: number
    readonly ownerId: number
    readonly value: AttributeValue | null
  }[]
  readonly newRespondents: readonly string[]
  readonly newChoices: readonly { readonly attribute: Attribute; readonly words: readonly string[] }[]
  readonly misfits: readonly Misfit[]
}

/** `rows`: whose values they are, a row each; `attributes`: a column each. `null` where the table has no room. */
export const planPaste = (
  block: readonly (readonly string[])[],
  rows: readonly Owner[],
  attributes: readonly Attribute[],
  language: Language,
): Pasting | null => {
  const width = Math.max(...block.map((row) => row.length))
  if (block.length > rows.length || width > attributes.length) return null
  const cells: Pasting['cells'][number][] = []
  const misfits: Misfit[] = []
  const words = new Map<Attribute, string[]>()
  for (const [index, row] of block.entries())
    for (const [column, written] of row.entries()) {
      const attribute = attributes[column] as Attribute
      const owner = rows[index] as Owner
      const { fits, value } = readText(attribute, written, language)
      if (!fits && attribute.type !== 'choice') {
        misfits.push({ attribute, ownerName: owner.name, value: written })
        continue
      }
      if (!fits) words.set(attribute, [...(words.get(attribute) ?? []), written.trim()])
      cells.push({
        attributeId: attribute.id,
        ownerId: owner.id,
        value: fits ? value : { kind: 'value', value: written.trim() },
      })
    }
  const newChoices = [...words].map(([attribute, all]) => ({
    attribute,
    words: all.filter((word, index) => all.findIndex((other) => nameKey(other) === nameKey(word)) === index),
  }))
  return { cells, newRespondents: [], newChoices, misfits }
}

/** A block whose first column holds names: its rows go to the respondents of those names, wherever they stand. */
export const planPasteWithNames = (
  block: readonly (readonly string[])[],
  known: readonly Owner[],
  attributes: readonly Attribute[],
  language: Language,
): Pasting | null => {
  const named = block.filter(([name = '']) => name.trim() !== '')
  const newRespondents: string[] = []
  const owners = named.map(([name = '']): Owner => {
    const found = known.find((owner) => nameKey(owner.name) === nameKey(name))
    if (found) return found
    const place = newRespondents.findIndex((other) => nameKey(other) === nameKey(name))
    return { id: -1 - (place < 0 ? newRespondents.push(name.trim()) - 1 : place), name: name.trim() }
  })
  const plan = planPaste(
    named.map(([, ...cells]) => cells),
    owners,
    attributes,
    language,
  )
  return plan ? { ...plan, newRespondents } : null
}
