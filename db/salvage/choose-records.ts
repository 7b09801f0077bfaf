import type { LogEntry } from '../../shared/domain/case.js'
import type { RecordKind, RecordOf } from '../../shared/domain/change.js'
import { emptyHash, entryHash } from '../tables/log.js'
import type { Findings, FoundRecord } from './find-records.js'

type AnyRecord = RecordOf<RecordKind>

/** What the log last says of a record, and when; null for one that was removed. */
export interface Told {
  kind: RecordKind
  key: string
  record: AnyRecord | null
  at: string
}

/** The entries from the first on that form a whole chain: these can go into another file as they are. */
export function soundLog({ log }: Findings): LogEntry[] {
  const chain: LogEntry[] = []
  for (let sequence = 1, hash = emptyHash; ; sequence++) {
    const next = log.get(sequence)?.find((entry) => entryHash(hash, entry) === entry.hash)
    if (!next) return chain
    chain.push(next)
    hash = next.hash
  }
}

/** The entries that the one before vouches for, also beyond a gap; in their order. */
export function vouchedEntries({ log }: Findings): LogEntry[] {
  const entries: LogEntry[] = []
  for (const sequence of [...log.keys()].sort((one, other) => one - other)) {
    const before = sequence === 1 ? [emptyHash] : (log.get(sequence - 1) ?? []).map(({ hash }) => hash)
    const vouched = log
      .get(sequence)
      ?.find((entry) => before.some((hash) => entryHash(hash, entry) === entry.hash))
    if (vouched) entries.push(vouched)
  }
  return entries
}

/** What these entries last say of each record. */
export function toldBy(entries: readonly LogEntry[]): Map<string, Told> {
  const told = new Map<string, Told>()
  for (const { changes, at } of entries) {
    for (const { kind, key, after } of changes) told.set(`${kind} ${key}`, { kind, key, record: after, at })
  }
  return told
}

/**
 * The state of each record that stands: the one to which the case's own trees lead; else what was written last, be it in a
 * row or told by the log. A record that the log last says was removed stays so.
 */
export function chosenRecords({ records }: Findings, told: ReadonlyMap<string, Told>): Map<string, Told> {
  const chosen = new Map([...told].filter(([, { record }]) => record !== null))
  for (const [kind, byKey] of records) {
    for (const [key, found] of byKey) {
      const name = `${kind} ${key}`
      const said = told.get(name)
      const live = found.find(({ isLive }) => isLive)
      const newest = live ?? newestOf(found)
      if (!newest || (!live && said && timeOf(newest.record) <= said.at)) continue
      chosen.set(name, { kind, key, record: newest.record, at: timeOf(newest.record) })
    }
  }
  return chosen
}

function newestOf(found: readonly FoundRecord[]): FoundRecord | undefined {
  return [...found].sort((one, other) => (timeOf(one.record) < timeOf(other.record) ? 1 : -1))[0]
}

/** When a record was last written, as far as it says; the earliest time when it does not. */
function timeOf(record: AnyRecord): string {
  if ('updatedAt' in record) return record.updatedAt
  if ('signedAt' in record) return record.signedAt
  if ('decidedAt' in record) return record.decidedAt
  if ('openedAt' in record) return record.closedAt ?? record.openedAt
  if ('removedAt' in record) return record.removedAt ?? record.createdAt
  return 'createdAt' in record ? record.createdAt : ''
}
