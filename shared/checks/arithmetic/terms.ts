import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { lifeCourses } from '../extract/en/life-verbs.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { fitsLoosely, type LengthBound, lengthBoundOf, lengthInWords } from './length-of-time.js'
import type { Unit } from '../extract/en/unit-words.js'
import { begins, ends } from './course-words.js'
import type { SpanClaim } from './span-claim.js'

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

/** A beginning, an end and the time between, each told once: dates in the order of the text. */
interface Course {
  first: DateMention
  last: DateMention
  length: DateMention
}

function courseOf(dates: readonly DateMention[]): Course | null {
  const length = dates.find(({ expression }) => expression.meaning.kind === 'duration')
  const ends = dates.filter((date) => date.interval && date.expression.meaning.kind === 'calendar')
  const [first, last] = ends
  if (!length || !first || !last || dates.length !== 3 || !areAlike(first, last)) return null
  return last.expression.closesRange ? null : { first, last, length }
}

/** Whether nothing of two dates is taken from elsewhere, or only the year of both days. */
export function areAlike(a: DateMention, b: DateMention): boolean {
  return [a, b].every(
    (date) =>
      isExplicit(date) || (date.granularity === 'day' && date.inferred.every(({ part }) => part === 'year')),
  )
}

/**
 * "launched in March 1953, ceased in March 1993 after 40 years", "..., a term of four years", "reigned for 40 years when he
 * died on 8 September 1992".
 */
function wholeCourse(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
): SpanClaim[] {
  const course = courseOf(dates)
  const { tokens } = sentence.paragraph.annotated
  if (!course || !isToldAsWhole(section, sentence, course)) return []
  const { first, last, length } = course
  const { meaning } = length.expression
  const [from, to] = [first.interval, last.interval]
  if (meaning.kind !== 'duration' || meaning.amount === null || !from || !to || to.lo < from.lo) return []
  const bound = boundOf(section, length)
  if (bound === 'vague' || isClockUnit(meaning.unit) || isOld(tokens, length)) return []
  return [
    {
      evidence: [length, first, last],
      dates: [first, last],
      said: quoteOf(section, length),
      found: lengthInWords(from, to, meaning.unit),
      severity: isExplicit(first) && isExplicit(last) ? 'likely' : 'check',
      holds: fitsLoosely(from, to, meaning.amount, meaning.unit, bound),
    },
  ]
}

function isToldAsWhole(
  section: SectionView,
  { paragraph, sentence, start }: PlacedSentence,
  { first, last, length }: Course,
): boolean {
  const { tokens } = paragraph.annotated
  const word = (at: number): string => tokens[at]?.lower ?? ''
  const { first: from, next } = length.expression
  const [lead, middle] = [section.text.slice(start, first.start), section.text.slice(first.end, last.start)]
  if (length.start < first.start) {
    const told = section.text.slice(length.end, first.start)
    const isFor = word(from - 1) === 'for' && enduring.has(word(from - 2)) && word(next) === ':'
    return (lasting.has(word(from - 1)) || isFor) && begins.test(told) && ends.test(middle)
  }
  if (length.start < last.start) {
    const isReign = word(from - 1) === 'for' && word(next) === 'when'
    const isTaken = lasting.has(word(from - 1)) && begins.test(lead)
    const rest = section.text.slice(length.end, last.start)
    const isAgreed =
      isGiven(word(from - 1), word(from - 2)) &&
      !/\b(sentenced|jailed|imprisoned|banned|suspended)\b/.test(lead)
    return length.start > first.end && (isReign || ((isTaken || isAgreed) && ends.test(rest)))
  }
  const gap = tokens.slice(last.expression.next, from).map(({ lower }) => lower)
  const isNamed =
    /^(,|after)$/.test(gap[0] ?? '') && gap.at(-1) === 'of' && gap.length <= 6 && spans.has(gap.at(-2) ?? '')
  const isLasting = gap.length <= 3 && lasting.has(gap.at(-1) ?? '')
  const isAfter =
    gap.at(-1) === 'after' &&
    gap.length <= 2 &&
    (endsClause(tokens, next, sentence.next) || isInPost(word(next), word(next + 1)))
  const isAll = gap.length <= 2 && gap[0] === ',' && isInAll(word(next), word(next + 1))
  const isBound = isNamed || isAfter || isLasting || isAll
  return isBound && (isCourse(lead, middle) || (begins.test(lead) && ends.test(middle)))
}

/** "for twenty years", "a term of twenty years". */
function isGiven(lead: string, before: string): boolean {
  return lead === 'for' || (lead === 'of' && spans.has(before))
}

function endsClause(tokens: readonly Token[], at: number, end: number): boolean {
  return at >= end || /^[.,;]$/.test(tokens[at]?.lower ?? '')
}

/** "after sixteen years in office", "as headmaster". */
function isInPost(word: string, after: string): boolean {
  return (
    word === 'as' ||
    word === 'of' ||
    (word === 'in' && /^(office|power|charge|post|command|service)$/.test(after)) ||
    word === 'at'
  )
}

/** "35 years in all". */
function isInAll(word: string, after: string): boolean {
  return word === 'altogether' || (word === 'in' && (after === 'all' || after === 'total'))
}

const lasting = new Set(['lasted', 'lasting', 'took', 'taking', 'spanned', 'served', 'serving'])

const enduring = new Set([
  'stood',
  'lasted',
  'lived',
  'ran',
  'survived',
  'existed',
  'remained',
  'served',
  'reigned',
  'ruled',
])

export const spans = new Set(
  (
    'break pause gap interval delay total term period reign span run stay journey voyage spell stretch rule tenure career marriage war siege strike ' +
    'crossing trip tour expedition captivity imprisonment exile occupation campaign presidency premiership mission'
  ).split(' '),
)

/** Whether something begins before the first date that ends between the two. */
function isCourse(lead: string, middle: string): boolean {
  const [before, between] = [lead, middle].map((text) => text.toLowerCase().split(/[^a-z]+/))
  return lifeCourses.some(
    ({ first: onset, later }) =>
      before?.some((one) => onset.has(one)) && between?.some((one) => later.has(one)),
  )
}

function isClockUnit(unit: Unit): boolean {
  return unit === 'hour' || unit === 'minute' || unit === 'second'
}

function isOld(tokens: readonly Token[], { expression }: DateMention): boolean {
  const word = tokens[expression.next]?.lower
  return word === 'old' || (word === 'of' && tokens[expression.first - 1]?.lower !== 'after')
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
  const [from, to] = [first.interval, last.interval]
  if (amount === null || !from || !to || to.lo < from.lo || isClockUnit(unit)) return null
  const before = length.start < first.start
  const gap = before
    ? tokens.slice(length.expression.next, first.expression.first)
    : tokens.slice(last.expression.next, length.expression.first)
  if (!isApart && (gap.length > reach || gap.some(turnsAway))) return null
  const bound = boundOf(section, length)
  if (bound === 'vague') return null
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
])

/** How a length is bounded by its own words and those right before it. */
function boundOf(section: SectionView, { start, end }: DateMention): LengthBound {
  return lengthBoundOf(section.text.slice(Math.max(0, start - 10), end + 4))
}
