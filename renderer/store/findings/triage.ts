import {
  categories,
  severities,
  type Category,
  type Finding,
  type Severity,
} from '../../../shared/domain/finding.js'
import type { Records } from '../case/records.js'
import { findingsInOrder, sourcesInOrder } from '../selections.js'

/** Which findings are gone through; null lets all through. */
export interface TriageFilter {
  category: Category | null
  severity: Severity | null
  /** The id of a source that a passage is in. */
  source: string | null
}

export const everything: TriageFilter = { category: null, severity: null, source: null }

/** The findings that pass a filter, in the order in which they are gone through. */
export interface TriageQueue {
  findings: Finding[]
  /** Those that nobody has answered, those put off last. */
  open: Finding[]
  /** How many of `findings` are answered, and of `open` put off. */
  decided: number
  later: number
}

/**
 * @param later fingerprints that were put off, in that order; they come behind all others
 */
export function triageQueue(records: Records, filter: TriageFilter, later: readonly string[]): TriageQueue {
  const findings = findingsInOrder(records).filter((finding) => passes(finding, filter))
  const undecided = findings.filter(({ fingerprint }) => !records.decision.has(fingerprint))
  const place = new Map(later.map((fingerprint, index) => [fingerprint, index]))
  const now = undecided.filter(({ fingerprint }) => !place.has(fingerprint))
  const putOff = undecided
    .filter(({ fingerprint }) => place.has(fingerprint))
    .sort((a, b) => place.get(a.fingerprint)! - place.get(b.fingerprint)!)
  const open = [...now, ...putOff]
  return { findings, open, decided: findings.length - open.length, later: putOff.length }
}

/** Whether a finding is among those that are gone through. */
export function passes({ category, severity, spans }: Finding, filter: TriageFilter): boolean {
  return (
    (filter.category === null || category === filter.category) &&
    (filter.severity === null || severity === filter.severity) &&
    (filter.source === null || spans.some(({ source }) => source === filter.source))
  )
}

/**
 * The finding to show: the one that was asked for while it is open; once it is answered, the next open one after it in
 * the text, else the first. What was put off is shown only when it is asked for, and then one after the other; null when
 * nothing else is left.
 */
export function shownFinding(
  { open, findings, later: putOff }: TriageQueue,
  asked: string | null,
  later: readonly string[],
): Finding | null {
  const same = open.find(({ fingerprint }) => fingerprint === asked)
  if (same) return same
  const now = open.slice(0, open.length - putOff)
  if (now.length === 0) return (asked !== null && later.includes(asked) && open[0]) || null
  const place = new Map(findings.map(({ fingerprint }, index) => [fingerprint, index]))
  const from = place.get(asked ?? '') ?? -1
  return now.find(({ fingerprint }) => place.get(fingerprint)! > from) ?? now[0]!
}

/** The open finding `by` places from another, going round at the ends; null when there is none but itself. */
export function neighbourOf(
  { open }: Pick<TriageQueue, 'open'>,
  fingerprint: string | null,
  by: 1 | -1,
): Finding | null {
  const at = open.findIndex((finding) => finding.fingerprint === fingerprint)
  if (open.length === 0 || (open.length === 1 && at === 0)) return null
  if (at < 0) return (by === 1 ? open[0] : open.at(-1)) ?? null
  return open[(at + by + open.length) % open.length]!
}

/** A value to choose, with how many findings there are of it and how many of them are still open. */
export interface TriageChoice<T extends string> {
  id: T
  label: string
  total: number
  open: number
}

export interface TriageChoices {
  category: TriageChoice<Category>[]
  severity: TriageChoice<Severity>[]
  /** A finding with passages in two sources counts in both. */
  source: TriageChoice<string>[]
}

/** What can be chosen for each filter, counted over the findings that the other filters let through; no empty ones. */
export function triageChoices(records: Records, filter: TriageFilter): TriageChoices {
  const all = findingsInOrder(records)
  const without = (field: keyof TriageFilter): Finding[] =>
    all.filter((finding) => passes(finding, { ...filter, [field]: null }))
  const sources = sourcesInOrder(records.source).map(({ id, title }) => ({ id: id as string, label: title }))
  return {
    category: counted(categories, without('category'), ({ category }) => [category], records),
    severity: counted(severities, without('severity'), ({ severity }) => [severity], records),
    source: counted(sources, without('source'), ({ spans }) => spans.map(({ source }) => source), records),
  }
}

function counted<T extends string>(
  scale: readonly { id: T; label: string }[],
  findings: readonly Finding[],
  valuesOf: (finding: Finding) => readonly T[],
  { decision }: Records,
): TriageChoice<T>[] {
  const counts = new Map<T, { total: number; open: number }>()
  for (const finding of findings) {
    for (const value of new Set(valuesOf(finding))) {
      const count = counts.get(value) ?? { total: 0, open: 0 }
      count.total += 1
      if (!decision.has(finding.fingerprint)) count.open += 1
      counts.set(value, count)
    }
  }
  return scale.flatMap(({ id, label }) => {
    const count = counts.get(id)
    return count ? [{ id, label, ...count }] : []
  })
}
