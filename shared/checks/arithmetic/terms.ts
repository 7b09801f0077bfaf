import { datesOfSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { fitsBetween, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'

/** How many tokens may stand between a range and the length that is said of it. */
const reach = 8

/** "a ten-year term (2001–2009)", "for five years, from 1990 to 1998", "the three-day visit of 4–9 May". */
export function wrongTerms(section: SectionView): SpanClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence)
    const { tokens } = sentence.paragraph.annotated
    return dates.flatMap((last, at) => {
      const first = dates[at - 1]
      if (!first || !last.expression.closesRange || !isExplicit(first) || !isExplicit(last)) return []
      return [dates[at - 2], dates[at + 1]].flatMap(
        (length) => termClaim(section, tokens, length, first, last) ?? [],
      )
    })
  })
}

function termClaim(
  section: SectionView,
  tokens: readonly Token[],
  length: DateMention | undefined,
  first: DateMention,
  last: DateMention,
): SpanClaim | null {
  if (!length || length.expression.meaning.kind !== 'duration') return null
  const { amount, unit } = length.expression.meaning
  const [from, to] = [first.interval, last.interval]
  if (
    amount === null ||
    !from ||
    !to ||
    to.lo < from.lo ||
    unit === 'hour' ||
    unit === 'minute' ||
    unit === 'second'
  )
    return null
  const before = length.start < first.start
  const gap = before
    ? tokens.slice(length.expression.next, first.expression.first)
    : tokens.slice(last.expression.next, length.expression.first)
  if (gap.length > reach || gap.some(({ lower }) => turns.has(lower)) || isLoose(section, length)) return null
  const counted = unit === 'day' || unit === 'year' ? [amount, amount - 1] : [amount]
  if (counted.some((value) => fitsBetween(from, to, value, unit))) return null
  return {
    evidence: [length, first, last],
    dates: [first, last],
    said: quoteOf(section, length),
    found: lengthInWords(from, to, unit),
    severity: 'likely',
  }
}

const turns = new Set([
  'after',
  'before',
  'later',
  'earlier',
  'ago',
  'every',
  'each',
  'old',
  'aged',
  'than',
  'sentence',
  'sentenced',
  'jail',
  'prison',
  'contract',
  'loan',
  'plan',
  'bond',
  ';',
  'and',
  'but',
  'first',
  'last',
  'of',
  'within',
  'next',
  'past',
])

function isLoose(section: SectionView, { start, end }: DateMention): boolean {
  return /\b(than|over|under|about|around|nearly|almost|least|past|last|next|old)\b/i.test(
    section.text.slice(Math.max(0, start - 6), end + 4),
  )
}
