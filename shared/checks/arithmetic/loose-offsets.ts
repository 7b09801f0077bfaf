import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { relatives } from '../extract/en/kin-words.js'
import type { Unit } from '../extract/en/unit-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { endsOfTime } from './ends-of-time.js'
import { daysIn, fitsLoosely, type LengthBound, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'
import { type StoryDate, storyDatesOf } from './story-dates.js'
import { boundOf, isClockUnit } from './whole-course.js'

/** How many sentences before its own the date may be told from which a length is counted. */
const reach = 4

/**
 * "The treaty was concluded on 4 March 1713. … on 11 August 1722, fourteen years after the ink had dried, …": a date that is
 * told by its distance from something which the words for it do not name. Only when the text has one date before it to
 * count from, or none of those before it fits.
 */
export function looseOffsets(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const lengths = datesOfSentence(section, sentence)
    return lengths.flatMap((length) => {
      const told = lengthOf(section, sentence, length)
      if (!told) return []
      const near = storyDatesOf(section, sentences.slice(Math.max(0, index - reach), index + 1))
      return offsetOf(section, sentence, told, near)
    })
  })
}

interface ToldLength {
  length: DateMention
  amount: number
  unit: Unit
  sign: 1 | -1
  bound: LengthBound
  /** The words of the event that the length is counted from; '' for "later". */
  event: string
  /** Whether it is counted from the day that was planned. */
  isLate?: boolean
}

function lengthOf(section: SectionView, sentence: PlacedSentence, length: DateMention): ToldLength | null {
  const { meaning } = length.expression
  if (length.quoted || (meaning.kind !== 'duration' && meaning.kind !== 'offset')) return null
  if (meaning.amount === null || isClockUnit(meaning.unit)) return null
  const bound = boundOf(section, length)
  if (bound === 'vague') return null
  const { amount, unit } = withRest(section, sentence, length, meaning.amount, meaning.unit)
  if (meaning.kind === 'offset')
    return meaning.from === 'focus' ? { length, amount, unit, sign: meaning.sign, bound, event: '' } : null
  const behind = section.text
    .slice(length.end, sentence.end)
    .replace(/^ and [\w-]+ (months?|days?)(?= (late|behind|after|before)\b)/, '')
  const isLate = /^ (late|behind schedule|overdue)\b/.test(behind)
  if (isLate) return { length, amount, unit, sign: 1, bound, event: '', isLate }
  if (/\b(for|of|within|in) $/i.test(section.text.slice(Math.max(0, length.start - 8), length.start)))
    return null
  const after = /^ (after|before|into|from|since) ([^,;:.()–—]*)/.exec(behind)
  if (!after || /^(from|since)$/.test(after[1] ?? '')) return null
  return { length, amount, unit, sign: after[1] === 'before' ? -1 : 1, bound, event: after[2] ?? '' }
}

/** "six years and four months": the second length is of the first one's parts. */
function withRest(
  section: SectionView,
  sentence: PlacedSentence,
  { end }: DateMention,
  amount: number,
  unit: Unit,
): { amount: number; unit: Unit } {
  const rest = datesOfSentence(section, sentence).find(({ start }) => start > end)
  const meaning = rest?.expression.meaning
  if (!rest || (meaning?.kind !== 'duration' && meaning?.kind !== 'offset') || meaning.amount === null)
    return { amount, unit }
  const parts = partsOf.get(`${unit} ${meaning.unit}`)
  if (section.text.slice(end, rest.start) !== ' and ' || !parts) return { amount, unit }
  return { amount: amount * parts + meaning.amount, unit: meaning.unit }
}

const partsOf: ReadonlyMap<string, number> = new Map([
  ['year month', 12],
  ['week day', 7],
])

