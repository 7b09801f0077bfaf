import type { Confirmation, Finding } from '../../domain/finding.js'
import { ageClaims } from '../arithmetic/ages.js'
import { agesBehindBirth } from '../arithmetic/age-behind-birth.js'
import { agesNow } from '../arithmetic/ages-now.js'
import { anniversaryClaims } from '../arithmetic/anniversaries.js'
import {
  clockClaims,
  clocksBefore,
  clocksLater,
  clocksOfMeeting,
  clocksSinceStart,
} from '../arithmetic/clock-spans.js'
import { firstInYears } from '../arithmetic/first-in-years.js'
import { looseOffsets } from '../arithmetic/loose-offsets.js'
import { lengthsSince } from '../arithmetic/lengths-since.js'
import { lifeAges } from '../arithmetic/life-ages.js'
import { looseClocks } from '../arithmetic/loose-clocks.js'
import { lengthsAhead, officeLengths } from '../arithmetic/office-lengths.js'
import { offsetClaims } from '../arithmetic/offsets.js'
import { isYearless } from '../extract/yearless.js'
import type { SpanClaim } from '../arithmetic/span-claim.js'
import { toldSpans } from '../arithmetic/told-spans.js'
import { lengthsToNow } from '../arithmetic/lengths-to-now.js'
import { termClaims } from '../arithmetic/terms.js'
import {
  coursesBefore,
  lengthsBehindEnd,
  lengthsBehindTwoDays,
  lengthsUntilEnd,
  lengthsUntilNow,
  termsBefore,
} from '../arithmetic/terms-before.js'
import { perSection, type SectionRule, type SectionView } from '../check-context.js'
import {
  assumptionsOf,
  confirmationOf,
  findingOf,
  periodInWords,
  placeOf,
  quoteOf,
  resolvedMention,
} from '../explain.js'

/** A length of time that its two ends do not have: "four days after ..., on ...", ages, terms, clock times. */
export const durationArithmetic: SectionRule = {
  id: 'duration-arithmetic',
  category: 'duration-arithmetic',
  scope: 'section',
  run: (section) =>
    claimsOf(section)
      .filter(({ holds }) => !holds)
      .map((claim) => wrongLength(section, claim)),
  confirm: (section) =>
    claimsOf(section)
      .filter(({ holds }) => holds)
      .map((claim) => rightLength(section, claim)),
}

const claimsOf = perSection((section): readonly SpanClaim[] => {
  const sure = [
    offsetClaims,
    termClaims,
    termsBefore,
    coursesBefore,
    lengthsBehindTwoDays,
    lengthsUntilEnd,
    lengthsBehindEnd,
    lengthsUntilNow,
    lengthsToNow,
    clockClaims,
    clocksBefore,
    clocksLater,
    clocksOfMeeting,
    clocksSinceStart,
    ageClaims,
    agesNow,
    agesBehindBirth,
    anniversaryClaims,
    firstInYears,
  ].flatMap((find) => find(section))
  const judged = new Set(sure.map(({ evidence: [length] }) => length?.start))
  const loose = [
    lifeAges,
    looseOffsets,
    toldSpans,
    looseClocks,
    lengthsSince,
    officeLengths,
    lengthsAhead,
  ].flatMap((find) => find(section))
  return [...sure, ...loose.filter(({ evidence: [length] }) => !judged.has(length?.start))]
})

function rightLength(section: SectionView, claim: SpanClaim): Confirmation {
  return confirmationOf(durationArithmetic, {
    message: `“${claim.said}” fits: the dates give ${claim.found}`,
    spans: claim.evidence.map((place) => placeOf(section, place)),
    explanation: {
      reason: `The text says “${claim.said}”, and its own dates give ${claim.found}.`,
      resolved: claim.dates.map((date) => resolvedMention(section, date)),
      arithmetic: [arithmeticOf(section, claim)],
      assumptions: assumptionsFor(section, claim),
      settle: '',
    },
  })
}

function assumptionsFor(section: SectionView, { dates }: SpanClaim): string[] {
  const isOfAnyYear = dates.some(isYearless)
  return [
    ...(isOfAnyYear ? ['That both days are of one year, or the second of the year after.'] : []),
    ...dates.flatMap((date) => assumptionsOf(section, date)),
  ]
}

/** "From 24 February 2022 to 28 February 2022: 4 days." */
function arithmeticOf(section: SectionView, { dates, found }: SpanClaim): string {
  const ends = dates.map((date) => (date.interval ? periodInWords(date.interval) : quoteOf(section, date)))
  const from = ends.length === 2 ? `From ${ends.join(' to ')}` : 'Between the two times'
  return `${from}: ${found}.`
}

function wrongLength(section: SectionView, claim: SpanClaim): Finding {
  const { evidence, dates, said, found, severity } = claim
  return findingOf(durationArithmetic, {
    severity,
    message: `“${said}” does not fit: the dates give ${found}`,
    spans: evidence.map((place) => placeOf(section, place)),
    explanation: {
      reason: `The text says “${said}”, but its own dates give ${found}.`,
      resolved: dates.map((date) => resolvedMention(section, date)),
      arithmetic: [arithmeticOf(section, claim)],
      assumptions: assumptionsFor(section, claim),
      settle: 'A dated record of either end; then it shows which of the three is wrong.',
    },
  })
}
