import type { Migration } from './migration.js'

/*
 * `search` holds no text of its own, only which words stand in which entry; `search_entries` says what each entry is. Both
 * are derived, and made anew whenever `search_state` does not name the rules of this program.
 */
const schema = `
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('checker', 'second-reader', 'editor')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE rounds (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  title TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE sign_offs (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('checker', 'second-reader', 'editor')),
  round_id TEXT REFERENCES rounds (id),
  claim_id TEXT REFERENCES claims (id),
  signed_sha256 TEXT NOT NULL CHECK (length(signed_sha256) = 64),
  comment TEXT,
  signed_at TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX sign_offs_by_claim ON sign_offs (claim_id);
CREATE INDEX sign_offs_by_person ON sign_offs (person_id);
CREATE INDEX sign_offs_by_round ON sign_offs (round_id);

CREATE TABLE preferences (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE open_note (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  note_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  started_at TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  content_hash TEXT NOT NULL
) STRICT;

CREATE INDEX claims_by_state ON claims (source_id, status, verdict);

CREATE TABLE search_state (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  rules INTEGER NOT NULL
) STRICT;

CREATE TABLE search_entries (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'claim', 'note', 'evidence')),
  key TEXT NOT NULL,
  source_id TEXT NOT NULL,
  claim_id TEXT,
  range_start INTEGER CHECK ((range_start IS NULL) = (kind <> 'text')),
  range_end INTEGER CHECK ((range_end IS NULL) = (kind <> 'text'))
) STRICT;
CREATE INDEX search_entries_by_key ON search_entries (kind, key);

CREATE VIRTUAL TABLE search USING fts5(
  body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

CREATE INDEX log_records_by_sequence ON log_records (sequence);

INSERT OR IGNORE INTO log_records (key, sequence)
  SELECT json_extract(change.value, place.value), log.sequence
  FROM log, json_each(log.changes) AS change, json_each('["$.before.claimId", "$.after.claimId",
    "$.before.fromClaimId", "$.after.fromClaimId", "$.before.toClaimId", "$.after.toClaimId"]') AS place
  WHERE json_extract(change.value, place.value) IS NOT NULL;
`

/**
 * Search over texts, claims, notes and evidence; people, rounds of review and sign-offs; preferences of the case; the
 * note that is being written; and the log of a claim with that of all that hangs on it.
 */
export const searchAndReview: Migration = { version: 2, up: (database) => database.exec(schema) }
