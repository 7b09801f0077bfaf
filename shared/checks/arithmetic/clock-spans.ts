import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import type { Clock } from '../extract/expression.js'
import type { DateMention } from '../extract/mention.js'
import { begins, ends } from './course-words.js'
import type { SpanClaim } from './span-claim.js'

/** "from 9:00 to 11:30, a four-hour session": a length that its two times of day do not have. */
export function clockClaims(section: SectionView): SpanClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence)
    const times = dates.filter(({ expression }) => expression.clock)
    const lengths = dates.filter(
      ({ expression: { meaning } }) =>
        (meaning.kind === 'duration' || (meaning.kind === 'offset' && meaning.from === 'focus')) &&
        (meaning.unit === 'hour' || meaning.unit === 'minute'),
    )
    const [first, last] = times
    const length = wholeLength(section, lengths)
    const isOne = lengths.length === 1 || (lengths.length === 2 && length?.end === lengths[1]?.end)
    if (!first || !last || !length || times.length !== 2 || !isOne) return []
    const between = section.text.slice(first.end, last.start)
    const lead = section.text.slice(Math.max(0, first.start - 9), first.start)
    // "at 4 a.m. and 9.30 a.m." are two times, "between 4 and 9.30" the ends of one.
    const isSpan =
      (/^\s*(to|until|till|–|-)\s*$/.test(between) && /[\s(]$/.test(lead)) ||
      (/^\s*and\s*$/.test(between) && /\bbetween\s+$/.test(lead))
    const clause = section.text.slice(sentence.start, first.start)
    // What begins at the first time ends at the second: "opened at 10.15am and closed at 12.45pm, lasting …".
    const isTold =
      begins.test(clause) &&
      ends.test(between) &&
      (isLater(length) ||
        isAfter(section, last, length) ||
        /\b(lasting|lasted|took|taking)\b/.test(sentence.text))
    const behind = section.text.slice(last.end, length.start)
    // "went out at 11.15 and were back at 17.40, six hours and 25 minutes later", "hung there until 9.50 p.m., for five hours"
    const isRun =
      (isLater(length) && /^( GMT| UTC)?, (just |exactly )?$/.test(behind)) ||
      (/\buntil $/.test(between) &&
        /^,? for $/.test(behind) &&
        /^([.,;]|$)/.test(section.text.slice(length.end)))
    return isSpan || isTold || isRun ? clockClaim(section, first, last, length) : []
  })
}

/**
 * "The alarm was raised at 9.40 pm and the fire was out forty minutes later, at 10.20 pm.": a time told by its distance from
 * the one before it, in its sentence or else the last of the sentence before.
 */
export function clocksLater(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    const dates = datesOfSentence(section, sentence)
    const told = before?.paragraph === sentence.paragraph ? datesOfSentence(section, before) : []
    return dates.flatMap((length, at) => {
      const last = dates[at + 1]
      const first = [...told, ...dates.slice(0, at)].findLast(({ expression }) => expression.clock)
      const { meaning } = length.expression
      const isOffset = meaning.kind === 'offset' && (meaning.unit === 'hour' || meaning.unit === 'minute')
      if (!isOffset || !isLater(length) || !first || !last?.expression.clock) return []
      if (!/^, at $/.test(section.text.slice(length.end, last.start))) return []
      return clockClaim(section, first, last, length)
    })
  })
}

/**
 * "The chairman opened the meeting at 10.15 am. … It closed at 12.05 pm, having lasted an hour and fifty minutes.": a length
 * behind the end, of what an earlier sentence began.
 */
export function clocksOfMeeting(section: SectionView): SpanClaim[] {
  let opened: DateMention | undefined
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence)
    const [clock, other] = dates.filter(({ expression }) => expression.clock)
    const lead = clock ? section.text.slice(sentence.start, clock.start) : ''
    if (clock && !other && /\b(opened|began|started|called to order|convened)\b/i.test(lead)) opened = clock
    if (!clock || other || !opened || opened === clock || !/\b(closed|ended|finished|rose)\b/i.test(lead))
      return []
    const length = wholeLength(section, dates.slice(dates.indexOf(clock) + 1))
    const isLasting =
      length && /^,? (having lasted|lasting) $/.test(section.text.slice(clock.end, length.start))
    return isLasting ? clockClaim(section, opened, clock, length) : []
  })
}

/** "an hour and fifty minutes" is read as two lengths. */
export function wholeLength(
  section: SectionView,
  [hours, minutes]: readonly DateMention[],
): DateMention | undefined {
  const [a, b] = [hours?.expression.meaning, minutes?.expression.meaning]
  if (!hours || !minutes || a?.kind !== 'duration' || (b?.kind !== 'duration' && b?.kind !== 'offset'))
    return hours
  const isJoined = section.text.slice(hours.end, minutes.start) === ' and '
  if (!isJoined || a.unit !== 'hour' || b.unit !== 'minute' || a.amount === null || b.amount === null)
    return hours
  // "seven hours and 25 minutes later": the last word is that of both.
  const meaning = { ...(b.kind === 'offset' ? b : a), unit: b.unit, amount: a.amount * 60 + b.amount }
  return { ...hours, end: minutes.end, expression: { ...hours.expression, meaning } }
}

