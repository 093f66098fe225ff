/** Statements about attributes and their values, of respondents and of documents. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AttributeOwner, AttributeType } from '../../contract/attributes.ts'
import { select } from '../statement.ts'

/** An attribute as it is stored; `choices` and `bands` are JSON. */
const AttributeRow = z.object({
  id: z.int(),
  uid: z.string(),
  owner: AttributeOwner,
  name: z.string(),
  type: AttributeType,
  choices: z.string(),
  bands: z.string(),
  position: z.int(),
})
export type AttributeRow = z.infer<typeof AttributeRow>
/** `value` null: not applicable. */
const ValueRow = z.object({ attributeId: z.int(), ownerId: z.int(), value: z.string().nullable() })
const OwnerRow = z.object({ id: z.int(), name: z.string() })
const columns = 'id, uid, owner, name, type, choices, bands, position'

export const attributeQueries = (db: Database) => ({
  all: select(db, AttributeRow, `SELECT ${columns} FROM attribute ORDER BY owner DESC, position, id`),
  byId: select<typeof AttributeRow, [number]>(db, AttributeRow, `SELECT ${columns} FROM attribute WHERE id = ?`),
  owners: {
    respondent: select(db, OwnerRow, 'SELECT id, name FROM respondent ORDER BY id'),
    document: select(db, OwnerRow, 'SELECT id, name FROM document ORDER BY id'),
  },
  uidOf: {
    respondent: db.prepare<[number], string>('SELECT uid FROM respondent WHERE id = ?').pluck(),
    document: db.prepare<[number], string>('SELECT uid FROM document WHERE id = ?').pluck(),
  },
  values: {
    respondent: select(
      db,
      ValueRow,
      'SELECT attribute_id AS attributeId, respondent_id AS ownerId, value FROM attribute_value WHERE respondent_id IS NOT NULL',
    ),
    document: select(
      db,
      ValueRow,
      'SELECT attribute_id AS attributeId, document_id AS ownerId, value FROM attribute_value WHERE document_id IS NOT NULL',
    ),
  },
  valuesOf: select<typeof ValueRow, [number]>(
    db,
    ValueRow,
    'SELECT attribute_id AS attributeId, coalesce(respondent_id, document_id) AS ownerId, value FROM attribute_value WHERE attribute_id = ?',
  ),
  insert: db.prepare(
    `INSERT INTO attribute (uid, owner, name, type, choices, position)
     VALUES (@uid, @owner, @name, @type, @choices, (SELECT coalesce(max(position), 0) + 1 FROM attribute WHERE owner = @owner))`,
  ),
  update: db.prepare(
    'UPDATE attribute SET name = @name, type = @type, choices = @choices, bands = @bands, position = @position WHERE id = @id',
  ),
  remove: db.prepare('DELETE FROM attribute WHERE id = ?'),
  /** An unchanged value changes no row, so that it leaves no trace in the journal. */
  setValue: {
    respondent: db.prepare(
      `INSERT INTO attribute_value (uid, attribute_id, respondent_id, value) VALUES (@uid, @attributeId, @ownerId, @value)
       ON CONFLICT (attribute_id, respondent_id) DO UPDATE SET value = excluded.value`,
    ),
    document: db.prepare(
      `INSERT INTO attribute_value (uid, attribute_id, document_id, value) VALUES (@uid, @attributeId, @ownerId, @value)
       ON CONFLICT (attribute_id, document_id) DO UPDATE SET value = excluded.value`,
    ),
  },
  clearValue: {
    respondent: db.prepare(
      'DELETE FROM attribute_value WHERE attribute_id = @attributeId AND respondent_id = @ownerId',
    ),
    document: db.prepare('DELETE FROM attribute_value WHERE attribute_id = @attributeId AND document_id = @ownerId'),
  },
})
