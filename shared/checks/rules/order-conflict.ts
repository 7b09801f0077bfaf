import type { Finding } from '../../domain/finding.js'
import { type SectionRule, type SectionView, sentenceAround } from '../check-context.js'
import { assumptionsOf, dateInWords, findingOf, placeOf, quoteOf, resolvedMention } from '../explain.js'
import type { DateMention } from '../extract/mention.js'
import { isYearless } from '../extract/yearless.js'
import { reversedClocks } from '../order/clock-order.js'
import { reversedConnectives } from '../order/connectives.js'
import { reversedCourses } from '../order/courses-of-events.js'
import { actsOutsideLife } from '../order/life-bounds.js'
import { reversedLives } from '../order/life-courses.js'
import { reversedClauses, reversedLookBack, reversedNarration } from '../order/narration.js'
import { reversedOrdinals } from '../order/ordinals.js'
import { reversedPluperfect, reversedWithin } from '../order/pluperfect.js'
import { daysReversed, type OrderClaim } from '../order/order-claim.js'
import { reversedRanges } from '../order/ranges.js'
import { reversedChains, reversedOutliers, reversedStories } from '../order/story-order.js'
import { brokenTimelines } from '../order/timelines.js'

/** Two dates in the wrong order: ranges, lives, "after" and "before", and the order in which a story is told. */
export const orderConflict: SectionRule = {
  id: 'order-conflict',
  category: 'order-conflict',
  scope: 'section',
  run: check,
}

/** The surest reading of a pair of dates is the one that is reported. */
function check(section: SectionView): Finding[] {
  if (section.dates.length < 2) return []
  const claims = [
    reversedRanges,
    reversedLives,
    reversedConnectives,
    reversedPluperfect,
    reversedWithin,
    reversedLookBack,
    reversedNarration,
    reversedClauses,
    reversedCourses,
    reversedOrdinals,
    brokenTimelines,
    reversedChains,
    reversedStories,
    reversedOutliers,
    reversedClocks,
    actsOutsideLife,
  ].flatMap((find) => find(section))
  const seen = new Set<string>()
  return claims
    .filter(({ first, later }) => {
      const key = `${Math.min(first.start, later.start)}/${Math.max(first.start, later.start)}`
      return !seen.has(key) && seen.add(key)
    })
    .map((claim) => conflict(section, claim))
}

function conflict(section: SectionView, { first, later, because, severity, minutes }: OrderClaim): Finding {
  const isOfAnyYear = isYearless(first) || isYearless(later)
  return findingOf(orderConflict, {
    severity: isOfAnyYear ? 'check' : severity,
    message: `“${quoteOf(section, later)}” is told as later than “${quoteOf(section, first)}” but lies before it`,
    spans: [first, later].sort((x, y) => x.start - y.start).map((mention) => placeOf(section, mention)),
    context: [sentenceAround(section, later)],
    explanation: {
      reason: `The ${minutes ? 'times' : 'dates'} stand in the wrong order: ${because}.`,
      resolved: [resolvedMention(section, first), resolvedMention(section, later)],
      arithmetic: [
        minutes
          ? `${quoteOf(section, later)} is ${minutes === 1 ? '1 minute' : `${minutes} minutes`} before ${quoteOf(section, first)}.`
          : `${dayOf(section, later, 'hi')} is ${daysInWords(daysReversed(first, later))} before ${dayOf(section, first, 'lo')}.`,
      ],
      assumptions: [
        ...(isOfAnyYear ? ['That both days are of one year.'] : []),
        ...(minutes ? ['That both times are of one day.'] : []),
        ...assumptionsOf(section, first),
        ...assumptionsOf(section, later),
      ],
      settle: 'A dated record of each of the two events.',
    },
    suggests: 'contradicts',
  })
}

function dayOf(section: SectionView, mention: DateMention, end: 'lo' | 'hi'): string {
  return mention.interval ? dateInWords(mention.interval[end]) : quoteOf(section, mention)
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
