import type { Finding, Severity } from '../../domain/finding.js'
import { type SectionRule, type SectionView, sentenceAround } from '../check-context.js'
import { assumptionsOf, findingOf, placeOf, quoteOf } from '../explain.js'
import { isLeapYear } from '../extract/calendar.js'
import { saysOldStyle } from '../extract/en/old-style.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { isQuotedAlone } from '../quoted-word.js'

/** A day or time that no calendar or clock has: "31 June", "30 February", "25:10". */
export const impossibleDate: SectionRule = {
  id: 'impossible-date',
  category: 'impossible-date',
  scope: 'section',
  run: (section) => section.dates.flatMap((mention) => check(section, mention)),
}

function check(section: SectionView, mention: DateMention): Finding[] {
  const problem = problemOf(mention)
  if (!problem || isOldLeapDay(section, mention) || isQuotedAlone(section.text, mention)) return []
  const quote = quoteOf(section, mention)
  return [
    findingOf(impossibleDate, {
      severity: problem.severity,
      message: `There is no “${quote}”: ${problem.detail}`,
      spans: [placeOf(section, mention)],
      context: [sentenceAround(section, mention)],
      explanation: {
        reason: `“${quote}” cannot be: ${problem.detail}.`,
        arithmetic: [`${problem.detail.charAt(0).toUpperCase()}${problem.detail.slice(1)}.`],
        assumptions: assumptionsOf(section, mention),
        settle: 'The original document, or another report of the same event with its date.',
      },
    }),
  ]
}

function problemOf(mention: DateMention): { detail: string; severity: Severity } | null {
  const defect = mention.expression.defects.find(({ kind }) => kind !== 'wrong-ordinal')
  if (defect) return { detail: defect.detail, severity: 'error' }
  return leapDay(mention)
}

/** 29 February of 1800 or 1900 in a sentence that counts by the Julian calendar, which had it. */
function isOldLeapDay(section: SectionView, mention: DateMention): boolean {
  const { meaning } = mention.expression
  if (meaning.kind !== 'calendar' || meaning.month !== 2 || meaning.day !== 29 || meaning.year === null)
    return false
  return meaning.year % 4 === 0 && saysOldStyle(sentenceAround(section, mention))
}

/** 29 February in a year that was inferred: the year may be what is wrong. */
function leapDay(mention: DateMention): { detail: string; severity: Severity } | null {
  const { meaning } = mention.expression
  const year = mention.inferred.find(({ part }) => part === 'year')?.value
  if (
    meaning.kind !== 'calendar' ||
    meaning.month !== 2 ||
    meaning.day !== 29 ||
    !year ||
    isExplicit(mention)
  )
    return null
  if (isLeapYear(Number(year))) return null
  return { detail: `${year} was not a leap year`, severity: 'check' }
}
