/** Merging codes: what becomes of their codings, their texts and what is below them. */
import { hull, overlap, type Span } from '../../contract/span.ts'
import { codeQueries, type CodeRow, type MergeableRow } from '../../db/queries/codes.ts'
import { codingQueries } from '../../db/queries/codings.ts'
import type { Project } from '../host/project.ts'
import { freeName, placesFor, type CodeTree } from './code-tree.ts'

/** Codings that become one: the oldest stays and takes the others in. */
export interface Union {
  readonly survivor: MergeableRow
  readonly takenIn: readonly MergeableRow[]
  readonly span: Span
}

/**
 * Codings of different codes by one coder in one document that overlap become one, as if they had been made with one
 * code; the words they cover stay covered and are counted once. Codings that only touch, and overlapping codings of one
 * code (kept apart on purpose), stay as they are.
 */
export const unite = (codings: readonly MergeableRow[]): Union[] =>
  [...Map.groupBy(codings, ({ documentId, coderId }) => `${documentId} ${coderId}`).values()].flatMap(uniteInPlace)

const uniteInPlace = (codings: readonly MergeableRow[]): Union[] => {
  const sorted = codings.toSorted((a, b) => a.start - b.start || a.id - b.id)
  const groupOf = new Map<MergeableRow, MergeableRow[]>(sorted.map((coding) => [coding, [coding]]))
  for (const [index, coding] of sorted.entries())
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (!other || !overlap(coding, other)) break
      const group = groupOf.get(coding) ?? []
      const otherGroup = groupOf.get(other) ?? []
      if (coding.codeId === other.codeId || group === otherGroup) continue
      group.push(...otherGroup)
      for (const member of otherGroup) groupOf.set(member, group)
    }
  return [...new Set(groupOf.values())].map((group) => {
    const [survivor, ...takenIn] = group.toSorted((a, b) => a.id - b.id) as [MergeableRow, ...MergeableRow[]]
    return { survivor, takenIn, span: takenIn.reduce<Span>(hull, survivor) }
  })
}

/** Both texts, the target's first; what comes after is named by the code it was written for. */
const joined = (own: string, others: readonly { name: string; text: string }[]): string => {
  const added = others.filter(({ text }) => text.trim() !== '' && text.trim() !== own.trim())
  if (own.trim() === '' && added.length === 1) return added[0]?.text ?? ''
  return [own, ...added.map(({ name, text }) => `${name}: ${text}`)].filter((text) => text.trim() !== '').join('\n\n')
}

interface Deps {
  readonly project: Project
  /** Moves a coding's ends and renews what is derived from its quote. */
  readonly place: (coding: { id: number; documentId: number }, span: Span) => void
}

/** Merges the codes `from` into `into`, inside a recorded step. Answers how many codings were moved. */
export const createMerge = ({ project: { db }, place }: Deps) => {
  const q = codeQueries(db)
  const ofCodings = codingQueries(db)

  const mergeCodings = (tree: CodeTree<CodeRow>, from: readonly CodeRow[], into: CodeRow): number => {
    const codings = q.codings.all(JSON.stringify([into, ...from].map(({ id }) => id)))
    const origin = ({ codeId, mergedFrom }: MergeableRow) =>
      mergedFrom ?? (codeId === into.id ? null : tree.pathOf(codeId))
    for (const { survivor, takenIn, span } of unite(codings)) {
      for (const { id } of takenIn) {
        ofCodings.moveMemos.run(survivor.id, id)
        ofCodings.moveAnchors.run(survivor.id, id)
        ofCodings.remove.run(id)
      }
      const origins = new Set([survivor, ...takenIn].flatMap((coding) => origin(coding)?.split('\n') ?? []))
      const mergedFrom = origins.size === 0 ? null : [...origins].join('\n')
      q.mergeCoding.run({ id: survivor.id, codeId: into.id, mergedFrom })
      if (span.start !== survivor.start || span.end !== survivor.end) place(survivor, span)
    }
    return codings.filter(({ codeId }) => codeId !== into.id).length
  }

  /** A target below one of the merged codes takes the place of the topmost of them. Answers the name it has there. */
  const liftTarget = (tree: CodeTree<CodeRow>, from: readonly CodeRow[], into: CodeRow): string => {
    const merged = new Set(from.map(({ id }) => id))
    const above = tree.ancestry(into.parentId).findLast(({ id }) => merged.has(id))
    if (!above) return into.name
    const siblings = tree.childrenOf(above.parentId)
    for (const where of placesFor(siblings, [into], above.id)) q.setPlace.run({ ...where, parentId: above.parentId })
    const taken = siblings.filter(({ id }) => !merged.has(id)).map(({ name }) => name)
    return freeName(into.name, above.name, taken)
  }

  const mergeSubcodes = (tree: CodeTree<CodeRow>, from: readonly CodeRow[], into: CodeRow) => {
    const gone = new Set([into.id, ...from.map(({ id }) => id)])
    const own = tree.childrenOf(into.id).filter(({ id }) => !gone.has(id))
    const taken = own.map(({ name }) => name)
    let position = own.at(-1)?.position ?? 0
    for (const code of from)
      for (const child of tree.childrenOf(code.id).filter(({ id }) => !gone.has(id))) {
        const name = freeName(child.name, code.name, taken)
        taken.push(name)
        q.setPlace.run({ id: child.id, parentId: into.id, position: ++position })
        if (name !== child.name) q.write.run({ ...child, name })
      }
  }

  const mergeTexts = (from: readonly CodeRow[], into: CodeRow) => {
    const text = (field: 'definition' | 'useWhen' | 'notWhen') =>
      joined(
        into[field],
        from.map((code) => ({ name: code.name, text: code[field] })),
      )
    const pin = into.pin ?? from.find((code) => code.pin !== null)?.pin ?? null
    for (const { id } of from) {
      q.moveMemos.run(into.id, id)
      q.moveAnchors.run(into.id, id)
    }
    return {
      ...into,
      definition: text('definition'),
      useWhen: text('useWhen'),
      notWhen: text('notWhen'),
      pin: into.codable === 1 && into.archived === 0 ? pin : null,
    }
  }

  return (tree: CodeTree<CodeRow>, from: readonly CodeRow[], into: CodeRow): number => {
    const codings = mergeCodings(tree, from, into)
    const name = liftTarget(tree, from, into)
    mergeSubcodes(tree, from, into)
    const merged = mergeTexts(from, into)
    for (const { id } of from) q.remove.run(id)
    q.write.run({ ...merged, name })
    return codings
  }
}
