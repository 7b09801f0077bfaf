import { packHighlights, type Highlights } from '../editor/highlights.js'
import type { FindingMark } from '../editor/finding-marks.js'
import type { Finding } from '../../shared/domain/finding.js'
import type { Records } from './records.js'
import { claimsIn } from './selections.js'

/** The claims of a source as the text view draws them, the oldest first. */
export function highlightsOf(table: Records['claim'], sourceId: string): Highlights {
  const claims = claimsIn(table, sourceId).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
  return packHighlights(
    claims.map(({ id, selector, verdict }) => ({ id, start: selector.start, end: selector.end, verdict })),
  )
}

/** Findings as the text view of a source draws them: only those with passages in it, and only these passages. */
export function findingMarksOf(findings: readonly Finding[], sourceId: string): FindingMark[] {
  return findings.flatMap(({ fingerprint, severity, message, spans }) => {
    const here = spans.filter(({ source }) => source === sourceId).map(({ start, end }) => ({ start, end }))
    return here.length ? [{ fingerprint, severity, message, spans: here }] : []
  })
}
