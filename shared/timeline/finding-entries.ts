import type { Finding } from '../domain/finding.js'
import { onOneLine, type TimelineEntry } from './entry.js'
import { passageDate } from './passage-date.js'

const made = new WeakMap<Finding, TimelineEntry[]>()

/** An entry for each passage of a finding whose date its explanation gives; made once, as findings do not change. */
export function findingEntries(finding: Finding): TimelineEntry[] {
  const entries = made.get(finding) ?? makeEntries(finding)
  made.set(finding, entries)
  return entries
}

function makeEntries(finding: Finding): TimelineEntry[] {
  return finding.spans.flatMap((passage, spanIndex) => {
    const date = passageDate(finding, spanIndex)
    if (!date) return []
    return {
      id: `finding/${finding.fingerprint}/${spanIndex}`,
      kind: 'finding',
      record: finding.fingerprint,
      spanIndex,
      source: passage.source,
      label: onOneLine(passage.quote),
      span: date.span,
      certainty: date.inferred ? 'inferred' : 'stated',
      soft: false,
      passage: { start: passage.start, end: passage.end },
      told: passage.start,
      verdict: null,
      severity: finding.severity,
      about: finding.message,
    }
  })
}
