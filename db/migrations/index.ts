import type Database from 'better-sqlite3'
import { firstSchema } from './0001-first-schema.js'
import { searchAndReview } from './0002-search-and-review.js'
import { textDrafts } from './0003-text-drafts.js'
import { assessments } from './0004-assessments.js'
import { verdictScales } from './0005-verdict-scales.js'

/**
 * One step from the schema of the version before to `version`. It runs inside a transaction, with foreign keys checked
 * at its end, and must give the same schema, letter for letter, wherever it runs.
 */
export interface Migration {
  readonly version: number
  up(database: Database.Database): void
}

/** Every step from an empty file to the newest schema, in order, without gaps. */
export const migrations: readonly Migration[] = [
  firstSchema,
  searchAndReview,
  textDrafts,
  assessments,
  verdictScales,
]
