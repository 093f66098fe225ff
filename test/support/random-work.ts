/** Random work on a project, by every command that changes it, for laws that must hold whatever people do. */
import * as fc from 'fast-check'
import { AppError } from '../../contract/failure.ts'
import type { Client } from '../../contract/index.ts'

/** One command; numbers choose among what is there when it runs. */
export interface Move {
  readonly name: keyof typeof moves
  readonly a: number
  readonly b: number
  readonly c: number
  readonly text: string
}
interface Choice {
  readonly client: Client
  readonly a: number
  readonly b: number
  readonly c: number
  readonly text: string
}
const NOBODY = 999_999
const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % Math.max(1, items.length)]
const pickId = (items: readonly { id: number }[], number: number): number => pick(items, number)?.id ?? NOBODY
const codeIds = async ({ client }: Choice) => client.codes.list({})
const documentIds = async ({ client }: Choice) => client.documents.list({})
const anyDocument = async (choice: Choice, number: number) => pickId(await documentIds(choice), number)
const anyCode = async (choice: Choice, number: number) => pickId(await codeIds(choice), number)
/** A code or the top. */
const anyParent = async (choice: Choice, number: number) => (number % 3 === 0 ? null : anyCode(choice, number))
const anyCoding = async (choice: Choice, number: number) => {
  const documentId = await anyDocument(choice, choice.b)
  const { id, start, end } = await choice.client.codings.inDocument({ documentId })
  return pick(
    id.map((one, index) => ({ id: one, start: start[index] ?? 0, end: end[index] ?? 0 })),
    number,
  )
}
const anyCodingId = async (choice: Choice, number: number) => (await anyCoding(choice, number))?.id ?? NOBODY
const anyRespondent = async ({ client }: Choice, number: number) => pickId(await client.respondents.list({}), number)
const anySpeaker = async (choice: Choice, number: number) => {
  const id = await anyDocument(choice, choice.b)
  return id === NOBODY ? NOBODY : pickId((await choice.client.documents.get({ id })).speakers, number)
}
const anyMemo = async ({ client }: Choice, number: number) => pickId(await client.memos.list({}), number)
const span = ({ b, c }: Choice) => ({ start: b % 110, end: (b % 110) + 1 + (c % 40) })

