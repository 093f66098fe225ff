/** Which tables the journal watches and what topic each belongs to. */
import type { Topic } from '../contract/method.ts'

/** "Vrbt": the SQLite application_id of a project file. */
export const APPLICATION_ID = 0x56726274

/** Journaled tables in an order in which rows may be inserted, parents first. */
export const topicByTable = {
  project: 'project',
  coder: 'coder',
  respondent: 'respondent',
  document: 'document',
  speaker: 'document',
  turn_speaker: 'document',
  document_respondent: 'document',
  attribute: 'attribute',
  attribute_value: 'attribute',
  code: 'code',
  coding: 'coding',
  code_anchor: 'code',
  memo: 'memo',
  document_state: 'progress',
  turn_read: 'progress',
  saved_query: 'query',
} as const satisfies Record<string, Topic>
export type JournaledTable = keyof typeof topicByTable
export const journaledTables = Object.keys(topicByTable) as JournaledTable[]
