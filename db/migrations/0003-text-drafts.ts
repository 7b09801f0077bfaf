import type { Migration } from './migration.js'

const schema = `
CREATE TABLE text_drafts (
  source_id TEXT NOT NULL REFERENCES sources (id),
  number INTEGER NOT NULL CHECK (number >= 0),
  text_version_id TEXT NOT NULL,
  steps TEXT NOT NULL CHECK (json_valid(steps)),
  content_hash TEXT NOT NULL,
  PRIMARY KEY (source_id, number),
  FOREIGN KEY (text_version_id, source_id) REFERENCES text_versions (id, source_id)
) STRICT, WITHOUT ROWID;
`

/** The steps of a correction that is under way, in the order in which they were saved. */
export const textDrafts: Migration = { version: 3, up: (database) => database.exec(schema) }
