import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { begins, ends } from './course-words.js'
import type { SpanClaim } from './span-claim.js'
import { areAlike, isThose, spans, termClaim } from './terms.js'

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
  if (lead.length <= openingReach && isThose(tokens, length)) return true
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
    if (!length || before?.paragraph !== sentence.paragraph || !saysItLasted(tokens, sentence, length))
      return []
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
