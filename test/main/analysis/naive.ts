/**
 * Counts word by word, from the canonical text and the raw rows, as slowly and plainly as DATA.md says it: the judge of
 * the fast counting. Shares no code with it; words are found by Intl.Segmenter alone.
 */
import type { Database } from 'better-sqlite3'
import type { Definition, ValueKey } from '../../../contract/queries.ts'

interface Word {
  readonly at: number
  readonly role: string | null
  readonly respondent: number | null
}
interface Coding {
  readonly id: number
  readonly document_id: number
  readonly code_id: number
  readonly coder_id: number
  readonly start: number
  readonly end: number
}
type Row = Record<string, string | number | null>

export const createNaive = (db: Database, definition: Definition) => {
  const all = <T = Row>(sql: string, ...values: unknown[]) => db.prepare<unknown[], T>(sql).all(...values)
  const { filter } = definition
  const attributes = new Map(
    all<{ id: number; owner: string; type: string; bands: string }>('SELECT * FROM attribute').map((row) => [
      row.id,
      row,
    ]),
  )
  const roles = new Set<string | null>(['respondent', 'interpreter', ...definition.alsoRoles])

  const valueOf = (attributeId: number, ownerId: number): ValueKey => {
    const attribute = attributes.get(attributeId)
    const found = all<{ value: string | null }>(
      `SELECT value FROM attribute_value WHERE attribute_id = ? AND ${attribute?.owner}_id = ?`,
      attributeId,
      ownerId,
    )[0]
    if (!found) return { kind: 'not known' }
    if (found.value === null) return { kind: 'not applicable' }
    const bands = JSON.parse(attribute?.bands ?? '[]') as number[]
    if (attribute?.type !== 'number' || bands.length === 0) return { kind: 'value', value: found.value }
    let index = 0
    for (const band of bands) if (Number(found.value) >= band) index++
    return { kind: 'band', index }
  }
  const passes = (owner: 'respondent' | 'document', id: number) => {
    const ids = owner === 'respondent' ? filter.respondentIds : filter.documentIds
    if (ids.length > 0 && !ids.includes(id)) return false
    return filter.attributes.every(({ attributeId, values }) => {
      if (attributes.get(attributeId)?.owner !== owner || values.length === 0) return true
      return values.some((wanted) => JSON.stringify(wanted) === JSON.stringify(valueOf(attributeId, id)))
    })
  }
  const documents = all<{ id: number }>('SELECT id FROM document')
    .map(({ id }) => id)
    .filter((id) => passes('document', id))
  const isAllowed = (respondent: number | null): respondent is number =>
    respondent !== null && passes('respondent', respondent)
  const asksRespondents =
    filter.respondentIds.length > 0 ||
    filter.attributes.some(
      ({ attributeId, values }) => attributes.get(attributeId)?.owner === 'respondent' && values.length > 0,
    )
  const linked = (documentId: number, relation: string) =>
    all<{ id: number }>(
      'SELECT respondent_id AS id FROM document_respondent WHERE document_id = ? AND relation = ?',
      documentId,
      relation,
    ).map(({ id }) => id)
  const speakersOf = (documentId: number) =>
    all<{ id: number; label: string; role: string; respondent_id: number | null }>(
      'SELECT * FROM speaker WHERE document_id = ?',
      documentId,
    )

  const speakerOfTurn = (documentId: number, turn: { number: number; label: string }) => {
    const given = all<{ speaker_id: number }>(
      'SELECT speaker_id FROM turn_speaker WHERE document_id = ? AND turn = ?',
      documentId,
      turn.number,
    )[0]
    return speakersOf(documentId).find(({ id, label }) => (given ? id === given.speaker_id : label === turn.label))
  }
  const readWords = (documentId: number): { words: Word[]; isSpoken: boolean } => {
    const text = all<{ id: number; text: string }>(
      'SELECT document_text.* FROM document_text JOIN document ON text_id = document_text.id WHERE document.id = ?',
      documentId,
    )[0]
    if (!text) throw new Error('no text')
    const marks = all<{ start: number; end: number }>(
      "SELECT * FROM mark WHERE text_id = ? AND kind IN ('label', 'time', 'convention')",
      text.id,
    )
    const turns = all<{ number: number; start: number; end: number; label: string }>(
      'SELECT * FROM turn WHERE text_id = ?',
      text.id,
    )
    // Marks are blanked out, so that they neither are words nor join any.
    let plain = text.text
    for (const { start, end } of marks) plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
    const words = [...new Intl.Segmenter('nl', { granularity: 'word' }).segment(plain)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index: at }): Word => {
        const turn = turns.find(({ start, end }) => start <= at && at < end)
        const speaker = turn && speakerOfTurn(documentId, turn)
        return { at, role: speaker?.role ?? null, respondent: speaker?.respondent_id ?? null }
      })
    return { words, isSpoken: turns.some((turn) => speakerOfTurn(documentId, turn) !== undefined) }
  }
  const texts = new Map(documents.map((id) => [id, readWords(id)]))

  /** Everybody of a document who can be counted in this table. */
  const peopleOf = (documentId: number): number[] => {
    const speaking =
      definition.relation === 'by'
        ? speakersOf(documentId)
            .filter(({ role }) => roles.has(role))
            .map((row) => row.respondent_id)
        : []
    return [...new Set([...linked(documentId, definition.relation), ...speaking])].filter(isAllowed)
  }
  const isOnlyAbout = (documentId: number) =>
    !texts.get(documentId)?.isSpoken && linked(documentId, 'by').length === 0 && linked(documentId, 'about').length > 0

  /** Whether a word counts in this table, and for whom. */
  const ownersOf = (documentId: number, word: Word): { counts: boolean; who: number[] } => {
    if (definition.relation === 'about')
      return { counts: linked(documentId, 'about').length > 0, who: linked(documentId, 'about').filter(isAllowed) }
    if (!texts.get(documentId)?.isSpoken)
      return isOnlyAbout(documentId)
        ? { counts: false, who: [] }
        : { counts: true, who: linked(documentId, 'by').filter(isAllowed) }
    if (!roles.has(word.role)) return { counts: false, who: [] }
    if (word.respondent !== null) return { counts: true, who: [word.respondent].filter(isAllowed) }
    const isOwnRole = word.role === 'respondent' || word.role === 'interpreter'
    return { counts: true, who: isOwnRole ? [] : peopleOf(documentId) }
  }
  const coveredBy = ({ document_id, start, end }: Coding) =>
    (texts.get(document_id)?.words ?? []).filter(({ at }) => start <= at && at < end)
  const nowhere: Word = { at: -1, role: null, respondent: null }
  /** In a text without speakers, and in what is said about somebody, a coding counts even where it covers no word. */
  const ownersOfCoding = (coding: Coding) => {
    const isWhole = definition.relation === 'about' || !texts.get(coding.document_id)?.isSpoken
    const owners = (isWhole ? [nowhere] : coveredBy(coding)).map((word) => ownersOf(coding.document_id, word))
    return { counts: owners.some(({ counts }) => counts), who: [...new Set(owners.flatMap(({ who }) => who))] }
  }
  const columnText = (kind: string, value: unknown) => `${kind} ${JSON.stringify(value)}`
  const { across } = definition
  const isByDocument =
    across.kind === 'documents' ||
    (across.kind === 'attribute' && attributes.get(across.attributeId)?.owner === 'document')
  const columnOf = (id: number): string => {
    if (across.kind === 'attribute') return columnText('value', valueOf(across.attributeId, id))
    return columnText(across.kind === 'documents' ? 'document' : 'respondent', id)
  }
  const columnsOf = (documentId: number, { counts, who }: { counts: boolean; who: number[] }): string[] => {
    if (!isByDocument) return [...new Set(who.map(columnOf))]
    return counts && (!asksRespondents || who.length > 0) ? [columnOf(documentId)] : []
  }

  const parents = new Map(
    all<{ id: number; parent_id: number | null }>('SELECT id, parent_id FROM code').map(({ id, parent_id }) => [
      id,
      parent_id,
    ]),
  )
  const isIn = (codeId: number, row: number): boolean => {
    if (codeId === row) return true
    const parent = parents.get(codeId)
    return definition.rollup && parent !== null && parent !== undefined && isIn(parent, row)
  }
  const codings = all<Coding>('SELECT * FROM coding').filter(
    ({ document_id, coder_id }) =>
      documents.includes(document_id) && (filter.coderIds.length === 0 || filter.coderIds.includes(coder_id)),
  )
  const isNotAssigned = (coding: Coding) =>
    definition.relation === 'by' &&
    !asksRespondents &&
    !isOnlyAbout(coding.document_id) &&
    columnsOf(coding.document_id, ownersOfCoding(coding)).length === 0
  const ofRows = (rows: readonly number[]) => codings.filter(({ code_id }) => rows.some((row) => isIn(code_id, row)))

  /** The count of rows (together) and columns (together; null: all but "not assigned"). */
  const countOf = (rows: readonly number[], columns: readonly string[] | null): number => {
    const isIncluded = (found: readonly string[]) =>
      found.some((column) => columns === null || columns.includes(column))
    const found = ofRows(rows)
    if (columns?.[0] === 'not assigned') {
      const apart = found.filter(isNotAssigned)
      if (definition.count !== 'words') return apart.length
      return new Set(apart.flatMap((coding) => coveredBy(coding).map(({ at }) => `${coding.document_id} ${at}`))).size
    }
    const inside = found.filter((coding) => isIncluded(columnsOf(coding.document_id, ownersOfCoding(coding))))
    if (definition.count === 'codings') return inside.length
    if (definition.count === 'words') {
      const words = inside.flatMap((coding) =>
        coveredBy(coding)
          .filter((word) => isIncluded(columnsOf(coding.document_id, ownersOf(coding.document_id, word))))
          .map(({ at }) => `${coding.document_id} ${at}`),
      )
      return new Set(words).size
    }
    return new Set(
      inside.flatMap((coding) =>
        ownersOfCoding(coding).who.filter(
          (person) => isByDocument || columns === null || columns.includes(columnOf(person)),
        ),
      ),
    ).size
  }
  /** The respondents inside the filters who have a document in it that stands in the columns. */
  const peopleIn = (columns: readonly string[] | null): number[] => {
    const people = documents.flatMap((documentId) =>
      peopleOf(documentId).filter(
        (person) => columns === null || columns.includes(columnOf(isByDocument ? documentId : person)),
      ),
    )
    return [...new Set(people)].toSorted((a, b) => a - b)
  }
  /** Since when a document is done for the coders inside the filter; null: it is not. */
  const doneSince = (documentId: number): string | null => {
    const coders = all<{ id: number }>('SELECT id FROM coder')
      .map(({ id }) => id)
      .filter((id) => filter.coderIds.length === 0 || filter.coderIds.includes(id))
    const states = coders.flatMap((coder) => {
      const state = all<{ state: string; done_at: string | null }>(
        'SELECT * FROM document_state WHERE document_id = ? AND coder_id = ?',
        documentId,
        coder,
      )[0]
      const hasCodings =
        all('SELECT 1 FROM coding WHERE document_id = ? AND coder_id = ?', documentId, coder).length > 0
      if (state?.state === 'done') return [state.done_at]
      return state?.state === 'in progress' || hasCodings ? [null] : []
    })
    if (states.length === 0 || states.includes(null)) return null
    return (states as string[]).toSorted()[0] ?? null
  }
  const isUnfinished = (row: number, column: string): boolean => {
    const rests =
      column === 'not assigned'
        ? [
            ...new Set(
              ofRows(rowIds)
                .filter(isNotAssigned)
                .map((coding) => coding.document_id),
            ),
          ]
        : documents.filter((id) =>
            isByDocument ? columnOf(id) === column : peopleOf(id).some((person) => columnOf(person) === column),
          )
    const codes = all<{ id: number; created_at: string; codable: number; archived: number }>(
      'SELECT * FROM code',
    ).filter(({ id, codable, archived }) => isIn(id, row) && codable === 1 && archived === 0)
    return rests.some((id) => {
      const since = doneSince(id)
      return since === null || codes.some(({ created_at }) => created_at > since)
    })
  }
  const rowIds = all<{ id: number; archived: number }>('SELECT id, archived FROM code')
    .filter(({ id, archived }) => (definition.codes === 'all' ? archived === 0 : definition.codes.includes(id)))
    .map(({ id }) => id)
  const columns = [
    ...new Set(isByDocument ? documents.map(columnOf) : peopleIn(null).map(columnOf)),
    ...(ofRows(rowIds).some(isNotAssigned) ? ['not assigned'] : []),
  ]
  const counted = ofRows(rowIds).filter(
    (coding) => isNotAssigned(coding) || columnsOf(coding.document_id, ownersOfCoding(coding)).length > 0,
  )
  return {
    rowIds,
    columns,
    columnText,
    countOf,
    peopleIn,
    isUnfinished,
    /** Coding ids of a cell, or of a row's total. */
    codingsOf: (row: number, column: string | null) =>
      ofRows([row])
        .filter((coding) => {
          if (column === 'not assigned') return isNotAssigned(coding)
          return columnsOf(coding.document_id, ownersOfCoding(coding)).some(
            (found) => column === null || found === column,
          )
        })
        .map(({ id }) => id),
    whoIn: (row: number, column: string | null) =>
      [
        ...new Set(
          ofRows([row]).flatMap((coding) => {
            const owners = ownersOfCoding(coding)
            const found = columnsOf(coding.document_id, owners)
            if (column !== null && !found.includes(column)) return []
            return owners.who.filter((person) => isByDocument || column === null || columnOf(person) === column)
          }),
        ),
      ].toSorted((a, b) => a - b),
    coders: new Set(counted.map(({ coder_id }) => coder_id)).size,
    about:
      definition.relation === 'about'
        ? 0
        : ofRows(rowIds).filter(
            ({ document_id }) =>
              isOnlyAbout(document_id) && (!asksRespondents || linked(document_id, 'about').some(isAllowed)),
          ).length,
  }
}
