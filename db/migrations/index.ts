import { firstSchema } from './0001-first-schema.js'
import { searchAndReview } from './0002-search-and-review.js'
import { textDrafts } from './0003-text-drafts.js'
import { assessments } from './0004-assessments.js'
import { verdictScales } from './0005-verdict-scales.js'
import type { Migration } from './migration.js'

/** Every step from an empty file to the newest schema, in order, without gaps. */
export const migrations: readonly Migration[] = [
  firstSchema,
  searchAndReview,
  textDrafts,
  assessments,
  verdictScales,
]
