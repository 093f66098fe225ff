/** Writes attributes and values inside a step that is open already: for cells, for pasted blocks and for tables. */
import { v7 } from 'uuid'
import type { Attribute, AttributeOwner, AttributeType, AttributeValue } from '../../contract/attributes.ts'
import { AppError } from '../../contract/failure.ts'
import { nameKey } from '../../contract/values.ts'
import { linkUid } from '../../db/link-uid.ts'
import { attributeQueries, type AttributeRow } from '../../db/queries/attributes.ts'
import type { Project } from '../host/project.ts'

export const attributeWriter = ({ db }: Project) => {
  const q = attributeQueries(db)
  const found = (uid: string | undefined, entity: string, id: number): string => {
    if (uid === undefined) throw new AppError({ code: 'not-found', entity, id: String(id) })
    return uid
  }
  return {
    create: (owner: AttributeOwner, name: string, type: AttributeType, choices: readonly string[]): number =>
      Number(q.insert.run({ uid: v7(), owner, name, type, choices: JSON.stringify(choices) }).lastInsertRowid),
    update: (attribute: Attribute) => {
      q.update.run({
        ...attribute,
        choices: JSON.stringify(attribute.choices),
        bands: JSON.stringify(attribute.bands),
      })
    },
    /** `null`: not known. The value is in its stored form. */
    set: ({ id, owner }: Pick<Attribute, 'id' | 'owner'>, ownerId: number, value: AttributeValue | null) => {
      if (value === null) {
        q.clearValue[owner].run({ attributeId: id, ownerId })
        return
      }
      const uid = linkUid(
        'attribute_value',
        found(q.byId.get(id)?.uid, 'attribute', id),
        found(q.uidOf[owner].get(ownerId), owner, ownerId),
      )
      const stored = value.kind === 'value' ? value.value : null
      q.setValue[owner].run({ uid, attributeId: id, ownerId, value: stored })
    },
  }
}

export const toAttribute = ({ uid: _uid, choices, bands, ...row }: AttributeRow): Attribute => ({
  ...row,
  choices: JSON.parse(choices) as string[],
  bands: JSON.parse(bands) as number[],
})

/** The first spelling of each. */
export const distinct = (words: readonly string[]): string[] => {
  const spelled = new Map<string, string>()
  for (const word of words) if (!spelled.has(nameKey(word))) spelled.set(nameKey(word), word.trim())
  return [...spelled.values()]
}

/** A value that is not of its attribute's type. */
export const misfit = (path: string, value: string): AppError =>
  new AppError({ code: 'invalid-input', issues: [{ path, message: value.slice(0, 200) }] })
