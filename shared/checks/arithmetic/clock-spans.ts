import { datesOfSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import type { Clock } from '../extract/expression.js'
import type { DateMention } from '../extract/mention.js'
import type { SpanClaim } from './span-claim.js'

/** "from 9:00 to 11:30, a four-hour session": a length that its two times of day do not have. */
export function wrongClockSpans(section: SectionView): SpanClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence)
    const times = dates.filter(({ expression }) => expression.clock)
    const lengths = dates.filter(
      ({ expression: { meaning } }) =>
        meaning.kind === 'duration' && (meaning.unit === 'hour' || meaning.unit === 'minute'),
    )
    const [first, last] = times
    const [length] = lengths
    if (!first || !last || !length || times.length !== 2 || lengths.length !== 1) return []
    const between = section.text.slice(first.end, last.start)
    const lead = section.text.slice(Math.max(0, first.start - 9), first.start)
    const isSpan = /^\s*(to|until|till|–|-|and)\s*$/.test(between) && /\b(from|between)\s+$|[\s(]$/.test(lead)
    return isSpan ? clockClaim(section, first, last, length) : []
  })
}

function clockClaim(
  section: SectionView,
  first: DateMention,
  last: DateMention,
  length: DateMention,
): SpanClaim[] {
  const { meaning } = length.expression
  const [from, to] = [first.expression.clock, last.expression.clock]
  if (meaning.kind !== 'duration' || meaning.amount === null || !from || !to) return []
  const nearby = section.text.slice(Math.max(0, length.start - 12), length.end + 8)
  if (
    /\b(than|over|under|about|nearly|almost|least|every|each|later|after|before|break|within)\b/i.test(nearby)
  )
    return []
  const said = meaning.amount * (meaning.unit === 'hour' ? 60 : 1)
  const minutes = spansOf(from, to)
  const tolerance = meaning.unit === 'hour' && Number.isInteger(meaning.amount) ? 29 : 5
  if (minutes.length === 0 || minutes.some((value) => Math.abs(value - said) <= tolerance)) return []
  const [found = 0] = minutes
  return [
    {
      evidence: [length, first, last],
      dates: [],
      said: quoteOf(section, length),
      found: `${Math.floor(found / 60)} h ${String(found % 60).padStart(2, '0')} min`,
      severity: 'likely',
    },
  ]
}

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
