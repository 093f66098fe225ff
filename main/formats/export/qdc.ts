/** The codebook as REFI-QDA exchanges it: .qdc, valid by Codebook.xsd. */
import { PALETTE } from '../../../contract/palette.ts'
import { element, xmlDocument } from './xml.ts'

export interface CodebookCode {
  readonly id: number
  readonly uid: string
  readonly refiGuid: string | null
  readonly parentId: number | null
  readonly name: string
  readonly color: number
  readonly definition: string
  readonly useWhen: string
  readonly notWhen: string
  readonly codable: boolean
  readonly archived: boolean
  readonly createdAt: string
  readonly anchors: readonly string[]
}
const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/iu

/** `codes` depth first; at least one, because the format knows no empty codebook. */
export const writeQdc = (codes: readonly CodebookCode[], origin: string): string => {
  const children = Map.groupBy(codes, ({ parentId }) => parentId)
  const guidOf = guids(codes)
  const write = (code: CodebookCode): string => {
    const description = describe(code)
    return element(
      'Code',
      { guid: guidOf.get(code.id), name: code.name, isCodable: String(code.codable), color: PALETTE[code.color] },
      [
        ...(description === '' ? [] : [element('Description', {}, { text: description })]),
        ...(children.get(code.id) ?? []).map(write),
      ],
    )
  }
  return xmlDocument(
    element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, [
      element('Codes', {}, (children.get(null) ?? []).map(write)),
    ]),
  )
}

/**
 * The GUID that a code came with, or its own; real files repeat GUIDs, and a repeated one would make two codes one.
 * Upper case and without braces: other programs are said to refuse the rest.
 */
const guids = (codes: readonly CodebookCode[]): ReadonlyMap<number, string> => {
  const taken = new Set<string>()
  return new Map(
    codes.map(({ id, uid, refiGuid }) => {
      const own = plainGuid(uid)
      const given = refiGuid !== null && GUID.test(refiGuid) ? plainGuid(refiGuid) : own
      const guid = taken.has(given) ? own : given
      taken.add(guid)
      return [id, guid]
    }),
  )
}
const plainGuid = (guid: string): string => guid.replace(/[{}]/gu, '').toUpperCase()

/** Definition, rules and examples in one text that people can read, because the format has one field for all. */
const describe = ({ definition, useWhen, notWhen, anchors, archived }: CodebookCode): string =>
  [
    definition.trim(),
    useWhen.trim() && `Use when: ${useWhen.trim()}`,
    notWhen.trim() && `Do not use when: ${notWhen.trim()}`,
    ...anchors.map((anchor) => `Example: “${anchor.trim()}”`),
    archived ? 'Archived.' : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
