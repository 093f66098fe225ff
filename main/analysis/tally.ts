/** Adds codings up into the cells and totals of a table, each respondent, coding or word once. */
import type { Count } from '../../contract/queries.ts'
import type { Scope } from './scope.ts'
import type { CountedCoding, Space } from './walk.ts'

/**
 * Cells are rows × (columns + 1), row by row; the last column is "not assigned" and stands outside the totals. Codings of
 * one column must come one after the other where documents are the columns; `begin` goes before each document.
 */
export const createTally = (scope: Scope, count: Count) => {
  const height = scope.rows.length
  const unassigned = scope.axis.heads.length
  const width = unassigned + 1
  const people = scope.respondents.length
  const cells = new Int32Array(height * width)
  const rowTotals = new Int32Array(height)
  const columnTotals = new Int32Array(width)
  let total = 0
  const rowCodings = new Int32Array(height)
  const rowRespondents = new Int32Array(height)
  // The column (from 1) in which a respondent was counted last, per row, and in the table as a whole.
  const lastIn = new Int32Array(height * people)
  const lastInTable = new Int32Array(people)
  const columnOfRespondent = Int32Array.from(scope.respondents, ({ id }) => scope.axis.columnOf.get(id) ?? 0)
  const assignedWords = createCover(height)
  const unassignedWords = createCover(height)

  const addRespondents = ({ rows, columns, respondents }: CountedCoding) => {
    for (const person of respondents) {
      const column = scope.axis.owner === 'document' ? (columns[0] as number) : (columnOfRespondent[person] as number)
      for (const row of rows) {
        const at = row * people + person
        if (lastIn[at] === column + 1) continue
        if (lastIn[at] === 0) rowRespondents[row]!++
        lastIn[at] = column + 1
        if (count === 'respondents') cells[row * width + column]!++
      }
      if (count !== 'respondents' || lastInTable[person] === column + 1) continue
      if (lastInTable[person] === 0) total++
      lastInTable[person] = column + 1
      columnTotals[column]!++
    }
  }
  const addCoding = (rows: readonly number[], columns: readonly number[]) => {
    for (const column of columns) {
      for (const row of rows) cells[row * width + column]!++
      columnTotals[column]!++
    }
  }
  const addWords = (coding: CountedCoding, cover: typeof assignedWords, only: readonly number[] | null) => {
    const { rows, runs } = coding
    for (let run = 0; run < runs; run++) {
      const space = coding.spaces[run] as Space
      const columns = only ?? space.columns
      if (columns.length === 0) continue
      const firstWord = coding.firstWords[run] as number
      const words = coding.words[run] as number
      for (const row of rows) {
        const fresh = cover.take(space.index, row, firstWord, words)
        for (const column of columns) cells[row * width + column]! += fresh
        if (!only) rowTotals[row]! += fresh
      }
      const fresh = cover.take(space.index, height, firstWord, words)
      for (const column of columns) columnTotals[column]! += fresh
      if (!only) total += fresh
    }
  }
  const nowhere = [unassigned]

  return {
    begin: () => {
      assignedWords.clear()
      unassignedWords.clear()
    },
    add: (coding: CountedCoding) => {
      const { rows, columns, place } = coding
      for (const row of rows) rowCodings[row]!++
      if (place === 'not assigned') {
        if (count === 'words') addWords(coding, unassignedWords, nowhere)
        else addCoding(rows, nowhere)
        return
      }
      addRespondents(coding)
      if (count === 'words') addWords(coding, assignedWords, null)
      if (count !== 'codings') return
      addCoding(rows, columns)
      for (const row of rows) rowTotals[row]!++
      total++
    },
    result: () => ({
      cells,
      rowTotals: count === 'respondents' ? rowRespondents : rowTotals,
      columnTotals,
      total,
      rowCodings,
      rowRespondents,
    }),
  }
}

/** How far the words of each space are covered, per row; row `height` stands for all rows together. */
const createCover = (height: number) => {
  let until = new Int32Array(0)
  return {
    clear: () => {
      until.fill(0)
    },
    /** Words of the range that were not covered yet. Ranges of a space come in ascending order of their start. */
    take: (space: number, row: number, firstWord: number, words: number): number => {
      const at = space * (height + 1) + row
      if (at >= until.length) {
        const grown = new Int32Array((space + 1) * (height + 1))
        grown.set(until)
        until = grown
      }
      const from = Math.max(firstWord, until[at] as number)
      const end = firstWord + words
      if (end <= from) return 0
      until[at] = end
      return end - from
    },
  }
}
