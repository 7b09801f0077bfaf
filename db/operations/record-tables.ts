import type { RecordKind, RecordOf } from '../../shared/domain/change.js'
import type { RecordTable } from '../stored-record.js'
import { claims } from '../tables/claims.js'
import { decisions } from '../tables/decisions.js'
import { evidence } from '../tables/evidence.js'
import { notes } from '../tables/notes.js'
import { relations } from '../tables/relations.js'
import { sources } from '../tables/sources.js'

/** Where the records of each kind are kept. */
export const recordTables: { readonly [K in RecordKind]: RecordTable<RecordOf<K>> } = {
  source: sources,
  claim: claims,
  note: notes,
  evidence,
  relation: relations,
  decision: decisions,
}
