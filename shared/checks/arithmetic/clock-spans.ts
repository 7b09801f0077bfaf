import { datesOfSentence, proseSentences, type SectionView } from '../check-context.js'
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
    const [length] = lengths
    if (!first || !last || !length || times.length !== 2 || lengths.length !== 1) return []
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
    return isSpan || isTold ? clockClaim(section, first, last, length) : []
  })
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

/** "came in at 13:45, after three and a half hours". */
function isAfter({ text }: SectionView, last: DateMention, { start }: DateMention): boolean {
  return (
    start > last.end &&
    /^( (the|that) (same|next) (day|morning|afternoon|evening|night))?,? after $/i.test(
      text.slice(last.end, start),
    )
  )
}

/** "six hours later", behind both times. */
function isLater({ expression: { meaning } }: DateMention): boolean {
  return meaning.kind === 'offset' && meaning.sign > 0
}

function clockClaim(
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
  const tolerance = meaning.unit === 'hour' && Number.isInteger(meaning.amount) ? 29 : 5
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
