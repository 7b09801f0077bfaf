import type { RecordKind, RecordOf } from '../../../shared/domain/change.js'
import type { RecordTable } from '../../stored-record.js'
import { assessments } from '../../tables/assessments.js'
import { claims } from '../../tables/claims.js'
import { decisions } from '../../tables/decisions.js'
import { evidence } from '../../tables/evidence.js'
import { notes } from '../../tables/notes.js'
import { people } from '../../tables/people.js'
import { preferences } from '../../tables/preferences.js'
import { relations } from '../../tables/relations.js'
import { rounds } from '../../tables/rounds.js'
import { signOffs } from '../../tables/sign-offs.js'
import { sources } from '../../tables/sources.js'

/** Where the records of each kind are kept. */
export const recordTables: { readonly [K in RecordKind]: RecordTable<RecordOf<K>> } = {
  source: sources,
  claim: claims,
  note: notes,
  evidence,
  relation: relations,
  decision: decisions,
  person: people,
  round: rounds,
  assessment: assessments,
  'sign-off': signOffs,
  preference: preferences,
}
