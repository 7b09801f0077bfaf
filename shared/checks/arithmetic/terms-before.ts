import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { begins, ends } from './course-words.js'
import { fitsLoosely, isOverLength, lengthInWords } from './length-of-time.js'
import { intervalOfPrefix } from '../extract/timex.js'
import type { SpanClaim } from './span-claim.js'
import { endsOfTime } from './ends-of-time.js'
import { isThose, termClaim } from './terms.js'
import { areAlike, boundOf, isClockUnit, spans } from './whole-course.js'

/** How many tokens may stand before the length that a sentence says of the range before it. */
const openingReach = 3

/** "She ruled from 1701 to 1726. Her 25-year reign …": a length of the only range of the sentence before. */
export function termsBefore(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    const { tokens } = sentence.paragraph.annotated
    const [length] = datesOfSentence(section, sentence)
    if (!length || before?.paragraph !== sentence.paragraph || !opensWithSpan(tokens, sentence, length))
      return []
    const [first, last, other] = datesOfSentence(section, before)
    if (!first || !last?.expression.closesRange || other || !isExplicit(first) || !isExplicit(last)) return []
    return termClaim(section, tokens, length, first, last, true) ?? []
  })
}

/** "Her 25-year reign", "The reign of 25 years". */
function opensWithSpan(tokens: readonly Token[], { sentence }: PlacedSentence, length: DateMention): boolean {
  const { expression } = length
  const lead = tokens.slice(sentence.first, expression.first).map(({ lower }) => lower)
  if (
    lead.length <= openingReach &&
    (isThose(tokens, length) || /^in (its|his|her|their)$/.test(lead.join(' ')))
  )
    return true
  if (
    lead.length > openingReach ||
    !/^(his|her|its|their|the|this|that)$/.test(tokens[sentence.first]?.lower ?? '')
  )
    return false
  return (
    spans.has(tokens[expression.next]?.lower ?? '') || (lead.at(-1) === 'of' && spans.has(lead.at(-2) ?? ''))
  )
}

/**
 * "The strike began on 3 March and ended on 15 April. It had lasted six weeks.": a length of the course that the sentence
 * before tells from its beginning to its end.
 */
export function coursesBefore(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    const { tokens } = sentence.paragraph.annotated
    const [length] = datesOfSentence(section, sentence)
    if (!length || before?.paragraph !== sentence.paragraph) return []
    if (!saysItLasted(tokens, sentence, length) && !opensWithSpan(tokens, sentence, length)) return []
    const [first, last, other] = datesOfSentence(section, before)
    if (!first || !last || other || last.expression.closesRange || !areAlike(first, last)) return []
    const [lead, middle] = [
      section.text.slice(before.start, first.start),
      section.text.slice(first.end, last.start),
    ]
    if (!begins.test(lead) || !ends.test(middle)) return []
    return termClaim(section, tokens, length, first, last, true) ?? []
  })
}

/** "It had lasted ten weeks", "It lasted for a month". */
function saysItLasted(tokens: readonly Token[], { sentence }: PlacedSentence, length: DateMention): boolean {
  const lead = tokens.slice(sentence.first, length.expression.first).map(({ lower }) => lower)
  const next = tokens[length.expression.next]?.lower ?? '.'
  return /^(it|this)( had)? lasted( for)?$/.test(lead.join(' ')) && /^([.,;]|and|but)$/.test(next)
}

/** Words behind a length that opens a sentence and says where it was spent: "In six weeks at sea". */
const placeWords = new Set('at in on under underground without adrift captivity prison sea'.split(' '))

/**
 * "They were trapped on 5 August and brought up on 14 October. In seventy days underground …": a length that opens a sentence
 * behind one that tells of two days and nothing else.
 */
export function lengthsBehindTwoDays(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    const { tokens } = sentence.paragraph.annotated
    const [length, another] = datesOfSentence(section, sentence)
    if (
      !length ||
      another ||
      before?.paragraph !== sentence.paragraph ||
      !opensWithLength(tokens, sentence, length)
    )
      return []
    const [first, last, other] = datesOfSentence(section, before).filter(
      ({ expression }) => expression.meaning.kind === 'calendar',
    )
    if (!first || !last || other || last.expression.closesRange || !areAlike(first, last)) return []
    const middle = tokens.slice(first.expression.next, last.expression.first)
    if (
      !middle.some(({ lower }) => lower === 'and') ||
      middle.some(({ lower }) => /^(of|since)$/.test(lower))
    )
      return []
    return termClaim(section, tokens, length, first, last, true) ?? []
  })
}

/** "It was swept away in 1573. For thirty years, until …": what begins the time without a thing, or with it. */
const startsGap = new RegExp(
  `${begins.source}|\\b(swept away|destroyed|burn(ed|t) down|blown up|collapsed|closed|fell|died|sank|abolished|suspended)\\b`,
  'i',
)

/** Words for taking up a post, which are no beginning elsewhere. */
const takesUp = /\b(became|appointed|elected|took over|named|joined|succeeded|promoted|made)\b/

/**
 * "He became its director in 1972. When he retired in 1999 he had been in charge for twenty-seven years.": a length between the
 * last date of the sentence before and the end that opens its own.
 */
