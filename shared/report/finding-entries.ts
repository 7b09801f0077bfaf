import {
  categories,
  severities,
  type Category,
  type Decision,
  type Explanation,
  type Finding,
  type Severity,
} from '../domain/finding.js'
import { labelOf } from '../domain/verdicts.js'
import { compare } from './claim-numbers.js'
import type { Place, Places } from './places.js'
import type { Wording } from './wording.js'

export interface FindingPassage {
  quote: string
  place: Place
  sourceId: string
  start: number
  end: number
}

export type FindingState = 'open' | 'accepted' | 'dismissed'

/** A finding as a report shows it. `number` counts all findings of a case in reading order, from 1. */
export interface FindingEntry {
  number: number
  fingerprint: string
  severity: Severity
  severityLabel: string
  category: Category
  categoryLabel: string
  message: string
  explanation: Explanation
  passages: FindingPassage[]
  state: FindingState
  stateLabel: string
  decision: Pick<Decision, 'reason' | 'decidedAt' | 'decidedBy'> | null
}

/** All findings in the order in which a reader meets their first passages. */
export function findingEntries(
  { findings, decisions }: { findings: readonly Finding[]; decisions: readonly Decision[] },
  places: Places,
  words: Wording,
) {
  const decided = new Map(decisions.map((decision) => [decision.fingerprint, decision]))
  const entries = findings.map((finding) =>
    entryOf(finding, decided.get(finding.fingerprint) ?? null, places, words),
  )
  entries.sort(readingOrder)
  return entries.map((entry, index): FindingEntry => ({ ...entry, number: index + 1 }))
}

/** The findings with a passage that overlaps [`start`, `end`) of a source. */
export function findingsAt(entries: readonly FindingEntry[], sourceId: string, start: number, end: number) {
  const overlaps = (passage: FindingPassage): boolean =>
    passage.sourceId === sourceId && passage.start < end && passage.end > start
  return entries.filter((entry) => entry.passages.some(overlaps))
}

function entryOf(finding: Finding, decision: Decision | null, places: Places, words: Wording): FindingEntry {
  return {
    number: 0,
    fingerprint: finding.fingerprint,
    severity: finding.severity,
    severityLabel: words.label(labelOf(severities, finding.severity)),
    category: finding.category,
    categoryLabel: words.label(labelOf(categories, finding.category)),
    message: finding.message,
    explanation: finding.explanation,
    passages: finding.spans.map(({ source, start, end, quote }) => {
      return { quote, place: places.placeOf(source, start, end), sourceId: source, start, end }
    }),
    state: decision?.state ?? 'open',
    stateLabel: words.say(decision?.state ?? 'open'),
    decision: decision && {
      reason: decision.reason,
      decidedAt: decision.decidedAt,
      decidedBy: decision.decidedBy,
    },
  }
}

function readingOrder(a: FindingEntry, b: FindingEntry): number {
  const [first, second] = [a.passages[0], b.passages[0]]
  const rank = (passage: FindingPassage | undefined): number => passage?.place.source?.number ?? Infinity
  return (
    compareNumbers(rank(first), rank(second)) ||
    compareNumbers(first?.start ?? 0, second?.start ?? 0) ||
    compareNumbers(first?.end ?? 0, second?.end ?? 0) ||
    compare(a.fingerprint, b.fingerprint)
  )
}

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)
