/** The triggers that write every row change to the journal, generated from the schema. */
import type { Database } from 'better-sqlite3'
import { journaledTables } from './schema.ts'

const events = ['INSERT', 'UPDATE', 'DELETE'] as const
const triggerName = (table: string, event: string) => `journal_${table}_${event.toLowerCase()}`

export const columnsOf = (db: Database, table: string): string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)

export const dropJournal = (db: Database): void => {
  for (const table of journaledTables)
    for (const event of events) db.exec(`DROP TRIGGER IF EXISTS ${triggerName(table, event)}`)
}

/** A write outside a recorded command aborts; an update that changes nothing writes nothing. */
export const installJournal = (db: Database, version: number): void => {
  for (const table of journaledTables) {
    const columns = columnsOf(db, table)
    // A table of a later version than this file's.
    if (columns.length === 0) continue
    db.prepare(
      `INSERT INTO journal_column (schema_version, entity, columns) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET columns = excluded.columns`,
    ).run(version, table, JSON.stringify(columns))
    const image = (row: 'OLD' | 'NEW') => `json_array(${columns.map((name) => `${row}."${name}"`).join(', ')})`
    const differs = columns.map((name) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ')
    for (const event of events)
      db.exec(`
        CREATE TRIGGER ${triggerName(table, event)} AFTER ${event} ON ${table}
        ${event === 'UPDATE' ? `WHEN ${differs}` : ''} BEGIN
          SELECT RAISE(ABORT, 'write outside a changeset') WHERE (SELECT id FROM open_changeset) IS NULL;
          INSERT INTO change (changeset_id, entity, entity_id, before, after)
          VALUES ((SELECT id FROM open_changeset), '${table}', ${event === 'DELETE' ? 'OLD' : 'NEW'}.id,
            ${event === 'INSERT' ? 'NULL' : image('OLD')}, ${event === 'DELETE' ? 'NULL' : image('NEW')});
        END`)
  }
}
