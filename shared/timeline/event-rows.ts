import type { DayInterval } from '../checks/extract/calendar.js'
import type { Finding } from '../domain/finding.js'
import type { Relation } from '../domain/relation.js'
import { ascending, isApart, type TimelineEntry } from './entry.js'
import { disjointSets, type DisjointSets, grouped } from './grouping.js'

/**
 * Why entries stand in one row. `event`: claims that somebody linked, or passages that a check takes for one event.
 * `date`: nothing but that their dates are the same.
 */
export type RowBasis = 'event' | 'date'

/** What each source dates one event to, or which sources speak of one date. */
export interface EventRow {
  id: string
  basis: RowBasis
  /** In the order of time. */
  entries: readonly TimelineEntry[]
  /** The ids of the entries whose date excludes that of another in the row. */
  disagreeing: ReadonlySet<string>
}

/** The rows of entries in the order of time. */
export function eventRows(
  entries: readonly TimelineEntry[],
  relations: Iterable<Relation>,
  findings: Iterable<Finding>,
): EventRow[] {
  const sets = linked(entries, relations, findings)
  const groups = [...grouped(entries, ({ id }) => sets.rootOf(id)).values()]
  const events = groups.filter((group) => group.length > 1)
  const others = groups.filter((group) => group.length === 1).flat()
  const dates = [...grouped(others, ({ span }) => `${span.lo}/${span.hi}`).values()]
  return [
    ...events.map((group) => rowOf(group, 'event')),
    ...dates.map((group) => rowOf(group, 'date')),
  ].sort((a, b) => byTime(a, b) || ascending(a.id, b.id))
}

function byTime({ entries: [a] }: EventRow, { entries: [b] }: EventRow): number {
  return ascending(a?.span.lo ?? 0, b?.span.lo ?? 0) || ascending(a?.span.hi ?? 0, b?.span.hi ?? 0)
}

function rowOf(entries: readonly TimelineEntry[], basis: RowBasis): EventRow {
  return { id: `${basis}/${entries[0]?.id ?? ''}`, basis, entries, disagreeing: disagreeingIn(entries) }
}

/** A date excludes another in the row when it ends before the last one begins, or begins after the first one ends. */
function disagreeingIn(entries: readonly TimelineEntry[]): ReadonlySet<string> {
  if (entries.length < 2) return nobody
  const { lo: lastBegin, hi: firstEnd } = sharedDays(entries)
  const excludes = ({ span }: TimelineEntry): boolean => span.hi < lastBegin || span.lo > firstEnd
  return new Set(entries.filter(excludes).map(({ id }) => id))
}

const nobody: ReadonlySet<string> = new Set()

/** The days that all entries have in common; `lo` is past `hi` when there are none. */
function sharedDays(entries: readonly TimelineEntry[]): DayInterval {
  let [lo, hi] = [-Infinity, Infinity]
  for (const { span } of entries) {
    lo = Math.max(lo, span.lo)
    hi = Math.min(hi, span.hi)
  }
  return { lo, hi }
}

/** Entry ids joined by the links between claims, whether dated or not, by findings, and by passages that overlap. */
function linked(
  entries: readonly TimelineEntry[],
  relations: Iterable<Relation>,
  findings: Iterable<Finding>,
): DisjointSets {
  const sets = disjointSets()
  const joined = new Set<string>()
  const join = (a: string, b: string): void => {
    sets.join(a, b)
    joined.add(a).add(b)
  }
  for (const { type, fromClaimId, toClaimId } of relations) {
    if (type === 'same-as' || type === 'contradicts') join(`claim/${fromClaimId}`, `claim/${toClaimId}`)
  }
  for (const { category, fingerprint, spans } of findings) {
    if (category !== 'event-date-conflict') continue
    spans.forEach((_, index) => join(`finding/${fingerprint}/0`, `finding/${fingerprint}/${index}`))
  }
  const mayOverlap = entries.filter(
    ({ id, kind, told }) => told !== null && (kind === 'claim' || joined.has(id)),
  )
  for (const inSource of grouped(mayOverlap, ({ source }) => source).values()) joinOverlaps(inSource, sets)
  return sets
}

/** A claim and a finding on overlapping words that may mean one day tell of one event. */
function joinOverlaps(entries: readonly TimelineEntry[], sets: DisjointSets): void {
  const inText = entries.toSorted((a, b) => a.passage.start - b.passage.start)
  inText.forEach((entry, index) => {
    for (const other of inText.slice(index + 1, index + 1 + mostOverlaps)) {
      if (other.passage.start >= entry.passage.end) break
      if (other.kind !== entry.kind && !isApart(entry.span, other.span)) sets.join(entry.id, other.id)
    }
  })
}

/** How many passages that begin within another are looked at, so that a pile of them costs no more than its length. */
const mostOverlaps = 20

/** The rows on which dates disagree, then all others; each in the order that they were in. */
export function disagreeingFirst(rows: readonly EventRow[]): EventRow[] {
  return [...rows.filter(disagrees), ...rows.filter((row) => !disagrees(row))]
}

export const disagrees = ({ disagreeing }: EventRow): boolean => disagreeing.size > 0

/** What rows show, in a sentence. */
export function rowsInWords(rows: readonly EventRow[]): string {
  const disagreeing = rows.filter(disagrees).length
  const total = rows.length === 1 ? 'One event or date' : `${rows.length} events and dates`
  if (disagreeing === 0) return `${total}; no two passages on one event exclude each other’s date.`
  return `${total}; on ${disagreeing} of them the dates disagree.`
}

/** What brings the passages of a row together. */
export function basisInWords({ basis, entries }: EventRow): string {
  if (entries.length === 1) return 'one passage'
  return basis === 'event' ? `one event, ${entries.length} passages` : `one date, ${entries.length} passages`
}
