import type { Migration } from './migration.js'

const schema = `
ALTER TABLE claims ADD COLUMN assignee_id TEXT REFERENCES people (id);
CREATE INDEX claims_by_assignee ON claims (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE TABLE assessments (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('supported', 'supported-with-caveat', 'inconsistent', 'contradicted',
    'garbled', 'unsupported', 'unverifiable', 'not-factual')),
  comment TEXT,
  kept_verdict TEXT CHECK (kept_verdict IN ('supported', 'supported-with-caveat', 'inconsistent', 'contradicted',
    'garbled', 'unsupported', 'unverifiable', 'not-factual')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  UNIQUE (claim_id, person_id)
) STRICT;
CREATE INDEX assessments_by_person ON assessments (person_id);
`

/**
 * Who is to check a claim, and what others than its checker say of it. A claim without an assignee is spelled as before, so
 * that the digests of its rows and of the log stay what they are.
 */
export const assessments: Migration = { version: 4, up: (database) => database.exec(schema) }