const moves = {
  'codes.create': async (x: Choice) =>
    x.client.codes.create({ parentId: await anyParent(x, x.a), name: x.text, color: x.b % 2 ? null : x.c % 16 }),
  'codes.update': async (x: Choice) =>
    x.client.codes.update({ id: await anyCode(x, x.a), name: x.text, definition: `${x.text} ${x.b}` }),
  'codes.recolor': async (x: Choice) => x.client.codes.recolor({ ids: [await anyCode(x, x.a)], color: x.c % 16 }),
  'codes.archive': async (x: Choice) =>
    x.client.codes.archive({ ids: [await anyCode(x, x.a)], archived: x.b % 3 === 0 }),
  'codes.move': async (x: Choice) =>
    x.client.codes.move({ ids: [await anyCode(x, x.a)], parentId: await anyParent(x, x.b), before: null }),
  'codes.pin': async (x: Choice) => x.client.codes.pin({ id: await anyCode(x, x.a), pin: (x.b % 9) + 1 }),
  'codes.merge': async (x: Choice) =>
    x.client.codes.merge({ from: [await anyCode(x, x.a)], into: await anyCode(x, x.b) }),
  'codes.remove': async (x: Choice) => x.client.codes.remove({ ids: [await anyCode(x, x.a)] }),
  'codes.addAnchor': async (x: Choice) =>
    x.client.codes.addAnchor({ codeId: await anyCode(x, x.a), codingId: await anyCodingId(x, x.c) }),
  'codings.apply': async (x: Choice) =>
    x.client.codings.apply({
      documentId: await anyDocument(x, x.c),
      codeId: await anyCode(x, x.a),
      ...span(x),
      apart: x.a % 4 === 0,
    }),
  'codings.resize': async (x: Choice) => x.client.codings.resize({ id: await anyCodingId(x, x.a), ...span(x) }),
  'codings.recode': async (x: Choice) =>
    x.client.codings.recode({ ids: [await anyCodingId(x, x.a)], codeId: await anyCode(x, x.c) }),
  'codings.remove': async (x: Choice) => x.client.codings.remove({ ids: [await anyCodingId(x, x.a)] }),
  'codings.keepApart': async (x: Choice) => {
    const { id = NOBODY, start = 0, end = 2 } = (await anyCoding(x, x.a)) ?? {}
    const middle = Math.max(start + 1, Math.floor((start + end) / 2))
    return x.client.codings.keepApart({
      id,
      spans: [
        { start, end: middle },
        { start: middle - 1, end },
      ],
    })
  },
  'memos.create': async (x: Choice) => {
    const targets = [
      { kind: 'project' as const },
      { kind: 'document' as const, documentId: await anyDocument(x, x.b) },
      { kind: 'passage' as const, documentId: await anyDocument(x, x.b), ...span(x) },
      { kind: 'coding' as const, codingId: await anyCodingId(x, x.c) },
      { kind: 'code' as const, codeId: await anyCode(x, x.c) },
      { kind: 'respondent' as const, respondentId: await anyRespondent(x, x.c) },
    ]
    return x.client.memos.create({ target: pick(targets, x.a) ?? { kind: 'project' }, body: x.text })
  },
  'memos.update': async (x: Choice) => x.client.memos.update({ id: await anyMemo(x, x.a), body: `${x.text}${x.b}` }),
  'memos.remove': async (x: Choice) => x.client.memos.remove({ ids: [await anyMemo(x, x.a)] }),
  'documents.rename': async (x: Choice) => x.client.documents.rename({ id: await anyDocument(x, x.a), name: x.text }),
  'documents.setState': async (x: Choice) =>
    x.client.documents.setState({
      id: await anyDocument(x, x.a),
      state: pick(['not begun', 'in progress', 'done'] as const, x.b) ?? 'done',
    }),
  'documents.markRead': async (x: Choice) =>
    x.client.documents.markRead({ id: await anyDocument(x, x.a), turn: (x.b % 5) + 1, read: x.c % 3 !== 0 }),
  'documents.setSpeaker': async (x: Choice) =>
    x.client.documents.setSpeaker({
      speakerId: await anySpeaker(x, x.a),
      role: pick(['interviewer', 'respondent', 'interpreter', 'other'] as const, x.c) ?? 'other',
      respondentId: x.c % 2 ? await anyRespondent(x, x.c) : null,
    }),
  'documents.assignTurn': async (x: Choice) =>
    x.client.documents.assignTurn({
      id: await anyDocument(x, x.b),
      turn: (x.c % 4) + 1,
      speakerId: await anySpeaker(x, x.a),
    }),
  'documents.link': async (x: Choice) =>
    x.client.documents.link({
      id: await anyDocument(x, x.a),
      respondentId: await anyRespondent(x, x.b),
      relation: x.c % 2 ? 'by' : 'about',
    }),
  'documents.unlink': async (x: Choice) =>
    x.client.documents.unlink({ id: await anyDocument(x, x.a), respondentId: await anyRespondent(x, x.b) }),
  'documents.remove': async (x: Choice) =>
    x.c % 3 === 0 ? x.client.documents.remove({ ids: [await anyDocument(x, x.a)] }) : undefined,
  'respondents.create': async (x: Choice) => x.client.respondents.create({ name: x.text }),
  'respondents.rename': async (x: Choice) =>
    x.client.respondents.rename({ id: await anyRespondent(x, x.a), name: x.text }),
  'respondents.setSummary': async (x: Choice) =>
    x.client.respondents.setSummary({ id: await anyRespondent(x, x.a), summary: `${x.text}${x.b}` }),
  'respondents.remove': async (x: Choice) => x.client.respondents.remove({ ids: [await anyRespondent(x, x.a)] }),
  'attributes.create': async (x: Choice) =>
    x.client.attributes.create({ owner: x.a % 2 ? 'respondent' : 'document', name: x.text, type: 'text' }),
  'attributes.set': async (x: Choice) => {
    const attribute = pick(await x.client.attributes.list({}), x.a)
    const ownerId = attribute?.owner === 'document' ? await anyDocument(x, x.b) : await anyRespondent(x, x.b)
    const value =
      x.c % 3 === 0
        ? null
        : x.c % 3 === 1
          ? { kind: 'not applicable' as const }
          : { kind: 'value' as const, value: x.text }
    return x.client.attributes.set({ cells: [{ attributeId: attribute?.id ?? NOBODY, ownerId, value }] })
  },
  'attributes.remove': async (x: Choice) =>
    x.client.attributes.remove({ ids: [pickId(await x.client.attributes.list({}), x.a)] }),
  'queries.save': async (x: Choice) => x.client.queries.save({ name: x.text, definition: {} }),
  'queries.remove': async (x: Choice) =>
    x.client.queries.remove({ ids: [pickId(await x.client.queries.list({}), x.a)] }),
  'coders.create': async (x: Choice) => x.client.coders.create({ name: x.text, initials: 'X' }),
  'projects.rename': async (x: Choice) => x.client.projects.rename({ name: x.text }),
}

/** Codings most often, since most work is coding. */
const frequent = Array.from({ length: 8 }, () => 'codings.apply' as const)
export const anyMove: fc.Arbitrary<Move> = fc.record({
  name: fc.constantFrom(...(Object.keys(moves) as (keyof typeof moves)[]), 'codes.create' as const, ...frequent),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
  text: fc.oneof(
    fc.constantFrom('Safety fear', 'Detention', 'Return', 'Family', 'Work'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => `x${text}x`),
  ),
})

/** Does it, or is told why it cannot be done; a fault of ours is thrown. */
export const doMove = async (client: Client, { name, ...choice }: Move): Promise<void> => {
  try {
    await moves[name]({ client, ...choice })
  } catch (error) {
    if (!(error instanceof AppError) || error.failure.code === 'internal') throw error
  }
}
