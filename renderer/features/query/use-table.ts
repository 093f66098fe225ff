/** The question of this window and its answer, as a table in the language of the window, kept up to date. */
import { useEffect } from 'react'
import type { Attribute } from '../../../contract/attributes.ts'
import type { Definition } from '../../../contract/queries.ts'
import type { AppError } from '../../../contract/failure.ts'
import { useLive } from '../../lib/live.tsx'
import { useLanguage, useMessages } from '../../lib/messages.tsx'
import { withPaths, type PathedCode } from '../coding/code-matching.ts'
import { question, useQueryState } from './query-state.ts'
import { modelOf, sortRows, type TableModel, type TableRow } from './table-model.ts'
import { columnName } from './value-names.ts'

export interface Asked {
  readonly definition: Definition
  readonly codes: readonly PathedCode[]
  readonly attributes: readonly Attribute[]
  readonly title: string
  /** Null until the first answer is there. */
  readonly table: { readonly model: TableModel; readonly rows: readonly TableRow[] } | null
  readonly error: AppError | null
}

/** The question of the open project; the first one is put together when there is none yet. */
const useDefinition = (attributes: readonly Attribute[] | undefined): Definition | null => {
  const uid = useLive('projects.current', {}).data?.uid
  const { projectUid, definition } = useQueryState()
  const first = attributes?.find(({ owner, type }) => owner === 'respondent' && type !== 'text')?.id ?? null
  const isKnown = uid !== undefined && attributes !== undefined
  useEffect(() => {
    if (isKnown) question.begin(uid, first)
  }, [isKnown, uid, first])
  return projectUid === uid ? definition : null
}

/** Null until the project is known. */
export const useTable = (): Asked | null => {
  const messages = useMessages()
  const language = useLanguage()
  const attributes = useLive('attributes.list', {}).data
  const codes = useLive('codes.list', {}).data
  const kept = useLive('queries.list', {}).data
  const { keptId, sorting } = useQueryState()
  const definition = useDefinition(attributes)
  const answer = useLive('queries.frequencies', definition ?? {}, {
    enabled: definition !== null,
    keepPrevious: true,
  })
  if (!definition || !attributes || !codes) return null
  const { across } = definition
  const attribute =
    across.kind === 'attribute' ? (attributes.find(({ id }) => id === across.attributeId) ?? null) : null
  const pathed = withPaths(codes)
  const { query } = messages
  const heading = across.kind === 'attribute' ? (attribute?.name ?? '') : query.across.inHeading[across.kind]
  const model = answer.data
    ? modelOf(answer.data, definition.count, pathed, (head) => columnName(head, attribute, language, messages))
    : null
  return {
    definition,
    codes: pathed,
    attributes,
    title: kept?.find(({ id }) => id === keptId)?.name ?? query.codesAcross(heading),
    table: model ? { model, rows: sortRows(model, sorting) } : null,
    error: answer.error,
  }
}
