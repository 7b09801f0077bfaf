import type { Migration } from './migration.js'

/*
 * A table that lets go of a CHECK is filled from a copy of itself and keeps its name, because renaming one would spell the
 * schema differently from what a new file has. The columns stay in their order: salvage knows rows by it.
 */
const schema = `
ALTER TABLE sources ADD COLUMN language TEXT;

ALTER TABLE evidence ADD COLUMN author TEXT;
ALTER TABLE evidence ADD COLUMN publisher TEXT;
ALTER TABLE evidence ADD COLUMN published TEXT;

CREATE TABLE before_0005 AS SELECT * FROM claims ORDER BY rowid;
DROP TABLE claims;
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  text_version_id TEXT NOT NULL,
  range_start INTEGER NOT NULL CHECK (range_start >= 0),
  range_end INTEGER NOT NULL CHECK (range_end > range_start),
  exact TEXT NOT NULL CHECK (exact <> ''),
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('event', 'date', 'quantity', 'name', 'quotation', 'attribution', 'place', 'cause',
    'comparison', 'other')),
  claimant TEXT,
  event_date TEXT,
  event_date_inferred INTEGER NOT NULL CHECK (event_date_inferred IN (0, 1)),
  priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  status TEXT NOT NULL CHECK (status IN ('unchecked', 'in-progress', 'query', 'checked', 'reviewed', 'signed-off',
    'stale')),
  verdict TEXT CHECK (verdict <> '' AND verdict <> 'none'),
  confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')),
  correction TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  assignee_id TEXT REFERENCES people (id),
  FOREIGN KEY (text_version_id, source_id) REFERENCES text_versions (id, source_id)
) STRICT;
INSERT INTO claims SELECT * FROM before_0005 ORDER BY rowid;
DROP TABLE before_0005;
CREATE INDEX claims_by_source ON claims (source_id, range_start);
CREATE INDEX claims_by_text_version ON claims (text_version_id);
CREATE INDEX claims_by_state ON claims (source_id, status, verdict);
CREATE INDEX claims_by_assignee ON claims (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE TABLE before_0005 AS SELECT * FROM assessments ORDER BY rowid;
DROP TABLE assessments;
CREATE TABLE assessments (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  verdict TEXT NOT NULL CHECK (verdict <> '' AND verdict <> 'none'),
  comment TEXT,
  kept_verdict TEXT CHECK (kept_verdict <> '' AND kept_verdict <> 'none'),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  UNIQUE (claim_id, person_id)
) STRICT;
INSERT INTO assessments SELECT * FROM before_0005 ORDER BY rowid;
DROP TABLE before_0005;
CREATE INDEX assessments_by_person ON assessments (person_id);
`

/**
 * Verdicts of any scale: which ones there are is agreed for each case, among its preferences. The language
 * of a source; author, publisher and date of evidence from elsewhere. Records without them are spelled as before, so that the
 * digests of their rows and of the log stay what they are.
 */
export const verdictScales: Migration = { version: 5, up: (database) => database.exec(schema) }