/** "It opened at 9.15 a.m. and was adjourned at 12.45 p.m. After three and a half hours of argument …" */
export function clocksBefore(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    if (before?.paragraph !== sentence.paragraph) return []
    const [length, other] = datesOfSentence(section, sentence)
    const isHours =
      length?.expression.meaning.kind === 'duration' && length.expression.meaning.unit === 'hour'
    if (
      !length ||
      other ||
      !isHours ||
      !/^(After|In)( (those|these|the))? $/.test(section.text.slice(sentence.start, length.start))
    )
      return []
    const [first, last, another] = datesOfSentence(section, before).filter(
      ({ expression }) => expression.clock,
    )
    if (!first || !last || another) return []
    const [lead, middle] = [
      section.text.slice(before.start, first.start),
      section.text.slice(first.end, last.start),
    ]
    return begins.test(lead) && ends.test(middle) ? clockClaim(section, first, last, length) : []
  })
}

/** How many sentences before its end a journey may be told to begin. */
const courseReach = 2

/**
 * "The express had left at 5.47 a.m. … A wheel broke at 10.57 a.m., after five hours and ten minutes.": the time since a beginning
 * that a sentence before tells. What lasted may be a part of it only, so that just a slip in the hours is told.
 */
export function clocksSinceStart(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const dates = datesOfSentence(section, sentence)
    const [last, ...others] = dates.filter(({ expression }) => expression.clock)
    const length = last && wholeLength(section, dates.slice(dates.indexOf(last) + 1))
    if (!last || !length || others.length > 0 || !isAfter(section, last, length)) return []
    const before = sentences
      .slice(Math.max(0, index - courseReach), index)
      .filter(({ paragraph }) => paragraph === sentence.paragraph)
    const starts = before.flatMap((one) => startsIn(section, one))
    const [first] = starts
    if (!first || starts.length > 1) return []
    return clockClaim(section, first, last, length).filter(
      (claim) => claim.holds || isHoursApart(claim, length),
    )
  })
}

/** The times at which something begins: "had left Munich at 5.47 a.m. and was due at noon" has one. */
function startsIn(section: SectionView, sentence: PlacedSentence): DateMention[] {
  const clocks = datesOfSentence(section, sentence).filter(({ expression }) => expression.clock)
  return clocks.filter((clock, at) =>
    begins.test(section.text.slice(clocks[at - 1]?.end ?? sentence.start, clock.start)),
  )
}

/** Whether the told minutes are the real ones and only the hours differ. */
function isHoursApart({ found }: SpanClaim, { expression: { meaning } }: DateMention): boolean {
  if (meaning.kind !== 'duration' || meaning.amount === null || meaning.unit !== 'minute') return false
  return Number(/(\d+) min/.exec(found)?.[1]) === meaning.amount % 60
}

/** "came in at 13:45, after three and a half hours". */
function isAfter({ text }: SectionView, last: DateMention, { start }: DateMention): boolean {
  return (
    start > last.end &&
    /^( (the|that) (same|next) (day|morning|afternoon|evening|night)| in the (morning|afternoon|evening))?,? after $/i.test(
      text.slice(last.end, start),
    )
  )
}

/** "six hours later", behind both times. */
function isLater({ expression: { meaning } }: DateMention): boolean {
  return meaning.kind === 'offset' && meaning.sign > 0
}

/** The claim that a length of hours or minutes lies between two times; none where its own words leave it open. */
export function clockClaim(
  section: SectionView,
  first: DateMention,
  last: DateMention,
  length: DateMention,
): SpanClaim[] {
  const { meaning } = length.expression
  const [from, to] = [first.expression.clock, last.expression.clock]
  if ((meaning.kind !== 'duration' && meaning.kind !== 'offset') || meaning.amount === null || !from || !to)
    return []
  const nearby = section.text.slice(
    isAfter(section, last, length) ? length.start : Math.max(0, length.start - 12),
    isLater(length) ? length.start : length.end + 8,
  )
  if (
    /\b(than|over|under|about|nearly|almost|least|every|each|later|after|before|break|within)\b/i.test(nearby)
  )
    return []
  const said = meaning.amount * (meaning.unit === 'hour' ? 60 : 1)
  const minutes = spansOf(from, to)
  const isAbout = [first, last].some(({ start }) => aboutBefore.test(section.text.slice(0, start).slice(-9)))
  const tolerance = meaning.unit === 'hour' && Number.isInteger(meaning.amount) ? 29 : isAbout ? 10 : 5
  if (minutes.length === 0) return []
  const fitting = minutes.find((value) => Math.abs(value - said) <= tolerance)
  const found = fitting ?? minutes[0] ?? 0
  return [
    {
      evidence: [length, first, last],
      dates: [],
      said: quoteOf(section, length),
      found: `${Math.floor(found / 60)} h ${String(found % 60).padStart(2, '0')} min`,
      severity: 'likely',
      holds: fitting !== undefined,
    },
  ]
}

const aboutBefore = /\b(about|around|before|after)\s+$/

/** The minutes from one time to the other, over midnight if need be; both readings when a half of the day is left open. */
function spansOf(from: Clock, to: Clock): number[] {
  const starts = minutesOf(
    from.half ? from : { ...from, half: to.half && from.hour <= 12 ? null : from.half },
  )
  const ends = minutesOf(to)
  return starts.flatMap((start) => ends.map((end) => (((end - start) % 1440) + 1440) % 1440))
}

function minutesOf({ hour, minute, half }: Clock): number[] {
  if (hour > 24 || minute > 59) return []
  if (half) return [((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute]
  const plain = hour * 60 + minute
  return hour >= 1 && hour <= 12 ? [plain, plain + 720] : [plain]
}
