import type { CaseRecords, DamagedRecord } from '../../../shared/domain/case.js'
import type { Change, RecordKind, RecordOf } from '../../../shared/domain/change.js'
import type { Finding } from '../../../shared/domain/finding.js'

type Table<T> = ReadonlyMap<string, T>

/** The records of the open case by key. Untouched tables and records keep their identity, so that views can skip. */
export interface Records {
  source: Table<RecordOf<'source'>>
  claim: Table<RecordOf<'claim'>>
  note: Table<RecordOf<'note'>>
  evidence: Table<RecordOf<'evidence'>>
  relation: Table<RecordOf<'relation'>>
  decision: Table<RecordOf<'decision'>>
  person: Table<RecordOf<'person'>>
  round: Table<RecordOf<'round'>>
  assessment: Table<RecordOf<'assessment'>>
  'sign-off': Table<RecordOf<'sign-off'>>
  preference: Table<RecordOf<'preference'>>
  /** Findings by fingerprint, in the engine's order. */
  finding: Table<Finding>
  /** Records of the file that cannot be trusted and are left out. */
  damaged: readonly DamagedRecord[]
}

export const noRecords: Records = {
  source: new Map(),
  claim: new Map(),
  note: new Map(),
  evidence: new Map(),
  relation: new Map(),
  decision: new Map(),
  person: new Map(),
  round: new Map(),
  assessment: new Map(),
  'sign-off': new Map(),
  preference: new Map(),
  finding: new Map(),
  damaged: [],
}

/** The records of a case as it was opened. */
export function recordsOf(records: CaseRecords): Records {
  const byId = <T extends { id: string }>(list: readonly T[]): Table<T> =>
    new Map(list.map((item) => [item.id, item]))
  return {
    source: byId(records.sources),
    claim: byId(records.claims),
    note: byId(records.notes),
    evidence: byId(records.evidence),
    relation: byId(records.relations),
    decision: new Map(records.decisions.map((decision) => [decision.fingerprint, decision])),
    person: byId(records.people),
    round: byId(records.rounds),
    assessment: byId(records.assessments),
    'sign-off': byId(records.signOffs),
    preference: new Map(records.preferences.map((preference) => [preference.key, preference])),
    finding: new Map(records.findings.map((finding) => [finding.fingerprint, finding])),
    damaged: records.damaged,
  }
}

/** The records after the changes of an act. A source that was removed is kept in the file, not here. */
export function withChanges(records: Records, changes: readonly Change[]): Records {
  const touched = new Map<RecordKind, Map<string, unknown>>()
  for (const change of changes) {
    const table = touched.get(change.kind) ?? new Map<string, unknown>(records[change.kind])
    touched.set(change.kind, table)
    const gone = !change.after || (change.kind === 'source' && change.after.removedAt !== null)
    if (gone) table.delete(change.key)
    else table.set(change.key, change.after)
  }
  return { ...records, ...Object.fromEntries(touched) } as Records
}

/** The records after a check that added and removed findings. */
export function withFindings(
  records: Records,
  added: readonly Finding[],
  removed: readonly string[],
): Records {
  const finding = new Map(records.finding)
  for (const fingerprint of removed) finding.delete(fingerprint)
  for (const one of added) finding.set(one.fingerprint, one)
  return { ...records, finding }
}
