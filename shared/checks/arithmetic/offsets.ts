import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import type { Unit } from '../extract/en/unit-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { endsOfTime } from './ends-of-time.js'
import { fitsLoosely, type LengthBound, lengthBoundOf, lengthInWords } from './length-of-time.js'
import type { SpanClaim } from './span-claim.js'
import { anchorOf, isPlaced, senseOf } from './told-event.js'

/**
 * "four days after <event or date>, on <date>", "two weeks later, on <date>": a date told by its distance from another.
 */
export function offsetClaims(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const dates = datesOfSentence(section, sentence).filter(({ quoted }) => !quoted)
    const before = sentences.slice(Math.max(0, index - 12), index)
    return dates.flatMap((_, at) => claimOf(section, sentence, dates, at, before) ?? [])
  })
}

interface Length {
  amount: number
  unit: Unit
  sign: -1 | 1
}

function claimOf(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
  at: number,
  before: readonly PlacedSentence[],
): SpanClaim | null {
  const mention = dates[at]
  if (!mention) return null
  const { meaning } = mention.expression
  if (meaning.kind === 'offset' && meaning.from === 'focus')
    return laterClaim(section, sentence, dates, at, before) ?? trailingClaim(section, sentence, dates, at)
  if (meaning.kind !== 'duration' || meaning.amount === null || isVague(section, mention)) return null
  const { tokens } = sentence.paragraph.annotated
  const word = tokens[mention.expression.next]?.lower
  if (word !== 'after' && word !== 'before') return null
  // "broken off for eighteen months after the flood of 1955": how long it was, and not when.
  if (tokens[mention.expression.first - 1]?.lower === 'for') return null
  const length: Length = { amount: meaning.amount, unit: meaning.unit, sign: word === 'after' ? 1 : -1 }
  return afterClaim(section, sentence, dates, at, length, before)
}

/** "within four days", "several weeks later": not a length to compute with. */
function isVague(section: SectionView, mention: DateMention): boolean {
  return boundOf(section, mention) === 'vague'
}

function boundOf(section: SectionView, { start, end }: DateMention): LengthBound {
  return lengthBoundOf(section.text.slice(Math.max(0, start - 10), end))
}

/** "ended on Wednesday": a weekday whose day the date of publication tells, give or take a week. */
function isPlacedWeekday({ interval, granularity, expression: { meaning } }: DateMention): boolean {
  return meaning.kind === 'weekday' && granularity === 'day' && interval !== null
}

/** "four days after 24 February 2022, on 28 February 2022" and "on 28 February 2022, four days after the siege began". */
function afterClaim(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
  at: number,
  length: Length,
  before: readonly PlacedSentence[],
): SpanClaim | null {
  const { tokens } = sentence.paragraph.annotated
  const mention = dates[at] as DateMention
  const clauseStart = mention.expression.next + 1
  const next = dates[at + 1]
  const own = isPlaced(next) && isInClause(tokens, clauseStart, next.expression.first) ? next : null
  const others = dates.filter(
    (date) =>
      date !== own &&
      (isPlaced(date) || isPlacedWeekday(date)) &&
      Math.abs(date.expression.first - mention.expression.next) <= 24,
  )
  const aside = own ? null : anchorInAside(tokens, mention, others)
  if (aside) return judged(section, mention, aside.anchor, aside.target, length)
  const target = own
    ? (others.find((date) => date.start > own.start) ?? others.findLast((date) => date.start < mention.start))
    : nearest(others, mention)
  if (!target || target.expression.closesRange) return null
  const clauseEnd = own
    ? own.expression.first
    : endOfClause(
        tokens,
        clauseStart,
        target.expression.first > clauseStart ? target.expression.first : sentence.sentence.next,
      )
  const clause = tokens.slice(clauseStart, clauseEnd)
  const anchor =
    own ??
    anchorBeside(sentence, clause, others.filter(isPlaced), target) ??
    anchorOf(section, clause, before)
  if (!anchor || anchor === target) return null
  const claim = judged(section, mention, anchor, target, length)
  if (own || claim?.holds !== false) return claim
  // Another date told before may be the one that is meant.
  const told = before
    .flatMap((one) => datesOfSentence(section, one))
    .filter((date) => isPlaced(date) && date !== anchor)
  return told.some((date) => judged(section, mention, date, target, length)?.holds) ? null : claim
}

/** How far behind "after" the date of the event in the clause may stand, in tokens: "after the fall, on 17 March". */
const asideReach = 6

/**
 * "left hospital on Thursday, nine weeks after the fall, on 17 March": with a date right before the length, the one that
 * closes its clause is that of the event.
 */
function anchorInAside(
  tokens: readonly Token[],
  { expression }: DateMention,
  dates: readonly DateMention[],
): { anchor: DateMention; target: DateMention } | null {
  const target = dates.find(
    ({ expression: { next } }) => next === expression.first - 1 && tokens[next]?.lower === ',',
  )
  const anchor = dates.find(({ expression: { first } }) => {
    const isAside = tokens[first - 2]?.lower === ',' && /^(on|in)$/.test(tokens[first - 1]?.lower ?? '')
    return isAside && first > expression.next && first - expression.next <= asideReach
  })
  const behind = anchor ? (tokens[anchor.expression.next]?.lower ?? '.') : ''
  return target && anchor && isPlaced(anchor) && /^[.;)]$/.test(behind) ? { anchor, target } : null
}

