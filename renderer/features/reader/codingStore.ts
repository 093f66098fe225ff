/** Holds the codings of the open document and tells who listens when rows come, change or go. */
import type { Coding, CodingColumns } from '../../../contract/codings.ts'
import { type CodingIndex, indexCodings, noCodings, patchCodings } from './codingIndex.ts'

export interface CodingDelta {
  readonly put: readonly Coding[]
  readonly removed: readonly number[]
}

export class CodingStore {
  #current: CodingIndex = noCodings
  /** Changes since the rows were asked for and until they come; applied on top of them, in order. */
  #early: CodingDelta[] | null = null
  readonly #listeners = new Set<() => void>()
  readonly documentId: number

  constructor(documentId: number) {
    this.documentId = documentId
  }

  /** The codings as they are now; a new value after every change, never changed itself. */
  readonly current = (): CodingIndex => this.#current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Call before asking for the rows, the first time and again. */
  await(): void {
    this.#early = []
  }

  /** The answer of `codings.inDocument`. */
  load(columns: CodingColumns): void {
    const early = this.#early ?? []
    this.#early = null
    this.#set(early.reduce((index, delta) => patchCodings(index, this.#own(delta)), indexCodings(columns)))
  }

  /** The rows of an event; those of other documents are left aside. */
  apply(delta: CodingDelta): void {
    this.#early?.push(delta)
    this.#set(patchCodings(this.#current, this.#own(delta)))
  }

  #own({ put, removed }: CodingDelta): CodingDelta {
    return { put: put.filter(({ documentId }) => documentId === this.documentId), removed }
  }

  #set(next: CodingIndex): void {
    if (next === this.#current) return
    this.#current = next
    for (const listener of this.#listeners) listener()
  }
}
