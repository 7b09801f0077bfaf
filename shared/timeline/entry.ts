import type { DayInterval } from '../checks/extract/calendar.js'
import type { TextRange } from '../document/paragraphs.js'
import type { Severity } from '../domain/finding.js'
import type { ShownVerdict } from '../domain/case-scale.js'

export const entryKinds = [
  { id: 'claim', label: 'Claims' },
  { id: 'finding', label: 'Findings' },
  { id: 'date', label: 'Dates in the text' },
] as const

export type EntryKind = (typeof entryKinds)[number]['id']

/** `stated`: the text says it. `inferred`: taken from elsewhere. `uncertain`: the date itself says that it is not sure. */
export type Certainty = 'stated' | 'inferred' | 'uncertain'

/** Something with a place in time and a place in a source. */
export interface TimelineEntry {
  /** Unique in a timeline and the same from one to the next, as long as what it stands for is there. */
  id: string
  kind: EntryKind
  /** The claim's id or the finding's fingerprint; null for a date that was only read in a text. */
  record: string | null
  /** Which of the finding's passages it is; 0 for all else. */
  spanIndex: number
  source: string
  /** The words of the passage, on one line; of a date, where they are known, with those around it. */
  label: string
  /** Days since 1970 in UTC, both ends included; an open end is an infinity. */
  span: DayInterval
  certainty: Certainty
  /** Whether the ends of the span are less sure than its middle. */
  soft: boolean
  /** In UTF-16 code units of the source's text. */
  passage: TextRange
  /** Where the source tells of it: the passage's start; null when the passage is not in the current text. */
  told: number | null
  verdict: ShownVerdict | null
  severity: Severity | null
  /** What the finding says; empty for all else. */
  about: string
}

/** The order of time: by first day, then by last, then by where it is told. */
export function inOrderOfTime(a: TimelineEntry, b: TimelineEntry): number {
  return (
    ascending(a.span.lo, b.span.lo) ||
    ascending(a.span.hi, b.span.hi) ||
    ascending(a.passage.start, b.passage.start) ||
    ascending(a.id, b.id)
  )
}

/** A difference would be no number between two infinities. */
export function ascending<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether two spans have no day in common: only then do two dates exclude one another. */
export function isApart(a: DayInterval, b: DayInterval): boolean {
  return a.hi < b.lo || b.hi < a.lo
}

/** Text on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
