import type { PlacedSentence, SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { lifeCourses } from '../extract/en/life-verbs.js'
import { cardinals } from '../extract/en/number-words.js'
import type { Unit } from '../extract/en/unit-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isYearless } from '../extract/yearless.js'
import { begins, ends } from './course-words.js'
import { endsOfTime } from './ends-of-time.js'
import { fitsLoosely, type LengthBound, lengthBoundOf, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'

/** A beginning, an end and the time between, each told once: dates in the order of the text. */
interface Course {
  first: DateMention
  last: DateMention
  length: DateMention
}

function courseOf(all: readonly DateMention[]): Course | null {
  // "soon", "now": no date of the course.
  const dates = all.filter(({ expression }) => expression.meaning.kind !== 'reference')
  const length = dates.find(({ expression }) => expression.meaning.kind === 'duration')
  const ends = dates.filter(isEnd)
  const [first, last] = ends
  if (!length || !first || !last || dates.length !== 3 || !areAlike(first, last)) return null
  return last.expression.closesRange ? null : { first, last, length }
}

/** "was to have lasted a week": how long it was meant to be. */
function isMeant({ text }: SectionView, { start }: DateMention): boolean {
  return /\b((was|were|meant|supposed|due|planned|expected|scheduled) to|would|should)\b[^,.;]*$/i.test(
    text.slice(Math.max(0, start - 40), start),
  )
}

function isEnd(date: DateMention): boolean {
  return date.expression.meaning.kind === 'calendar' && (date.interval !== null || isYearless(date))
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
export function wholeCourse(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
): SpanClaim[] {
  const course = courseOf(dates)
  const { tokens } = sentence.paragraph.annotated
  if (!course) return []
  const isBackwards = isToldBackwards(section, sentence, course)
  if (!isBackwards && !isToldAsWhole(section, sentence, course)) return []
  const { length } = course
  const [first, last] = isBackwards ? [course.last, course.first] : [course.first, course.last]
  const { meaning } = length.expression
  const ends = endsOfTime(first, last)
  if (meaning.kind !== 'duration' || meaning.amount === null || !ends) return []
  const [from, to] = ends
  if (to.lo < from.lo) return []
  const bound = boundOf(section, length)
  if (bound === 'vague' || isClockUnit(meaning.unit) || isOld(tokens, length) || isMeant(section, length))
    return []
  return [
    {
      evidence: [length, first, last],
      dates: [first, last],
      said: quoteOf(section, length),
      found: lengthInWords(from, to, meaning.unit),
      severity: isExplicit(first) && isExplicit(last) ? 'likely' : 'check',
      // Days may be counted with both ends.
      holds: fitsLoosely(
        from,
        meaning.unit === 'day' ? { ...to, hi: to.hi + 1 } : to,
        meaning.amount,
        meaning.unit,
        bound,
      ),
    },
  ]
}

/** "freed on 20 January 1981, after 444 days, having been seized on 4 November 1979": the end is told first. */
function isToldBackwards(
  section: SectionView,
  { start }: PlacedSentence,
  { first, last, length }: Course,
): boolean {
  if (length.start < first.start || length.start > last.start) return false
  const lead = section.text.slice(start, first.start)
  const [gap, rest] = [
    section.text.slice(first.end, length.start),
    section.text.slice(length.end, last.start),
  ]
  return ends.test(lead) && /^,? after $/.test(gap) && /\b(having|had)\b/.test(rest) && begins.test(rest)
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
    const isLet = isAgreed && leases.test(lead)
    return (
      length.start > first.end &&
      (isReign ||
        ((isTaken || isAgreed) && ends.test(rest)) ||
        (isLet && /\b(run out|expire|end|lapse|fall in)\b/.test(rest)))
    )
  }
  const gap = tokens.slice(last.expression.next, from).map(({ lower }) => lower)
  const isNamed =
    /^(,|after)$/.test(gap[0] ?? '') && gap.at(-1) === 'of' && gap.length <= 6 && spans.has(gap.at(-2) ?? '')
  const isLasting = gap.length <= 3 && lasting.has(gap.at(-1) ?? '')
  // "laid on 3 April hatched on 24 April; incubation thus took three weeks"
  const isInferred =
    gap.length <= 6 && lasting.has(gap.at(-1) ?? '') && gap.some((word) => inferring.has(word))
  // "he was out on 6 May 1997, six years to the day"
  const isToTheDay = [0, 1, 2].map((step) => word(next + step)).join(' ') === 'to the day' && gap.length <= 2
  if (isInferred || isToTheDay) return true
  const isAfter =
    gap.at(-1) === 'after' &&
    gap.length <= 2 &&
    (endsClause(tokens, next, sentence.next) || isInPost(word(next), word(next + 1)))
  const isAll = gap.length <= 2 && gap[0] === ',' && isInAll(word(next), word(next + 1))
  const isBound =
    isNamed || isAfter || isLasting || isAll || (isCountedIn(gap) && endsClause(tokens, next, sentence.next))
  return isBound && (isCourse(lead, middle) || (begins.test(lead) && ends.test(middle)))
}

/** What is given for a time. */
const leases =
  /\b(lease|tenancy|licence|license|loan|contract|charter|treaty|concession|patent|franchise|permit|agreement|bond|mandate)\b/i

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

/** "begins on 2 May and ends on 19 May: ten concerts in 18 days": what was done in the time between. */
function isCountedIn(gap: readonly string[]): boolean {
  const [mark, count = ''] = gap
  const isCount = cardinals.has(count) || /^[\d,]+$/.test(count)
  return /^[:,–—]$/.test(mark ?? '') && isCount && gap.at(-1) === 'in' && gap.length >= 4 && gap.length <= 6
}

/** "35 years in all". */
function isInAll(word: string, after: string): boolean {
  return word === 'altogether' || (word === 'in' && (after === 'all' || after === 'total'))
}

const lasting = new Set(['lasted', 'lasting', 'took', 'taking', 'spanned', 'served', 'serving'])

const inferring = new Set('thus therefore so hence altogether'.split(' '))

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

export function isClockUnit(unit: Unit): boolean {
  return unit === 'hour' || unit === 'minute' || unit === 'second'
}

function isOld(tokens: readonly Token[], { expression }: DateMention): boolean {
  const word = tokens[expression.next]?.lower
  return word === 'old' || (word === 'of' && tokens[expression.first - 1]?.lower !== 'after')
}

/** How a length is bounded by its own words and those right before it. */
export function boundOf(section: SectionView, { start, end }: DateMention): LengthBound {
  return lengthBoundOf(section.text.slice(Math.max(0, start - 10), end + 4))
}
