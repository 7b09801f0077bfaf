import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { DayInterval } from '../extract/calendar.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { intervalOfPrefix } from '../extract/timex.js'
import { fitsLoosely, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'
import { boundOf, isClockUnit } from './whole-course.js'

/**
 * "since 1941, 83 years ago", "has held it for 11 years, since 2012", "240 years ago, in 1781": a date and the time that has
 * gone by since, told beside each other. The end is the day of publication; nothing without one.
 */
export function lengthsToNow(section: SectionView): SpanClaim[] {
  const now = intervalOfPrefix(section.published)
  if (!now) return []
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence).filter(({ quoted }) => !quoted)
    return dates.flatMap((length, at) => {
      const neighbours = [dates[at - 1], dates[at + 1]]
      const since = neighbours.find((date) => date && isTold(section, sentence, length, date))
      return since?.interval && !isToAnother(section, dates, length, since)
        ? claimOf(section, length, since, now)
        : []
    })
  })
}

/** "Speaking in 2010, he recalled the strike of 1984, 26 years ago": counted up to another date of the sentence. */
function isToAnother(
  section: SectionView,
  dates: readonly DateMention[],
  length: DateMention,
  since: DateMention,
): boolean {
  const { meaning } = length.expression
  if ((meaning.kind !== 'duration' && meaning.kind !== 'offset') || meaning.amount === null) return false
  const { amount, unit } = meaning
  const [from, bound] = [since.interval, boundOf(section, length)]
  return dates.some(({ interval, expression }) => {
    const isLater = expression.meaning.kind === 'calendar' && interval && from && interval.lo > from.hi
    return isLater && fitsLoosely(from, interval, amount, unit, bound)
  })
}

/** Whether a length stands beside a date as the time that has gone by since. */
function isTold(
  section: SectionView,
  sentence: PlacedSentence,
  length: DateMention,
  date: DateMention,
): boolean {
  const { meaning } = date.expression
  if (meaning.kind !== 'calendar' || !date.interval || !isExplicit(date) || date.expression.closesRange)
    return false
  return isAgo(length) ? isBesideAgo(section, length, date) : isForSince(section, sentence, length, date)
}

function isAgo({ expression: { meaning } }: DateMention): boolean {
  return meaning.kind === 'offset' && meaning.sign < 0 && meaning.from === 'speech'
}

/** "in 1941, 83 years ago", "(1941, 83 years ago)", "83 years ago, in 1941", "83 years ago (1941)". */
function isBesideAgo({ text }: SectionView, length: DateMention, date: DateMention): boolean {
  return date.end <= length.start
    ? /^(, | \(|,? – | — )(some |about |nearly |almost |more than |over |just over |exactly |now )?$/.test(
        text.slice(date.end, length.start),
      ) && /^(\s*$|[,.;:)]| when\b| and\b| to the day)/.test(text.slice(length.end, length.end + 12))
    : /^(, | \()(in |on )?$/.test(text.slice(length.end, date.start))
}

/** "has held it for 11 years, since 2012"; "had held it" tells of another end. */
function isForSince(
  { text }: SectionView,
  sentence: PlacedSentence,
  length: DateMention,
  date: DateMention,
): boolean {
  const { meaning } = length.expression
  if (meaning.kind !== 'duration' || date.start < length.end) return false
  const lead = text.slice(sentence.start, length.start)
  const isUntilNow =
    /\b(has|have|'s|’s)( \w+){1,8} for (about |nearly |some |almost |more than |over )?$/.test(lead)
  return isUntilNow && !/\bhad\b/.test(lead) && /^,? since $/.test(text.slice(length.end, date.start))
}

function claimOf(
  section: SectionView,
  length: DateMention,
  since: DateMention,
  now: DayInterval,
): SpanClaim[] {
  const { meaning } = length.expression
  const from = since.interval
  if ((meaning.kind !== 'duration' && meaning.kind !== 'offset') || meaning.amount === null || !from)
    return []
  if (isClockUnit(meaning.unit) || now.lo <= from.hi) return []
  return [
    {
      evidence: [length, since],
      dates: [since],
      said: section.text.slice(length.start, length.end),
      found: `${lengthInWords(from, now, meaning.unit)} up to the day of publication`,
      severity: 'check' as const,
      holds: fitsLoosely(from, now, meaning.amount, meaning.unit, boundOf(section, length)),
    },
  ]
}
