/** Attributes of respondents and of documents: their types, their values, and tables of them that come in as .csv. */
import type { Attribute, AttributeOwner, AttributeType } from '../../contract/attributes.ts'
import { AppError } from '../../contract/failure.ts'
import type { Services } from '../../contract/index.ts'
import { nameKey, readValue } from '../../contract/values.ts'
import { attributeQueries } from '../../db/queries/attributes.ts'
import type { Context, Project } from '../host/project.ts'
import type { Reading } from '../host/reading.ts'
import { attributeTable } from './attribute-table.ts'
import { attributeWriter, distinct, misfit, toAttribute } from './attribute-writer.ts'
import { respondentNames } from './respondent-names.ts'

export const attributeService = (project: Project, reading: Reading): Services<Context>['attributes'] => {
  const { db, record } = project
  const q = attributeQueries(db)
  const find = (id: number): Attribute => {
    const found = q.byId.get(id)
    if (!found) throw new AppError({ code: 'not-found', entity: 'attribute', id: String(id) })
    return toAttribute(found)
  }
  const refuseTaken = (owner: AttributeOwner, name: string, except: number | null) => {
    const same = q.all
      .all()
      .some((row) => row.id !== except && row.owner === owner && nameKey(row.name) === nameKey(name))
    if (same) throw new AppError({ code: 'name-taken', entity: 'attribute', name })
  }
  const writer = attributeWriter(project)

  /** Values as they will be under another type, other words or fewer choices. */
  const reread = (attribute: Attribute, renamed: readonly { from: string; to: string }[]) => {
    const read = q.valuesOf.all(attribute.id).map(({ ownerId, value }) => {
      if (value === null) return { ownerId, fits: true, value: { kind: 'not applicable' } as const }
      const written = renamed.find(({ from }) => from === value)?.to ?? value
      return { ownerId, ...readValue(attribute.type, attribute.choices, written) }
    })
    return { read, misfits: read.filter(({ fits }) => !fits).length }
  }
  /** Text that becomes a choice brings its own words along. */
  const choicesFor = (attribute: Attribute, type: AttributeType): string[] => {
    if (type !== 'choice') return []
    if (attribute.type === 'choice') return attribute.choices
    return distinct(q.valuesOf.all(attribute.id).flatMap(({ value }) => value ?? []))
  }
  const moveTo = (moved: Attribute, place: number) => {
    const others = q.all.all().filter(({ id, owner }) => owner === moved.owner && id !== moved.id)
    const inOrder = others.map(toAttribute).toSpliced(place, 0, moved)
    for (const [position, attribute] of inOrder.entries()) writer.update({ ...attribute, position })
  }

  return {
    list: () => q.all.all().map(toAttribute),
    values: ({ owner }) => {
      const rows = q.values[owner].all()
      return {
        attributeId: rows.map(({ attributeId }) => attributeId),
        ownerId: rows.map(({ ownerId }) => ownerId),
        value: rows.map(({ value }) => (value === null ? { kind: 'not applicable' } : { kind: 'value', value })),
      }
    },
    create: (input, context) => {
      refuseTaken(input.owner, input.name, null)
      return record(context, { command: 'attributes.create', input, name: input.name }, () => ({
        id: writer.create(input.owner, input.name, input.type, distinct(input.choices)),
      }))
    },
    update: ({ force, renamed, position, ...input }, context) => {
      const before = find(input.id)
      if (input.name !== undefined) refuseTaken(before.owner, input.name, input.id)
      const type = input.type ?? before.type
      const after: Attribute = {
        ...before,
        name: input.name ?? before.name,
        type,
        choices: distinct(input.choices ?? choicesFor(before, type)),
        bands: type === 'number' ? [...new Set(input.bands ?? before.bands)].toSorted((a, b) => a - b) : [],
      }
      const { read, misfits } = reread(after, renamed)
      if (misfits > 0 && !force) return { misfits }
      const step = { command: 'attributes.update', input: { ...input, position, force }, name: after.name }
      return record(context, step, () => {
        writer.update(after)
        for (const { ownerId, value } of read) writer.set(after, ownerId, value)
        if (position !== undefined) moveTo(after, position)
        return { misfits }
      })
    },
    remove: (input, context) => {
      const [first, ...others] = input.ids.map(find)
      const name = first?.name ?? ''
      record(context, { command: 'attributes.remove', input, name, count: others.length + 1 }, () => {
        for (const id of input.ids) q.remove.run(id)
      })
    },
    set: ({ cells, addChoices, newRespondents }, context) => {
      const known = new Map(q.all.all().map((row) => [row.id, toAttribute(row)]))
      const grown = new Set<number>()
      const read = cells.map(({ attributeId, ownerId, value }, index) => {
        const attribute = known.get(attributeId)
        if (!attribute) throw new AppError({ code: 'not-found', entity: 'attribute', id: String(attributeId) })
        if (value?.kind !== 'value') return { attribute, ownerId, value }
        const found = readValue(attribute.type, attribute.choices, value.value)
        if (found.fits) return { attribute, ownerId, value: found.value }
        if (attribute.type !== 'choice' || !addChoices) throw misfit(`cells.${index}`, value.value)
        const word = value.value.trim()
        known.set(attributeId, { ...attribute, choices: [...attribute.choices, word] })
        grown.add(attributeId)
        return { attribute, ownerId, value: { kind: 'value', value: word } as const }
      })
      const names = new Set(read.map(({ attribute }) => attribute.name))
      const name = names.size === 1 ? ([...names][0] ?? '') : ''
      const input = { cells: cells.length, newRespondents: newRespondents.length }
      record(context, { command: 'attributes.set', input, name, count: cells.length }, () => {
        const made = newRespondents.length > 0 ? newRespondents.map(respondentNames(project).findOrMake) : []
        for (const id of grown) writer.update(known.get(id) as Attribute)
        for (const { attribute, ownerId, value } of read) {
          const owner = ownerId < 0 ? made[-ownerId - 1] : ownerId
          if (owner === undefined) throw new AppError({ code: 'not-found', entity: 'respondent', id: String(ownerId) })
          writer.set(attribute, owner, value)
        }
      })
    },
    ...attributeTable(project, reading),
  }
}
