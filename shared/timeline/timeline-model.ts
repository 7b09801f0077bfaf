import type { Claim } from '../domain/claim.js'
import { defaultCaseScale, type CaseScale } from '../domain/case-scale.js'
import type { Decision, Finding } from '../domain/finding.js'
import type { Relation } from '../domain/relation.js'
import type { Source } from '../domain/source.js'
import { claimEntry } from './claim-entries.js'
import { inOrderOfTime, type TimelineEntry } from './entry.js'
import { eventRows, type EventRow } from './event-rows.js'
import { findingEntries } from './finding-entries.js'
import { dateEntries, type PackedDates } from './text-dates.js'

/** What a timeline is made of: the records of a case, and the dates that were read in its texts, as far as they are. */
export interface TimelineRecords {
  /** In the order of the case. */
  sources: readonly Source[]
  claims: Iterable<Claim>
  relations: Iterable<Relation>
  findings: Iterable<Finding>
  decisions: ReadonlyMap<string, Decision>
  dates: readonly PackedDates[]
  /** What the claims are judged by; the default scale when it is left out. */
  scale?: CaseScale
}

export interface TimelineSource {
  id: string
  title: string
}

export interface TimelineModel {
  sources: readonly TimelineSource[]
  /** In the order of time. */
  entries: readonly TimelineEntry[]
  /** In the order of time. */
  rows: readonly EventRow[]
  /** The ids of the entries whose date another source, or the same one, says differently. */
  conflicting: ReadonlySet<string>
  /** Claims without an event date. */
  undated: number
  /** Claims whose event date has no place on an axis. */
  unplaced: number
}

/** The timeline of a case. Findings that somebody dismissed are left out; so is what belongs to no source of the case. */
export function timelineModel(records: TimelineRecords): TimelineModel {
  const sources = new Map(records.sources.map((source) => [source.id as string, source]))
  const claims = [...records.claims].filter(({ sourceId }) => sources.has(sourceId))
  const dated = claims.filter(({ eventDate }) => eventDate !== null)
  const { scale = defaultCaseScale } = records
  const ofClaims = dated.flatMap(
    (claim) => claimEntry(claim, sources.get(claim.sourceId) as Source, scale) ?? [],
  )
  const findings = [...records.findings].filter(
    ({ fingerprint }) => records.decisions.get(fingerprint)?.state !== 'dismissed',
  )
  const dates = records.dates.flatMap(dateEntries)
  const others = [...withWords(findings.flatMap(findingEntries), dates), ...dates]
  const entries = [...ofClaims, ...others.filter(({ source }) => sources.has(source))].sort(inOrderOfTime)
  const rows = eventRows(entries, records.relations, findings)
  return {
    sources: records.sources.map(({ id, title }) => ({ id, title })),
    entries,
    rows,
    conflicting: new Set(rows.flatMap(({ disagreeing }) => [...disagreeing])),
    undated: claims.length - dated.length,
    unplaced: dated.length - ofClaims.length,
  }
}

/** Findings quote a bare date; where the same date was read in the text, the words around it are known. */
function withWords(findings: readonly TimelineEntry[], dates: readonly TimelineEntry[]): TimelineEntry[] {
  const labels = new Map(dates.map((date) => [placeOf(date), date.label]))
  return findings.map((entry) => {
    const label = labels.get(placeOf(entry))
    return label === undefined ? entry : { ...entry, label }
  })
}

const placeOf = ({ source, passage }: TimelineEntry): string => `${source}/${passage.start}/${passage.end}`