/** "signed on 1 November and broken on 1 March, four months after the signing": the event stands with its date in the sentence. */
function anchorBeside(
  { paragraph, sentence }: PlacedSentence,
  clause: readonly Token[],
  dates: readonly DateMention[],
  target: DateMention,
): DateMention | null {
  const senses = new Set(
    clause.filter(({ lower }) => !functionWords.has(lower)).map(({ lower }) => senseOf(stemOf(lower))),
  )
  const { tokens } = paragraph.annotated
  const found = dates.filter((date) => {
    const { first } = date.expression
    const lead = tokens.slice(Math.max(sentence.first, first - anchorReach), first)
    return (
      date !== target &&
      date.start < target.start &&
      lead.some(({ lower }) => senses.has(senseOf(stemOf(lower))))
    )
  })
  return senses.size === 1 && found.length === 1 ? (found[0] ?? null) : null
}

/** How far before its date the word for an event may stand, in tokens. */
const anchorReach = 6

function nearest(dates: readonly DateMention[], mention: DateMention): DateMention | undefined {
  const distance = (date: DateMention): number =>
    date.start > mention.end ? date.start - mention.end : mention.start - date.end
  return [...dates].sort((a, b) => distance(a) - distance(b))[0]
}

/** Whether nothing ends the clause between "after" and a date: "after the vote of 3 May", but not "after the vote, on 3 May". */
function isInClause(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from <= 8 && !tokens.slice(from, to).some(({ lower }) => /^[,;:()–—]$/.test(lower))
}

function endOfClause(tokens: readonly Token[], from: number, floor: number): number {
  let at = from
  while (at < floor && !/^[,;:()–—.]$/.test(tokens[at]?.lower ?? '.')) at++
  return at
}

/** "Two days later, on 7 May": the offset was resolved from the date before, and another date stands right behind it. */
function laterClaim(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
  at: number,
  before: readonly PlacedSentence[],
): SpanClaim | null {
  const mention = dates[at] as DateMention
  const { meaning } = mention.expression
  const target = dates[at + 1]
  const { tokens } = sentence.paragraph.annotated
  if (meaning.kind !== 'offset' || !isPlaced(target) || isVague(section, mention)) return null
  const gap = tokens.slice(mention.expression.next, target.expression.first).map(({ lower }) => lower)
  if (gap.length > 2 || gap.some((word) => ![',', 'on', 'in', '('].includes(word))) return null
  const earlier = [...before.flatMap((other) => datesOfSentence(section, other)), ...dates.slice(0, at)]
  const anchor = earlier.findLast((date) => isPlaced(date) && !date.quoted && !isAside(section, date))
  return anchor
    ? judged(section, mention, anchor, target, {
        amount: meaning.amount,
        unit: meaning.unit,
        sign: meaning.sign,
      })
    : null
}

/** "It began on 1 May 2006 and ended on 30 April 2009, three years later": the offset stands behind both its dates. */
function trailingClaim(
  section: SectionView,
  { paragraph }: PlacedSentence,
  dates: readonly DateMention[],
  at: number,
): SpanClaim | null {
  const mention = dates[at] as DateMention
  const [anchor, target] = [dates[at - 2], dates[at - 1]]
  const { meaning } = mention.expression
  if (meaning.kind !== 'offset' || !isPlaced(anchor) || !isPlaced(target) || isVague(section, mention))
    return null
  if (target.expression.closesRange || !isExplicit(anchor)) return null
  const gap = paragraph.annotated.tokens.slice(target.expression.next, mention.expression.first)
  if (gap.length === 0 || !gap.every(({ lower }) => trailers.has(lower))) return null
  return judged(section, mention, anchor, target, meaning)
}

const trailers = new Set([',', '(', '–', '—', 'exactly', 'only'])

function isAside(section: SectionView, { start }: DateMention): boolean {
  return section.text.charAt(start - 1) === '('
}

function judged(
  section: SectionView,
  mention: DateMention,
  anchor: DateMention,
  target: DateMention,
  length: Length,
): SpanClaim | null {
  const [earlier, later] = length.sign > 0 ? [anchor, target] : [target, anchor]
  const ends = endsOfTime(earlier, later)
  if (!ends) return null
  const [first, last] = ends
  const explicit = isExplicit(anchor) && isExplicit(target)
  const bound = boundOf(section, mention)
  const holds = weeksAround(target).some((shift) =>
    fitsLoosely(first, { lo: last.lo + shift, hi: last.hi + shift }, length.amount, length.unit, bound),
  )
  return {
    evidence: [mention, target, anchor],
    dates: [anchor, target],
    said: quoteOf(section, mention),
    found: lengthInWords(first, last, length.unit),
    severity: explicit ? 'likely' : 'check',
    holds,
  }
}

/** By how many days the day of a date may be another than it was read as: a weekday may be that of a week beside. */
function weeksAround(date: DateMention): readonly number[] {
  return isPlacedWeekday(date) ? [-7, 0, 7] : [0]
}
