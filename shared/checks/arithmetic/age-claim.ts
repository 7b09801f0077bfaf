import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { isLifespan } from '../events/statement.js'
import { civilOf, type DayInterval } from '../extract/calendar.js'
import { cardinalAt } from '../extract/en/counts.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import type { SpanClaim } from './span-claim.js'

/** An age as written: [`start`, `end`) in the source, and the date at which it is told. */
export interface Age {
  start: number
  end: number
  years: number
  at: DateMention
}

/** The date after "born", or the first of "(1831–1902)" behind a name. */
export function birthIn(section: SectionView, sentence: PlacedSentence): DateMention | null {
  const { tokens } = sentence.paragraph.annotated
  const dates = datesOfSentence(section, sentence).filter(
    ({ interval, expression: { meaning } }) =>
      interval && (meaning.kind === 'calendar' || (meaning.kind === 'season' && meaning.year !== null)),
  )
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    if (tokens[at]?.lower !== 'born') continue
    // "The brothers were born two years apart, Karl in 1871 and Ernst in 1873.": a birth of nobody in particular.
    if (tokens[at - 1]?.lower === 'were') return null
    const date = dates.find(({ expression: { first } }) => first > at && first - at <= 9)
    if (date && !tokens.slice(at, date.expression.first).some(({ lower }) => lower === 'died')) return date
  }
  const lived = dates.findIndex((date, index) => isLifespan(tokens, date, dates[index + 1]))
  return lived < 0 ? null : (dates[lived] ?? null)
}

export const ageLeads = new Set(['aged', 'age'])

/** An age in digits or words, and the token behind it; not a number when there is none. */
export function yearsAt(tokens: readonly Token[], at: number): { years: number; next: number } {
  const word = tokens[at]?.lower ?? ''
  if (/^\d{1,3}$/.test(word)) return { years: Number(word), next: at + 1 }
  const inWords = cardinalAt(tokens, at)
  return { years: inWords?.value ?? Number.NaN, next: inWords?.next ?? at + 1 }
}

export function ageClaim(section: SectionView, birth: DateMention, age: Age): SpanClaim[] {
  const [born, at] = [birth.interval, age.at.interval]
  if (!born || !at || at.hi < born.lo) return []
  const least = completedYears(born.hi, at.lo)
  const most = completedYears(born.lo, at.hi)
  const explicit = isExplicit(birth) && isExplicit(age.at)
  return [
    {
      evidence: [age, birth, age.at],
      dates: [birth, age.at],
      said: quoteOf(section, age),
      found: least === most ? `an age of ${least}` : `an age of ${least} or ${most}`,
      severity: explicit ? 'likely' : 'check',
      holds: (age.years >= least && age.years <= most) || isLeapDayAge(born, age.years, most),
    },
  ]
}

/** Whoever was born on 29 February may count only the birthdays that the calendar had. */
function isLeapDayAge(born: DayInterval, years: number, most: number): boolean {
  const { month, day } = civilOf(born.lo)
  return born.lo === born.hi && month === 2 && day === 29 && Math.abs(most / 4 - years) < 2
}

/** Years completed between two days. */
export function completedYears(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)]
  const isBefore = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (isBefore ? 1 : 0)
}
