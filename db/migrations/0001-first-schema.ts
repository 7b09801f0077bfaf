import type { Migration } from './migration.js'

/*
 * `content_hash` is the SHA-256 of the record's canonical JSON: SQLite's own checks miss one changed byte in four.
 * Scales that a person sees are closed by a CHECK. Media types, rules and categories grow with the importers and the
 * engine and are checked by the schemas of shared/domain alone.
 */
const schema = `
CREATE TABLE case_info (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL CHECK (position >= 0),
  title TEXT NOT NULL,
  author TEXT,
  publisher TEXT,
  published TEXT,
  url TEXT,
  accessed TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('unspecified', 'primary', 'secondary')),
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility TEXT CHECK (credibility IN ('1', '2', '3', '4', '5', '6')),
  file_name TEXT,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  original_sha256 TEXT NOT NULL REFERENCES originals (sha256),
  part_start INTEGER NOT NULL CHECK (part_start >= 0),
  part_end INTEGER NOT NULL CHECK (part_end >= part_start),
  current_version_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  content_hash TEXT NOT NULL,
  FOREIGN KEY (current_version_id, id) REFERENCES text_versions (id, source_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX sources_by_original ON sources (original_sha256);

CREATE TABLE text_versions (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number > 0),
  text TEXT NOT NULL,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  reason TEXT,
  created_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  UNIQUE (source_id, number),
  UNIQUE (id, source_id)
) STRICT;

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
  verdict TEXT CHECK (verdict IN ('supported', 'supported-with-caveat', 'inconsistent', 'contradicted', 'garbled',
    'unsupported', 'unverifiable', 'not-factual')),
  confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')),
  correction TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  FOREIGN KEY (text_version_id, source_id) REFERENCES text_versions (id, source_id)
) STRICT;
CREATE INDEX claims_by_source ON claims (source_id, range_start);
CREATE INDEX claims_by_text_version ON claims (text_version_id);

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  body TEXT NOT NULL CHECK (json_valid(body)),
  text TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('internal', 'public')),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_claim ON notes (claim_id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
  title TEXT NOT NULL,
  url TEXT,
  archived_url TEXT,
  accessed TEXT,
  quote TEXT,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility TEXT CHECK (credibility IN ('1', '2', '3', '4', '5', '6')),
  source_id TEXT REFERENCES sources (id),
  text_version_id TEXT CHECK ((text_version_id IS NULL) = (source_id IS NULL)),
  range_start INTEGER CHECK ((range_start IS NULL) = (source_id IS NULL) AND range_start >= 0),
  range_end INTEGER CHECK ((range_end IS NULL) = (source_id IS NULL) AND range_end > range_start),
  exact TEXT CHECK ((exact IS NULL) = (source_id IS NULL)),
  prefix TEXT CHECK ((prefix IS NULL) = (source_id IS NULL)),
  suffix TEXT CHECK ((suffix IS NULL) = (source_id IS NULL)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  FOREIGN KEY (text_version_id, source_id) REFERENCES text_versions (id, source_id)
) STRICT;
CREATE INDEX evidence_by_claim ON evidence (claim_id);
CREATE INDEX evidence_by_source ON evidence (source_id);

CREATE TABLE relations (
  id TEXT PRIMARY KEY,
  from_claim_id TEXT NOT NULL REFERENCES claims (id),
  to_claim_id TEXT NOT NULL REFERENCES claims (id) CHECK (to_claim_id <> from_claim_id),
  type TEXT NOT NULL CHECK (type IN ('contradicts', 'same-as', 'supports', 'qualifies', 'corrects')),
  fingerprint TEXT,
  created_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  UNIQUE (from_claim_id, to_claim_id, type)
) STRICT;
CREATE INDEX relations_by_to_claim ON relations (to_claim_id);

CREATE TABLE findings (
  fingerprint TEXT PRIMARY KEY,
  position INTEGER NOT NULL CHECK (position >= 0),
  rule TEXT NOT NULL,
  category TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'likely', 'check')),
  message TEXT NOT NULL,
  explanation TEXT NOT NULL CHECK (json_valid(explanation)),
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  suggests TEXT CHECK (suggests IN ('contradicts', 'same-as')),
  content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX findings_by_position ON findings (position);

CREATE TABLE finding_texts (
  fingerprint TEXT NOT NULL REFERENCES findings (fingerprint) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES sources (id),
  text_version_id TEXT NOT NULL,
  PRIMARY KEY (fingerprint, source_id),
  FOREIGN KEY (text_version_id, source_id) REFERENCES text_versions (id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_texts_by_source ON finding_texts (source_id);

CREATE TABLE decisions (
  fingerprint TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'dismissed')),
  reason TEXT,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE log (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE log_records (
  key TEXT NOT NULL,
  sequence INTEGER NOT NULL REFERENCES log (sequence),
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_is_not_edited BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER text_versions_are_not_edited BEFORE UPDATE ON text_versions
BEGIN SELECT RAISE(ABORT, 'a text version never changes'); END;
CREATE TRIGGER text_versions_are_not_deleted BEFORE DELETE ON text_versions
BEGIN SELECT RAISE(ABORT, 'a text version is kept'); END;
CREATE TRIGGER originals_are_not_edited BEFORE UPDATE ON originals
BEGIN SELECT RAISE(ABORT, 'an original never changes'); END;
CREATE TRIGGER originals_are_not_deleted BEFORE DELETE ON originals
BEGIN SELECT RAISE(ABORT, 'an original is kept'); END;
CREATE TRIGGER sources_are_not_deleted BEFORE DELETE ON sources
BEGIN SELECT RAISE(ABORT, 'a source is marked as removed, not deleted'); END;
`

/** The first schema of a case file. Never edited once a version of Stet has gone out with it. */
export const firstSchema: Migration = { version: 1, up: (database) => database.exec(schema) }
