/** Random values that a zod schema accepts, or nearly so: for asking a method everything that it may be asked. */
import * as fc from 'fast-check'
import { z } from 'zod'

interface Node {
  readonly type?: string
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly const?: string | number | boolean | null
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly items?: Node
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
}

/** Numbers are small, so that ids often name something that is there. */
export const inputOf = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  arbitrary(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node)

const arbitrary = (node: Node): fc.Arbitrary<unknown> => {
  const either = node.anyOf ?? node.oneOf
  if (either) return fc.oneof(...either.map(arbitrary))
  if (node.enum) return fc.constantFrom(...node.enum)
  if (node.const !== undefined) return fc.constant(node.const)
  switch (node.type ?? '') {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(node.properties ?? {}).map(([key, value]) => [key, arbitrary(value)])),
        { requiredKeys: [...(node.required ?? [])] },
      )
    case 'array':
      return fc.array(arbitrary(node.items ?? {}), { minLength: node.minItems ?? 0, maxLength: 4 })
    case 'string':
      return fc.oneof(
        fc.constantFrom('Safety fear', 'R07', 'good', '12', '2026-03-03', 'yes'),
        fc.string({ unit: 'binary', minLength: node.minLength ?? 0, maxLength: 40 }),
      )
    case 'integer':
      return fc.integer({ min: Math.max(lowest(node), -3), max: Math.min(node.maximum ?? 40, 40) })
    case 'number':
      return fc.double({ min: lowest(node), max: node.maximum ?? 1000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case undefined:
    default:
      return fc.jsonValue()
  }
}

const lowest = ({ minimum, exclusiveMinimum }: Node) =>
  minimum ?? (exclusiveMinimum === undefined ? -1000 : exclusiveMinimum + 1)
