/** Begins a migration that takes long, to be killed in the middle. */
import { createSchema, ourMigrations } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import { args, tell } from './messages.ts'

const [path = ''] = args
const long = `
  CREATE TABLE note (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
  UPDATE sqlite_sequence SET seq = seq + 1;
  WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10000000)
  INSERT INTO note SELECT n, randomblob(1000) FROM number;
`
openDatabase(
  path,
  (db) => {
    // A small cache, so that the file itself is written to before the end.
    db.pragma('cache_size = 10')
    tell('begun')
  },
  createSchema([...ourMigrations, long]),
)
