import type { CaseDifference } from '../../../shared/domain/backup.js'
import type { CaseRecords } from '../../../shared/domain/case.js'
import { keyOfRecord, type RecordKind, type RecordOf } from '../../../shared/domain/change.js'
import { caseScaleOf, verdictLabel, type CaseScale } from '../../../shared/domain/case-scale.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'

type AnyRecord = RecordOf<RecordKind>

const lists: Record<RecordKind, (records: CaseRecords) => readonly AnyRecord[]> = {
  source: ({ sources }) => sources,
  claim: ({ claims }) => claims,
  note: ({ notes }) => notes,
  evidence: ({ evidence }) => evidence,
  relation: ({ relations }) => relations,
  decision: ({ decisions }) => decisions,
  person: ({ people }) => people,
  round: ({ rounds }) => rounds,
  assessment: ({ assessments }) => assessments,
  'sign-off': ({ signOffs }) => signOffs,
  preference: ({ preferences }) => preferences,
}

const mostRecords = 500

/** What would come, go and change if a case with the records `now` had the records `then`. */
export function compareCases(now: CaseRecords, then: CaseRecords): CaseDifference {
  const difference: CaseDifference = { counts: {}, records: [] }
  const scale = caseScaleOf(now.preferences)
  for (const kind of Object.keys(lists) as RecordKind[]) {
    const before = byKey(lists[kind](now))
    const after = byKey(lists[kind](then))
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [was, becomes] = [before.get(key), after.get(key)]
      if (was && becomes && sameJson(was, becomes)) continue
      const change = !was ? 'added' : !becomes ? 'removed' : 'changed'
      const counts = (difference.counts[kind] ??= { added: 0, removed: 0, changed: 0 })
      counts[change]++
      if (difference.records.length < mostRecords) {
        difference.records.push({ kind, key, change, label: labelOfRecord((becomes ?? was)!, scale) })
      }
    }
  }
  return difference
}

function byKey(records: readonly AnyRecord[]): Map<string, AnyRecord> {
  return new Map(records.map((record) => [keyOfRecord(record), record]))
}

const longestLabel = 120

function labelOfRecord(record: AnyRecord, scale: CaseScale): string {
  if ('title' in record) return record.title
  if ('selector' in record && record.selector) return short(record.selector.exact)
  if ('text' in record) return short(record.text)
  if ('name' in record) return record.name
  if ('type' in record) return record.type
  if ('verdict' in record) return short(`${verdictLabel(scale, record.verdict)} ${record.comment ?? ''}`)
  return 'state' in record ? `${record.state}: ${record.reason ?? ''}` : keyOfRecord(record)
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestLabel ? `${line.slice(0, longestLabel).replace(/\p{Surrogate}$/u, '')}…` : line
}
