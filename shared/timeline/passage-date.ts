import type { DayInterval } from '../checks/extract/calendar.js'
import type { Finding, FindingSpan } from '../domain/finding.js'
import { spanFromWords } from '../checks/extract/span-words.js'

/** The days that a passage of a finding was resolved to; `inferred` when a part of the date was taken from elsewhere. */
export interface PassageDate {
  span: DayInterval
  inferred: boolean
}

/**
 * The date of the finding's passage `index`; null when its explanation gives none, or when which it gives is not certain. It names
 * quotes, mostly in the order of the passages; where equal quotes have several values and the orders may differ, as in a
 * finding about order, nothing is guessed.
 */
export function passageDate(finding: Finding, index: number): PassageDate | null {
  const { category, spans, explanation } = finding
  const passage = spans[index]
  if (!passage) return null
  const alike = explanation.resolved.filter(({ quote }) => quote === passage.quote)
  const values = new Set(alike.map(({ value }) => value))
  const inStep = category !== 'order-conflict' && spans.length === explanation.resolved.length
  const found = values.size === 1 ? alike[0] : inStep ? explanation.resolved[index] : undefined
  const span = found?.quote === passage.quote ? spanFromWords(found.value) : null
  return span && { span, inferred: isAssumed(finding, passage) }
}

/** Whether a part of the date was taken from elsewhere: the explanation then says so of the quote. */
function isAssumed({ explanation }: Finding, { quote }: FindingSpan): boolean {
  return explanation.assumptions.some((assumption) => assumption.includes(`“${quote}”`))
}
