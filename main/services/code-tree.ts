/** The codebook as a tree: what is below what, names among siblings, and where moved codes go. Pure. */

export interface TreeCode {
  readonly id: number
  readonly parentId: number | null
  readonly position: number
  readonly name: string
}
const NAME_LENGTH = 200

/** Names are the same when only case differs: "Safety Fear" and "safety fear". */
export const sameName = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0

/** `codes` must hold siblings in their order. */
export const codeTree = <C extends TreeCode>(codes: readonly C[]) => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const children = Map.groupBy(codes, ({ parentId }) => parentId)
  const childrenOf = (parentId: number | null): C[] => children.get(parentId) ?? []
  const below = (parentId: number | null): C[] => childrenOf(parentId).flatMap((code) => [code, ...below(code.id)])
  /** From the code itself up to the root. */
  const ancestry = (id: number | null): C[] => {
    const line: C[] = []
    for (let code = byId.get(id ?? 0); code; code = byId.get(code.parentId ?? 0)) line.push(code)
    return line
  }
  return {
    byId,
    childrenOf,
    /** Everything below a code (null: everything), depth first, siblings in their order. */
    below,
    ancestry,
    /** "Fear > Safety fear" */
    pathOf: (id: number): string =>
      ancestry(id)
        .map(({ name }) => name)
        .toReversed()
        .join(' > '),
    /** The given codes in the order of the tree, without those that are below another of them. */
    topmost: (ids: readonly number[]): C[] => {
      const given = new Set(ids)
      return below(null).filter(
        ({ id, parentId }) => given.has(id) && !ancestry(parentId).some((code) => given.has(code.id)),
      )
    },
  }
}
export type CodeTree<C extends TreeCode> = ReturnType<typeof codeTree<C>>

/**
 * Positions to write so that `moved` stand, in that order, before the sibling `before` (null: last) among `siblings`,
 * which hold those of `moved` that are there already. Nothing when they stand so.
 */
export const placesFor = (
  siblings: readonly TreeCode[],
  moved: readonly TreeCode[],
  before: number | null,
): { id: number; position: number }[] => {
  const movedIds = new Set(moved.map(({ id }) => id))
  const at = siblings.findIndex(({ id }) => id === before)
  // A moved code as the goal stands for the next sibling that stays.
  const goal = at < 0 ? undefined : siblings.slice(at).find(({ id }) => !movedIds.has(id))
  const staying = siblings.filter(({ id }) => !movedIds.has(id))
  const index = goal ? staying.indexOf(goal) : staying.length
  const order = staying.toSpliced(index, 0, ...moved)
  if (order.length === siblings.length && order.every(({ id }, place) => id === siblings[place]?.id)) return []

  const steps = moved.length + 1
  const next = staying[index]?.position
  const low = staying[index - 1]?.position ?? (next ?? steps) - steps
  const high = next ?? low + steps
  const positions = moved.map((_, place) => low + ((high - low) * (place + 1)) / steps)
  const fits = [low, ...positions, high].every((value, place, all) => place === 0 || value > (all[place - 1] ?? 0))
  if (fits) return moved.map(({ id }, place) => ({ id, position: positions[place] ?? 0 }))
  // Halved too often: numbers run out of room between two neighbours, so all are numbered afresh.
  return order.map(({ id }, place) => ({ id, position: place + 1 }))
}

/** `name`, or where a sibling has it already the name with where it came from, or a number: "Waiting (Detention)". */
export const freeName = (name: string, origin: string, taken: readonly string[]): string => {
  const isFree = (candidate: string) => !taken.some((other) => sameName(other, candidate))
  const withTail = (tail: string) => `${name.slice(0, NAME_LENGTH - tail.length)}${tail}`
  if (isFree(name)) return name
  const named = withTail(` (${origin.slice(0, NAME_LENGTH / 2)})`)
  if (isFree(named)) return named
  for (let number = 2; ; number++) if (isFree(withTail(` (${number})`))) return withTail(` (${number})`)
}