export function lengthsBehindEnd(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    const { tokens } = sentence.paragraph.annotated
    const [last, length, another] = datesOfSentence(section, sentence)
    if (!last || !length || another || before?.paragraph !== sentence.paragraph) return []
    const told = datesOfSentence(section, before)
    const [first, other] = [told.at(-1), told.at(-2)]
    if (!first || !areAlike(first, last)) return []
    const opening = section.text.slice(sentence.start, last.start)
    const middle = section.text.slice(last.end, length.start)
    const isEnd =
      /^(When|By the time) (he|she) (retired|left|resigned|died|stepped down|stood down|gave up)\b/.test(
        opening,
      )
    const isServed = /^,? (he|she) had (been|served|held|run|led|ruled|reigned|worked|spent)\b[^.;]*$/.test(
      middle,
    )
    if (!isEnd || !isServed || tokens[length.expression.first - 1]?.lower === 'after') return []
    const lead = section.text.slice(other?.end ?? before.start, first.start)
    if (!takesUp.test(lead) && !begins.test(lead)) return []
    const claim = termClaim(section, tokens, length, first, last, true)
    const [from, to] = endsOfTime(first, last) ?? []
    const { meaning } = length.expression
    if (!claim || !from || !to || meaning.kind !== 'duration' || meaning.amount === null) return []
    // What was held at the end may have begun later than the first date.
    return claim.holds || isOverLength(from, to, meaning.amount, meaning.unit) ? [claim] : []
  })
}

/**
 * "She was built at Turku in 2003 and has sailed in the Baltic for eighteen years": a length up to the day of publication.
 */
export function lengthsUntilNow(section: SectionView): SpanClaim[] {
  const now = intervalOfPrefix(section.published)
  if (!now) return []
  return proseSentences(section).flatMap((sentence) => {
    const { tokens } = sentence.paragraph.annotated
    const [first, length, another] = datesOfSentence(section, sentence)
    if (!first || !length || another || first.quoted || !isExplicit(first) || !first.interval) return []
    const { meaning } = length.expression
    const isFor = tokens[length.expression.first - 1]?.lower === 'for' && meaning.kind === 'duration'
    const middle = section.text.slice(first.end, length.start)
    const isSince =
      /^,?( and| which| who| but)? (has|have) [^,;.]*(since, )?for (nearly |almost |more than |over |just over |about )?$/.test(
        middle,
      )
    const lead = section.text.slice(sentence.start, first.start)
    if (!isFor || meaning.amount === null || isClockUnit(meaning.unit) || !isSince) return []
    if (!begins.test(lead) && !takesUp.test(lead)) return []
    const holds = fitsLoosely(first.interval, now, meaning.amount, meaning.unit, boundOf(section, length))
    // "was built in 1890 and has been empty for ten years": what lasts may have begun later.
    if (!holds && !isOverLength(first.interval, now, meaning.amount, meaning.unit)) return []
    return [
      {
        evidence: [length, first],
        dates: [first],
        said: section.text.slice(length.start, length.end),
        found: `${lengthInWords(first.interval, now, meaning.unit)} up to the day of publication`,
        severity: 'check' as const,
        holds,
      },
    ]
  })
}

/** "In six weeks at sea", "After seventy days underground", "In all that time" not. */
function opensWithLength(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  length: DateMention,
): boolean {
  const { first, next } = length.expression
  const lead = tokens.slice(sentence.first, first).map(({ lower }) => lower)
  return /^(in|after|during|for)$/.test(lead.join(' ')) && placeWords.has(tokens[next]?.lower ?? '')
}

/**
 * "Queen Adela came to the throne in 1621. She reigned for thirty-three years, until her death in 1654.": a length between the
 * only date of the sentence before and the end that is told with it.
 */
export function lengthsUntilEnd(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    // One sentence without a date may stand between: "The new bridge had seven arches."
    const isBare = (one: PlacedSentence | undefined): boolean =>
      one !== undefined && datesOfSentence(section, one).length === 0
    const before = sentences[isBare(sentences[index - 1]) ? index - 2 : index - 1]
    const { tokens } = sentence.paragraph.annotated
    const [length, last, another] = datesOfSentence(section, sentence)
    if (!length || !last || another || before?.paragraph !== sentence.paragraph) return []
    const told = datesOfSentence(section, before)
    const [first, other] = [told.at(-1), told.at(-2)]
    if (!first || !areAlike(first, last)) return []
    const isFor = tokens[length.expression.first - 1]?.lower === 'for'
    const isHis = /^(he|she|it|they)$/.test(tokens[sentence.sentence.first]?.lower ?? '')
    const gap = tokens.slice(length.expression.next, last.expression.first).map(({ lower }) => lower)
    const isUntil = gap.some((word) => word === 'until' || word === 'till') && gap.length <= 9
    const lead = section.text.slice(other?.end ?? before.start, first.start)
    const opens = length.expression.first === sentence.sentence.first + 1
    if (!isFor || !(isHis || opens) || !isUntil) return []
    if (!(opens ? startsGap : begins).test(lead)) return []
    return termClaim(section, tokens, length, first, last, true) ?? []
  })
}