function offsetOf(
  section: SectionView,
  sentence: PlacedSentence,
  told: ToldLength,
  near: readonly StoryDate[],
): SpanClaim[] {
  const target = targetOf(section, sentence, told, near)
  if (!target) return []
  const anchors = near.filter(({ date }) => date.start < target.date.start && date.start < told.length.start)
  const [anchor, ...others] = anchors.toReversed()
  if (told.isLate && !(anchor && planned.test(anchor.lead))) return []
  if (!anchor || (others.length > 0 && told.event !== '') || namesOther(told.event, anchor)) return []
  if (anchors.some(({ date }) => fits(date, target.date, told))) return []
  const ordered = told.sign > 0 ? ([anchor, target] as const) : ([target, anchor] as const)
  const between = endsOfTime(ordered[0].date, ordered[1].date)
  if (!between || between[1].lo <= between[0].hi) return []
  const real = (between[1].lo - between[0].hi) / daysIn[told.unit]
  if (told.amount < real * leastShare || told.amount > (real + 1) * mostShare) return []
  return [
    {
      evidence: [told.length, target.date, anchor.date],
      dates: [anchor.date, target.date],
      said: quoteOf(section, told.length),
      found: lengthInWords(between[0], between[1], told.unit),
      severity: isExplicit(anchor.date) && isExplicit(target.date) && told.event === '' ? 'likely' : 'check',
      holds: false,
    },
  ]
}

/** Words for what was meant to be. */
const planned =
  /\b(due|planned|foresaw|foreseen|scheduled|expected|promised|intended|meant|target|deadline|should have|was to|were to)\b/

/** Between which shares of the real length a told one is taken to be a slip of it. */
const leastShare = 0.3
const mostShare = 3

function fits(anchor: DateMention, target: DateMention, { amount, unit, sign, bound }: ToldLength): boolean {
  const between = sign > 0 ? endsOfTime(anchor, target) : endsOfTime(target, anchor)
  // A weekday may be that of the week before or after.
  const isLoose = [anchor, target].some(({ expression }) => expression.meaning.kind === 'weekday')
  return (
    between !== null &&
    (isLoose ? [-7, 0, 7] : [0]).some((shift) =>
      fitsLoosely(between[0], { lo: between[1].lo + shift, hi: between[1].hi + shift }, amount, unit, bound),
    )
  )
}

/** The date that the length leads to: right before it, right behind it, or the last before it in the sentence. */
function targetOf(
  section: SectionView,
  sentence: PlacedSentence,
  { length, event }: ToldLength,
  near: readonly StoryDate[],
): StoryDate | undefined {
  const own = near.filter((one) => one.sentence === sentence)
  const behind = own.find(({ date }) => date.start > length.end)
  const gap = behind ? section.text.slice(length.end, behind.date.start) : ''
  if (
    behind &&
    /^( (after|before) [^,;:()–—]*)?,? (on |in |by )?(the )?$/.test(gap) &&
    (event === '' || /,/.test(gap))
  )
    return behind
  const before = own.findLast(({ date }) => date.end < length.start)
  if (!before) return undefined
  const lead = section.text.slice(before.date.end, length.start)
  const isBeside =
    /^,? ?[(–—]?( ?(a little|just|exactly|only|about|nearly|almost|more than|less than|over|under|some|barely|not quite|fully))* ?$/.test(
      lead,
    )
  if (isBeside) return before
  const isClauseBefore = event !== '' && !/\b(and|but|since|until|before|had)\b/.test(lead)
  return isClauseBefore ? before : undefined
}

/** Whether the event has a name, a date or kin of its own that the sentence of the only date before says nothing of. */
function namesOther(event: string, { sentence }: StoryDate): boolean {
  if (event === '') return false
  if (
    relatives.test(event) ||
    /\b(birth|death|died|born|marriage|married|wedding|war|independence|\d{3,4})\b/.test(event)
  )
    return true
  const names = event.match(/\b[A-Z]\w+/g) ?? []
  return names.some((name) => !sentence.text.includes(name))
}
