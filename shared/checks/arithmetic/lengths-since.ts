import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import type { DayInterval } from '../extract/calendar.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { intervalOfPrefix } from '../extract/timex.js'
import { fitsLoosely, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'
import { boundOf, isClockUnit } from './whole-course.js'

/** How many sentences behind the beginning the length may be told. */
const reach = 3

/** From how many years on the year that has begun may be counted. */
const leastInclusive = 5

/** Between which shares of the real length a told one is taken to be a slip of it. */
const leastShare = 0.35
const mostShare = 3

/**
 * "She has led the board since May 2011. “After eight years in the chair it is time …”": a length up to the day of publication
 * of what a sentence before says has gone on since a date, told in other words or by somebody who speaks.
 */
export function lengthsSince(section: SectionView): SpanClaim[] {
  const now = intervalOfPrefix(section.published)
  if (!now) return []
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const lengths = datesOfSentence(section, sentence).filter((length) =>
      isInOffice(section, sentence, length),
    )
    if (lengths.length === 0) return []
    // "She will leave after 23 years with the company. Ms Holt joined in 1997."
    const isLeaving =
      /\b(will|is to|to|plans to) (leave|retire|step down|stand down|go)\b|\b(leaves|leaving|retires|retiring|steps down)\b/.test(
        sentence.text,
      )
    const behind = sentences[index + 1]
    const near = [
      ...sentences.slice(Math.max(0, index - reach), index + 1),
      ...(isLeaving && behind ? [behind] : []),
    ]
    const starts = near.flatMap((one) => startsIn(section, one, isLeaving))
    const [start] = starts
    if (!start || starts.length > 1) return []
    return lengths.flatMap((length) => claimOf(section, length, start, now))
  })
}

function claimOf(
  section: SectionView,
  length: DateMention,
  start: DateMention,
  now: DayInterval,
): SpanClaim[] {
  const { meaning } = length.expression
  if (meaning.kind !== 'duration' || meaning.amount === null || isClockUnit(meaning.unit) || !start.interval)
    return []
  const bound = boundOf(section, length)
  const years = (now.lo - start.interval.lo) / 365
  const amount = meaning.amount * (meaning.unit === 'decade' ? 10 : meaning.unit === 'month' ? 1 / 12 : 1)
  if (bound === 'vague' || amount < years * leastShare || amount > years * mostShare) return []
  const holds = (meaning.amount >= leastInclusive ? [0, 1] : [0]).some((more) =>
    fitsLoosely(start.interval ?? now, now, (meaning.amount ?? 0) - more, meaning.unit, bound),
  )
  return [
    {
      evidence: [length, start],
      dates: [start],
      said: quoteOf(section, length),
      found: `${lengthInWords(start.interval, now, meaning.unit)} up to the day of publication`,
      severity: 'check',
      holds,
    },
  ]
}

/** "has led the board since May 2011". */
function startsIn(section: SectionView, sentence: PlacedSentence, isLeaving: boolean): DateMention[] {
  return datesOfSentence(section, sentence).filter((date) => {
    const lead = section.text.slice(sentence.start, date.start)
    return (
      !date.quoted &&
      isExplicit(date) &&
      date.interval !== null &&
      date.expression.meaning.kind === 'calendar' &&
      ((isLeaving &&
        /\b(joined|took over|was appointed|became|started (at|with|as)|came to)\b[^;.]*\b(in|on) $/.test(
          lead,
        )) ||
        /\b(has|have)\b[^;:.]*\bsince ((his|her|its|their|the) \w+ (in|on) )?$/.test(lead))
    )
  })
}

/** "After eight years in the chair", "twelve years' experience", "twelve years at the helm". */
function isInOffice(section: SectionView, sentence: PlacedSentence, length: DateMention): boolean {
  if (length.expression.meaning.kind !== 'duration') return false
  const lead = section.text.slice(Math.max(sentence.start, length.start - 30), length.start)
  const tail = section.text.slice(length.end, Math.min(sentence.end, length.end + 40))
  const isOwn =
    /(^|\b(after|for|in|over|with|of|my|her|his|these|those|past|last|spent|brings|been|thanked \w+ for) |[“"])((nearly|almost|more than|over|some|about|the) )?$/i.test(
      lead,
    )
  // "that our customers have relied on for eighteen years"
  const isHeld = /\b(have|has|'ve) (\w+ ){1,4}for $/.test(lead) && /^[,.;”"’']/.test(tail)
  const isSpent =
    /^ (that |which )?(he|she|they|it) (has|have) (already |now |so far )?(spent|been|served|held|worked|led|waited)\b/.test(
      tail,
    )
  return (
    isHeld ||
    isSpent ||
    (isOwn &&
      /^['’]? (at the (helm|top|club|company|wheel|bank|head|paper|museum|school|firm|controls)|in (the )?(chair|charge|office|post|job|role|command|position|service|seat)|on the (board|council|bench)|with (the|its) (company|firm|bank|club|group|paper|airline|orchestra|force)|as (the |its |our )?(head|chair\w*|chief|director|editor|president|captain|leader|manager|mayor|principal|conductor|boss)|of (service|leadership)|(of )?experience at)\b/.test(
        tail,
      ))
  )
}
