import { canonicalJson } from '../../../shared/domain/canonical-json.js'
import { staleSignOffs } from '../../../db/operations/signing/signed-content.js'
import type { CaseRecords } from '../../../shared/domain/case.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Source } from '../../../shared/domain/source.js'
import { foundNames } from '../../db/found-places.js'

/** Lists of a case by the kind of record that changes name. */
const listOf = {
  source: 'sources',
  claim: 'claims',
  note: 'notes',
  evidence: 'evidence',
  relation: 'relations',
  decision: 'decisions',
  person: 'people',
  round: 'rounds',
  assessment: 'assessments',
  'sign-off': 'signOffs',
  preference: 'preferences',
} as const

/** All records of a case after so many writes, those of removed sources among them, by kind and key. */
export type State = ReadonlyMap<string, unknown>

export function stateOf(records: CaseRecords): State {
  const keyOf = (record: object) =>
    'id' in record
      ? record.id
      : 'fingerprint' in record
        ? record.fingerprint
        : (record as { key: string }).key
  return new Map(
    Object.entries(listOf).flatMap(([kind, list]) =>
      records[list].map((record) => [`${kind} ${String(keyOf(record))}`, record] as const),
    ),
  )
}

/** The state after a write that made these changes. */
export function stateAfter(state: State, changes: readonly Change[]): State {
  const next = new Map(state)
  for (const { kind, key, after } of changes) {
    if (after === null) next.delete(`${kind} ${key}`)
    else next.set(`${kind} ${key}`, after)
  }
  return next
}

/** What a reader asks. */
export type Read =
  | { ask: 'records' | 'snapshot' | 'claimCounts' }
  | { ask: 'search'; query: string }
  | { ask: 'claims'; limit: number; offset: number }

/** What the records are in a state, with `findings` those that were stored before the first write. */
export function recordsIn(state: State, findings: CaseRecords['findings']): CaseRecords {
  const all = <K extends keyof typeof listOf>(kind: K) =>
    [...state].flatMap(([name, record]) =>
      name.startsWith(`${kind} `) ? [record as CaseRecords[(typeof listOf)[K]][number]] : [],
    )
  const sources = all('source').filter(({ removedAt }) => removedAt === null)
  const live = new Set<string>(sources.map(({ id }) => id))
  const claims = all('claim').filter(({ sourceId }) => live.has(sourceId))
  for (const { id } of claims) live.add(id)
  const onClaim = ({ claimId }: { claimId: string | null }) => claimId === null || live.has(claimId)
  const records = {
    sources,
    claims,
    notes: all('note').filter(onClaim),
    evidence: all('evidence').filter(onClaim),
    relations: all('relation').filter(
      ({ fromClaimId, toClaimId }) => live.has(fromClaimId) && live.has(toClaimId),
    ),
    findings: findings.filter(({ spans }) => spans.every(({ source }) => live.has(source))),
    decisions: all('decision'),
    people: all('person'),
    rounds: all('round'),
    assessments: all('assessment').filter(onClaim),
    signOffs: all('sign-off').filter(onClaim),
    preferences: all('preference'),
    damaged: [],
  }
  return { ...records, staleSignOffs: staleSignOffs(records.signOffs, records) }
}

/** The answer that these records give to a question, with lists that have no order of their own sorted. */
export function answerFrom(records: CaseRecords, read: Read): unknown {
  if (read.ask === 'search') return foundNames(records, read.query).sort()
  if (read.ask === 'claims') {
    const claims = inTextOrder(records).slice(read.offset, read.offset + read.limit)
    return { claims, damaged: [], total: records.claims.length }
  }
  if (read.ask === 'claimCounts') return countsOf(records.claims)
  return sorted(records)
}

/** The lists of a case, each sorted, so that they can be compared. */
export function sorted(records: CaseRecords): unknown {
  return Object.fromEntries(
    Object.entries(records).map(([name, list]) => [name, (list as unknown[]).map(canonicalJson).sort()]),
  )
}

function inTextOrder({ sources, claims }: CaseRecords): Claim[] {
  const position = new Map<string, number>(sources.map((source: Source) => [source.id, source.position]))
  const rank = ({ sourceId, selector, createdAt, id }: Claim) => [
    position.get(sourceId)!,
    selector.start,
    selector.end,
    createdAt,
    id,
  ]
  return claims.toSorted((one, other) => {
    const [ranks, others] = [rank(one), rank(other)]
    const place = ranks.findIndex((value, index) => value !== others[index])
    return place < 0 ? 0 : ranks[place]! < others[place]! ? -1 : 1
  })
}

function countsOf(claims: readonly Claim[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { sourceId, status, verdict } of claims) {
    const name = `${sourceId} ${status} ${verdict}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
