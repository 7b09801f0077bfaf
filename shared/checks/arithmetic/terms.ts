import { datesOfSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { endsOfTime } from './ends-of-time.js'
import { fitsLoosely, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'
import { areAlike, boundOf, isClockUnit, spans, wholeCourse } from './whole-course.js'

/** How many tokens may stand between a range and the length that is said of it. */
const reach = 8

/** "a ten-year term (2001–2009)", "for five years, from 1990 to 1998", "the three-day visit of 4–9 May". */
export function termClaims(section: SectionView): SpanClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence)
    const { tokens } = sentence.paragraph.annotated
    const whole = wholeCourse(section, sentence, dates)
    if (whole.length > 0) return whole
    return dates.flatMap((last, at) => {
      const first = dates[at - 1]
      if (!first || !areAlike(first, last)) return []
      if (!last.expression.closesRange && !isUntilEvent(tokens, first, last)) return []
      return [dates[at - 2], dates[at + 1]].flatMap(
        (length) => termClaim(section, tokens, length, first, last, isThose(tokens, length)) ?? [],
      )
    })
  })
}

/** "in those 25 years": the time that was told before. */
export function isThose(tokens: readonly Token[], length: DateMention | undefined): boolean {
  if (!length) return false
  const { first } = length.expression
  return (
    /^(those|these)$/.test(tokens[first - 1]?.lower ?? '') &&
    /^(in|during|over|throughout|for)$/.test(tokens[first - 2]?.lower ?? '')
  )
}

/** "from 1502 until his death in 1523": a range whose end is told with its event. */
function isUntilEvent(tokens: readonly Token[], first: DateMention, last: DateMention): boolean {
  const gap = tokens.slice(first.expression.next, last.expression.first).map(({ lower }) => lower)
  const [until, whose] = gap
  return (
    tokens[first.expression.first - 1]?.lower === 'from' &&
    gap.length === 4 &&
    (until === 'until' || until === 'till' || until === 'to') &&
    /^(his|her|its|their|the)$/.test(whose ?? '') &&
    /^(in|on)$/.test(gap[3] ?? '')
  )
}

export function termClaim(
  section: SectionView,
  tokens: readonly Token[],
  length: DateMention | undefined,
  first: DateMention,
  last: DateMention,
  isApart = false,
): SpanClaim | null {
  if (!length || length.expression.meaning.kind !== 'duration') return null
  const { amount, unit } = length.expression.meaning
  const ends = endsOfTime(first, last)
  if (amount === null || !ends || isClockUnit(unit)) return null
  const [from, to] = ends
  if (to.lo < from.lo) return null
  const before = length.start < first.start
  const gap = before
    ? tokens.slice(length.expression.next, first.expression.first)
    : tokens.slice(last.expression.next, length.expression.first)
  if (!isApart && (gap.length > reach || gap.some(turnsAway))) return null
  const bound = boundOf(section, length)
  if (bound === 'vague' || isRate(tokens, length)) return null
  // Between two years without days the tolerance of a year on either side counts both of them already.
  const areYears = first.granularity === 'year' && last.granularity === 'year'
  const counted = unit === 'day' || (unit === 'year' && !areYears) ? [amount, amount - 1] : [amount]
  return {
    evidence: [length, first, last],
    dates: [first, last],
    said: quoteOf(section, length),
    found: lengthInWords(from, to, unit),
    severity: 'likely',
    holds: counted.some((value) => fitsLoosely(from, to, value, unit, bound)),
  }
}

/** "open six days a week from 1 May to 30 September", "285 a year": how often, and not how long. */
function isRate(tokens: readonly Token[], { expression: { first } }: DateMention): boolean {
  const lead = tokens[first - 1]
  if (!/^an?$/.test(tokens[first]?.lower ?? '')) return false
  return lead?.kind === 'number' || (lead?.kind === 'word' && !givers.has(lead.lower))
}

const givers = new Set(
  'for of after lasting lasted took taking spent over within than about nearly almost'.split(' '),
)

/** Words that turn to another length; the "of" of "a total of 118 days" does not. */
function turnsAway({ lower }: Token, index: number, gap: readonly Token[]): boolean {
  return turns.has(lower) && !(lower === 'of' && spans.has(gap[index - 1]?.lower ?? ''))
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
  'with',
  'including',
  'except',
  'apart',
])
