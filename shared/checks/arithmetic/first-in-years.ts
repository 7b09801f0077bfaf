import {
  datesOfSentence,
  inSentence,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { civilOf, type DayInterval } from '../extract/calendar.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { intervalOfPrefix } from '../extract/timex.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import type { SpanClaim } from './span-claim.js'
import { fitsLoosely, lengthInWords } from './length-of-time.js'
import { boundOf } from './whole-course.js'

/** How many sentences before its own the last time may be told. */
const reach = 2

/** How many whole years the count may be off: it may leave out the first year, or the one that is not over. */
const yearsOfGrace = 1

/**
 * "last seen in 1744 … for the first time in 278 years", "the first strike in twenty years, since 1992": the time since
 * something happened last, up to the date of its own sentence or the day of publication.
 */
export function firstInYears(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const dates = datesOfSentence(section, sentence).filter(({ quoted }) => !quoted)
    const length = dates.find((date) => isFirstIn(section, date, sentence))
    const meaning = length?.expression.meaning
    if (!length || meaning?.kind !== 'duration' || meaning.amount === null || meaning.unit !== 'year')
      return []
    const before = sentences.slice(Math.max(0, index - reach), index)
    const since = lastTime(section, dates, length)
    const last =
      since ?? (namesAnother(sentence, length) ? undefined : lastTimeBefore(section, sentence, before))
    const others = dates.filter((date) => date !== length && date !== last && isDated(date))
    const now = others.length === 0 ? intervalOfPrefix(section.published) : (others[0]?.interval ?? null)
    if (!last?.interval || !now || others.length > 1 || now.lo <= last.interval.hi) return []
    const holds = [-yearsOfGrace, 0, yearsOfGrace].some((years) =>
      fitsLoosely(last.interval ?? now, now, (meaning.amount ?? 0) + years, 'year', boundOf(section, length)),
    )
    // What was seen last may have been seen elsewhere: only a length that looks like a slip is told.
    if (!holds && !since && !isSlip(last.interval, now, meaning.amount)) return []
    return [
      {
        evidence: [length, last],
        dates: [last],
        said: section.text.slice(length.start, length.end),
        found: `${lengthInWords(last.interval, now, 'year')} since the last time`,
        severity: 'check' as const,
        holds,
      },
    ]
  })
}

/** "The cup was last won in 2001 by Lund. Halm won it for the first time in 50 years.": another's first time. */
function namesAnother({ paragraph, sentence }: PlacedSentence, { expression }: DateMention): boolean {
  return inSentence(paragraph.annotated.names, sentence).some(({ first }) => first < expression.first)
}

/** Whether a wrong digit made the told years of those that the dates give. */
function isSlip(last: DayInterval, now: DayInterval, told: number): boolean {
  const years = civilOf(now.lo).year - civilOf(last.lo).year
  return [years - yearsOfGrace, years, years + yearsOfGrace].some((real) => areSlipsOfEachOther(real, told))
}

/** "for the first time in 40 years", "the first strike in 40 years". */
function isFirstIn({ text }: SectionView, { start }: DateMention, sentence: PlacedSentence): boolean {
  return /\b([Ff]or the first time in|[Tt]he first( \w+){0,3} in|[Ii]ts first( \w+){0,3} in|[Ff]irst in) (the )?$/.test(
    text.slice(Math.max(sentence.start, start - 60), start),
  )
}

function isDated(date: DateMention): boolean {
  return date.expression.meaning.kind === 'calendar' && date.interval !== null && isExplicit(date)
}

/** "…, since 1744": the last time, told with the length. */
function lastTime(
  { text }: SectionView,
  dates: readonly DateMention[],
  { end }: DateMention,
): DateMention | undefined {
  return dates.find(
    (date) => isDated(date) && date.start > end && /^( years)?,? since $/.test(text.slice(end, date.start)),
  )
}

/** "It was last seen in 1744.": the only date of a sentence that says so, in the same paragraph. */
function lastTimeBefore(
  section: SectionView,
  { paragraph }: PlacedSentence,
  before: readonly PlacedSentence[],
): DateMention | undefined {
  const told = before.flatMap((sentence) => {
    if (sentence.paragraph !== paragraph) return []
    const dates = datesOfSentence(section, sentence).filter((date) => isDated(date) && !date.quoted)
    return dates.filter(({ start }) =>
      /\b(was|were|been|had|is|,) last (\w+ ){1,3}(in|on) $/.test(section.text.slice(sentence.start, start)),
    )
  })
  return told.length === 1 ? told[0] : undefined
}
