import type { TimelineModel } from '../timeline/timeline-model.js'
import type { FindingEntry } from './finding-entries.js'
import type { Places } from './places.js'
import { axisWordsOf } from './timeline-picture.js'
import type { Wording } from './wording.js'

/** A passage that has a place in time: a line of a timeline that is told in words. */
export interface DatedPassage {
  /** In the language of the report, with how sure it is. */
  date: string
  quote: string
  /** The number of its claim, or of the finding that dates it; the other is null. */
  claim: number | null
  finding: number | null
  source: number
  /** Whether another passage on the same event excludes this date. */
  isExcluded: boolean
}

/** The passages of a timeline in the order of time. */
export function datedPassages(
  { entries, conflicting }: TimelineModel,
  places: Places,
  findings: readonly FindingEntry[],
  words: Wording,
): DatedPassage[] {
  const { date } = axisWordsOf(words)
  const sources = new Map<string, number>(places.texts.map(({ source, number }) => [source.id, number]))
  const claims = new Map<string, number>(places.claims.map(({ claim, number }) => [claim.id, number]))
  const found = new Map(findings.map(({ fingerprint, number }) => [fingerprint, number]))
  return entries.map((entry) => ({
    date: date(entry),
    quote: entry.label,
    claim: claims.get(entry.record ?? '') ?? null,
    finding: found.get(entry.record ?? '') ?? null,
    source: sources.get(entry.source) ?? 0,
    isExcluded: conflicting.has(entry.id),
  }))
}
