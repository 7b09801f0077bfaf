import { type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** "from 2009 to 2003", "(1985–1979)": a range that ends before it begins. */
export function reversedRanges(section: SectionView): OrderClaim[] {
  return section.dates.flatMap((last, index) => {
    const first = section.dates[index - 1]
    if (!first || !last.expression.closesRange || !isCalendarDate(first) || !isCalendarDate(last)) return []
    if (!isExplicit(first) || !isExplicit(last) || !isReversed(first, last) || isChange(section, first))
      return []
    return [
      {
        first,
        later: last,
        because: 'the words give it as a range, and a range ends after it begins',
        severity: 'error',
      },
    ]
  })
}

/** "fell from 2010 to 1850": numbers of something, not years. */
function isChange(section: SectionView, first: DateMention): boolean {
  const before = section.text.slice(Math.max(0, first.start - 60), first.start)
  return /\b(rose|fell|grew|dropp|increas|decreas|declin|climb|cut|reduc|down|up|went|jump|slid|slipp|improv|reversed)\w*\b[^.;]*\bfrom\s+(the\s+)?$/i.test(
    before,
  )
}
