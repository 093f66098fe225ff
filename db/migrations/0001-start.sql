-- Entity rows have a small integer id (joins, wire) and a uid (uuid v7; v5 of both ends for link rows) that alone
-- leaves the file. Times are ISO 8601 in UTC. Spans are UTF-16 units of the canonical text, half-open.

CREATE TABLE project (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  uid             TEXT NOT NULL UNIQUE,
  copy_uid        TEXT NOT NULL,
  name            TEXT NOT NULL CHECK (name <> ''),
  codebook_closed INTEGER NOT NULL DEFAULT 0 CHECK (codebook_closed IN (0, 1)),
  sample          INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  created_at      TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL CHECK (name <> ''),
  initials   TEXT NOT NULL CHECK (initials <> ''),
  color      INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

-- Respondents are people, apart from documents.
CREATE TABLE respondent (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE,
  refi_guid  TEXT,
  name       TEXT NOT NULL CHECK (name <> ''),
  summary    TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

-- A document points to the version of its text that is in force.
CREATE TABLE document (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE,
  refi_guid  TEXT,
  name       TEXT NOT NULL CHECK (name <> ''),
  format     TEXT NOT NULL,
  language   TEXT NOT NULL CHECK (language IN ('en', 'nl')),
  text_id    INTEGER NOT NULL REFERENCES document_text (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_text ON document (text_id);

-- The canonical text of a version: immutable, and not journaled, so that a removed document can come back.
CREATE TABLE document_text (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  uid    TEXT NOT NULL UNIQUE,
  hash   TEXT NOT NULL,
  text   TEXT NOT NULL,
  words  INTEGER NOT NULL,
  -- Starts of the words, as 32-bit little-endian integers, ascending; labels, times and conventions are no words.
  word_starts BLOB NOT NULL
) STRICT;
CREATE INDEX document_text_by_hash ON document_text (hash);
CREATE TABLE paragraph (
  text_id INTEGER NOT NULL REFERENCES document_text (id) ON DELETE CASCADE,
  start   INTEGER NOT NULL,
  PRIMARY KEY (text_id, start)
) STRICT, WITHOUT ROWID;
-- `label` is whose turn it is by the text itself: the label of a speaker.
CREATE TABLE turn (
  text_id INTEGER NOT NULL REFERENCES document_text (id) ON DELETE CASCADE,
  number  INTEGER NOT NULL CHECK (number > 0),
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL CHECK ("end" >= start),
  label   TEXT NOT NULL,
  PRIMARY KEY (text_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE mark (
  text_id INTEGER NOT NULL REFERENCES document_text (id) ON DELETE CASCADE,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL CHECK ("end" > start),
  kind    TEXT NOT NULL CHECK (kind IN ('label', 'time', 'heading', 'bold', 'italic', 'convention')),
  PRIMARY KEY (text_id, start, "end", kind)
) STRICT, WITHOUT ROWID;

-- Who speaks. `respondent_id` is who a respondent is, or for whom an interpreter speaks.
CREATE TABLE speaker (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  uid           TEXT NOT NULL UNIQUE,
  document_id   INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  label         TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('interviewer', 'respondent', 'interpreter', 'other')),
  respondent_id INTEGER REFERENCES respondent (id) ON DELETE SET NULL,
  UNIQUE (document_id, label)
) STRICT;
CREATE INDEX speaker_by_respondent ON speaker (respondent_id);
-- Turns that the user gave to another speaker than their label says; most turns have no row here.
CREATE TABLE turn_speaker (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  turn        INTEGER NOT NULL CHECK (turn > 0),
  speaker_id  INTEGER NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
  UNIQUE (document_id, turn)
) STRICT;
CREATE INDEX turn_speaker_by_speaker ON turn_speaker (speaker_id);
-- Every turn of every document with who speaks in it; null where nobody is known.
CREATE VIEW spoken_turn AS
  SELECT document.id AS document_id, turn.number, turn.start, turn."end", coalesce(turn_speaker.speaker_id, speaker.id) AS speaker_id
  FROM document JOIN turn USING (text_id)
  LEFT JOIN turn_speaker ON turn_speaker.document_id = document.id AND turn_speaker.turn = turn.number
  LEFT JOIN speaker ON speaker.document_id = document.id AND speaker.label = turn.label;
CREATE TABLE document_respondent (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  uid           TEXT NOT NULL UNIQUE,
  document_id   INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  respondent_id INTEGER NOT NULL REFERENCES respondent (id) ON DELETE CASCADE,
  relation      TEXT NOT NULL CHECK (relation IN ('by', 'about')),
  UNIQUE (document_id, respondent_id)
) STRICT;
CREATE INDEX document_respondent_by_respondent ON document_respondent (respondent_id);

CREATE TABLE attribute (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uid      TEXT NOT NULL UNIQUE,
  owner    TEXT NOT NULL CHECK (owner IN ('respondent', 'document')),
  name     TEXT NOT NULL CHECK (name <> ''),
  type     TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'yes/no', 'choice')),
  choices  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  bands    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(bands)),
  position INTEGER NOT NULL
) STRICT;
-- No row: not known. A row without a value: not applicable.
CREATE TABLE attribute_value (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  uid           TEXT NOT NULL UNIQUE,
  attribute_id  INTEGER NOT NULL REFERENCES attribute (id) ON DELETE CASCADE,
  respondent_id INTEGER REFERENCES respondent (id) ON DELETE CASCADE,
  document_id   INTEGER REFERENCES document (id) ON DELETE CASCADE,
  value         TEXT,
  CHECK ((respondent_id IS NULL) <> (document_id IS NULL)),
  UNIQUE (attribute_id, respondent_id),
  UNIQUE (attribute_id, document_id)
) STRICT;
CREATE INDEX attribute_value_by_respondent ON attribute_value (respondent_id);
CREATE INDEX attribute_value_by_document ON attribute_value (document_id);

CREATE TABLE code (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE,
  refi_guid  TEXT,
  parent_id  INTEGER REFERENCES code (id) ON DELETE CASCADE,
  position   REAL NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  color      INTEGER NOT NULL CHECK (color BETWEEN 0 AND 15),
  definition TEXT NOT NULL DEFAULT '',
  use_when   TEXT NOT NULL DEFAULT '',
  not_when   TEXT NOT NULL DEFAULT '',
  codable    INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1)),
  archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  pin        INTEGER CHECK (pin BETWEEN 1 AND 9),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX code_by_parent ON code (parent_id);

-- `merged_from` is the path of the code that a coding was made with, when codes were merged since.
CREATE TABLE coding (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uid         TEXT NOT NULL UNIQUE,
  refi_guid   TEXT,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  code_id     INTEGER NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  coder_id    INTEGER NOT NULL REFERENCES coder (id) ON DELETE RESTRICT,
  start       INTEGER NOT NULL CHECK (start >= 0),
  "end"       INTEGER NOT NULL CHECK ("end" > start),
  quote_hash  TEXT NOT NULL,
  merged_from TEXT,
  created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX coding_by_document ON coding (document_id, start);
CREATE INDEX coding_by_code ON coding (code_id, document_id);
CREATE INDEX coding_by_coder ON coding (coder_id);

-- An anchor example keeps its words when the coding it was picked from goes.
CREATE TABLE code_anchor (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT NOT NULL UNIQUE,
  code_id   INTEGER NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  coding_id INTEGER REFERENCES coding (id) ON DELETE SET NULL,
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX code_anchor_by_code ON code_anchor (code_id);
CREATE INDEX code_anchor_by_coding ON code_anchor (coding_id);

-- A memo on a coding also keeps the passage, and stays on it when the coding goes.
CREATE TABLE memo (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  uid           TEXT NOT NULL UNIQUE,
  document_id   INTEGER REFERENCES document (id) ON DELETE CASCADE,
  start         INTEGER,
  "end"         INTEGER,
  coding_id     INTEGER REFERENCES coding (id) ON DELETE SET NULL,
  code_id       INTEGER REFERENCES code (id) ON DELETE CASCADE,
  respondent_id INTEGER REFERENCES respondent (id) ON DELETE CASCADE,
  body          TEXT NOT NULL,
  coder_id      INTEGER NOT NULL REFERENCES coder (id) ON DELETE RESTRICT,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  CHECK ((start IS NULL) = ("end" IS NULL)),
  CHECK (start IS NULL OR document_id IS NOT NULL)
) STRICT;
CREATE INDEX memo_by_document ON memo (document_id);
CREATE INDEX memo_by_coding ON memo (coding_id);
CREATE INDEX memo_by_code ON memo (code_id);
CREATE INDEX memo_by_respondent ON memo (respondent_id);
CREATE INDEX memo_by_coder ON memo (coder_id);

-- How far each coder is; no row: not begun, unless the coder has codings in it. `done_at` is set while it is done.
CREATE TABLE document_state (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uid         TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  coder_id    INTEGER NOT NULL REFERENCES coder (id) ON DELETE CASCADE,
  state       TEXT NOT NULL CHECK (state IN ('not begun', 'in progress', 'done')),
  done_at     TEXT,
  UNIQUE (document_id, coder_id),
  CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;
CREATE INDEX document_state_by_coder ON document_state (coder_id);
-- Read, nothing relevant.
CREATE TABLE turn_read (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uid         TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  turn        INTEGER NOT NULL CHECK (turn > 0),
  coder_id    INTEGER NOT NULL REFERENCES coder (id) ON DELETE CASCADE,
  UNIQUE (document_id, turn, coder_id)
) STRICT;
CREATE INDEX turn_read_by_coder ON turn_read (coder_id);

CREATE TABLE saved_query (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL CHECK (name <> ''),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  created_at TEXT NOT NULL
) STRICT;

-- Derived, kept in the same transaction, rebuildable: for whom a coding counts. Respondent 0: for nobody.
-- `role` is the speaker's; `by` and `about` come from the document's links, `nobody` from words in no turn of a known speaker.
-- `words` of the coding count for that respondent in that role; they are those from `first_word` on in the numbering
-- of the respondent's words in that role in the document (of all words for `by` and `about`).
CREATE TABLE coding_respondent (
  coding_id     INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
  respondent_id INTEGER NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('by', 'about', 'interviewer', 'respondent', 'interpreter', 'other', 'nobody')),
  first_word    INTEGER NOT NULL,
  words         INTEGER NOT NULL,
  PRIMARY KEY (coding_id, respondent_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX coding_respondent_by_respondent ON coding_respondent (respondent_id);
-- Derived from coding and coding_respondent: what is counted of a document, packed (db/coding-index.ts).
CREATE TABLE coding_index (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  entries     BLOB NOT NULL
) STRICT;

-- The journal: who did what, and the row images that undo it. History only grows; `reverted_by` and `skipped` alone
-- are updated. Images are JSON arrays in the column order of their schema version (journal_column).
CREATE TABLE changeset (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uid            TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  coder_uid      TEXT,
  installation   TEXT NOT NULL,
  command        TEXT NOT NULL,
  input          TEXT NOT NULL CHECK (json_valid(input)),
  about_name     TEXT NOT NULL DEFAULT '',
  about_count    INTEGER NOT NULL DEFAULT 1,
  at             TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  reverts        INTEGER REFERENCES changeset (id),
  reverted_by    INTEGER REFERENCES changeset (id),
  skipped        INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1)),
  CHECK ((kind = 'do') = (reverts IS NULL))
) STRICT;
CREATE INDEX changeset_by_owner ON changeset (installation, coder_uid, kind, id);
CREATE TABLE change (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  changeset_id INTEGER NOT NULL REFERENCES changeset (id),
  entity       TEXT NOT NULL,
  entity_id    INTEGER NOT NULL,
  before       TEXT CHECK (json_valid(before)),
  after        TEXT CHECK (json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_by_changeset ON change (changeset_id);
CREATE INDEX change_by_entity ON change (entity, entity_id);
CREATE TABLE journal_column (
  schema_version INTEGER NOT NULL,
  entity         TEXT NOT NULL,
  columns        TEXT NOT NULL CHECK (json_valid(columns)),
  PRIMARY KEY (schema_version, entity)
) STRICT, WITHOUT ROWID;

-- The changeset that row changes belong to now; NULL outside a recorded command.
CREATE TABLE open_changeset (one INTEGER PRIMARY KEY CHECK (one = 1), id INTEGER REFERENCES changeset (id)) STRICT;
INSERT INTO open_changeset VALUES (1, NULL);
