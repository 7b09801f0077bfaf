import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { begins, ends } from './course-words.js'
import type { SpanClaim } from './span-claim.js'
import { isThose, termClaim } from './terms.js'
import { areAlike, spans } from './whole-course.js'

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
    const before = sentences[index - 1]
    const { tokens } = sentence.paragraph.annotated
    const [length, last, another] = datesOfSentence(section, sentence)
    if (!length || !last || another || before?.paragraph !== sentence.paragraph) return []
    const [first, other] = datesOfSentence(section, before)
    if (!first || other || !areAlike(first, last)) return []
    const isFor = tokens[length.expression.first - 1]?.lower === 'for'
    const isHis = /^(he|she|it|they)$/.test(tokens[sentence.sentence.first]?.lower ?? '')
    const gap = tokens.slice(length.expression.next, last.expression.first).map(({ lower }) => lower)
    const isUntil = gap.some((word) => word === 'until' || word === 'till') && gap.length <= 7
    if (!isFor || !isHis || !isUntil || !begins.test(section.text.slice(before.start, first.start))) return []
    return termClaim(section, tokens, length, first, last, true) ?? []
  })
}
