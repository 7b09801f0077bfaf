import type { Finding } from '../../domain/finding.js'
import { wrongAges } from '../arithmetic/ages.js'
import { wrongAnniversaries } from '../arithmetic/anniversaries.js'
import { wrongClockSpans } from '../arithmetic/clock-spans.js'
import { wrongOffsets } from '../arithmetic/offsets.js'
import type { SpanClaim } from '../arithmetic/span-claim.js'
import { wrongTerms } from '../arithmetic/terms.js'
import type { SectionRule, SectionView } from '../check-context.js'
import { assumptionsOf, findingOf, intervalInWords, placeOf, quoteOf, resolvedMention } from '../explain.js'

/** A length of time that its two ends do not have: "four days after ..., on ...", ages, terms, clock times. */
export const durationArithmetic: SectionRule = {
  id: 'duration-arithmetic',
  category: 'duration-arithmetic',
  scope: 'section',
  run: (section) =>
    [wrongOffsets, wrongTerms, wrongClockSpans, wrongAges, wrongAnniversaries]
      .flatMap((find) => find(section))
      .map((claim) => wrongLength(section, claim)),
}

function wrongLength(section: SectionView, { evidence, dates, said, found, severity }: SpanClaim): Finding {
  const ends = dates.map((date) => (date.interval ? intervalInWords(date.interval) : quoteOf(section, date)))
  const from = ends.length === 2 ? `From ${ends.join(' to ')}` : 'Between the two times'
  return findingOf(durationArithmetic, {
    severity,
    message: `“${said}” does not fit: the dates give ${found}`,
    spans: evidence.map((place) => placeOf(section, place)),
    explanation: {
      reason: `The text says “${said}”, but its own dates give ${found}.`,
      resolved: dates.map((date) => resolvedMention(section, date)),
      arithmetic: [`${from}: ${found}.`],
      assumptions: dates.flatMap((date) => assumptionsOf(section, date)),
      settle: 'A dated record of either end; then it shows which of the three is wrong.',
    },
  })
}
