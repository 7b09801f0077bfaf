import type { DayInterval } from '../checks/extract/calendar.js'
import type { Finding, FindingSpan } from '../domain/finding.js'
import { onOneLine, type TimelineEntry } from './entry.js'
import { spanFromWords } from './span-words.js'

const made = new WeakMap<Finding, TimelineEntry[]>()

/** An entry for each passage of a finding whose date its explanation gives; made once, as findings do not change. */
export function findingEntries(finding: Finding): TimelineEntry[] {
  const entries = made.get(finding) ?? makeEntries(finding)
  made.set(finding, entries)
  return entries
}

function makeEntries(finding: Finding): TimelineEntry[] {
  return finding.spans.flatMap((passage, spanIndex) => {
    const span = resolvedSpan(finding, passage, spanIndex)
    if (!span) return []
    return {
      id: `finding/${finding.fingerprint}/${spanIndex}`,
      kind: 'finding',
      record: finding.fingerprint,
      spanIndex,
      source: passage.source,
      label: onOneLine(passage.quote),
      span,
      certainty: isAssumed(finding, passage) ? 'inferred' : 'stated',
      soft: false,
      passage: { start: passage.start, end: passage.end },
      told: passage.start,
      verdict: null,
      severity: finding.severity,
      about: finding.message,
    }
  })
}

/**
 * What a passage was resolved to. The explanation names quotes, mostly in the order of the passages; where equal quotes
 * have several values and the orders may differ, as in a finding about order, nothing is guessed.
 */
function resolvedSpan(
  { category, spans, explanation }: Finding,
  { quote }: FindingSpan,
  index: number,
): DayInterval | null {
  const { resolved } = explanation
  const alike = resolved.filter((one) => one.quote === quote)
  const values = new Set(alike.map(({ value }) => value))
  const inStep = category !== 'order-conflict' && spans.length === resolved.length
  const found = values.size === 1 ? alike[0] : inStep ? resolved[index] : undefined
  return found?.quote === quote ? spanFromWords(found.value) : null
}

/** Whether a part of the date was taken from elsewhere: the explanation then says so of the quote. */
function isAssumed({ explanation }: Finding, { quote }: FindingSpan): boolean {
  return explanation.assumptions.some((assumption) => assumption.includes(`“${quote}”`))
}
