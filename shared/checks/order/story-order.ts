import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'
import { clauseWith, isAct, isAside, isInAct, isKnownCourse, isPastVerb, storyDates } from './story-clause.js'

/**
 * "She inherited the mill in 1896, ran it for years and left it to her nephew in 1871": what one subject did is told in the
 * order of time where nothing in the sentence turns back.
 */
export function reversedChains(section: SectionView): OrderClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = storyDates(section, sentence)
    if (dates.length < 2 || dates.length > mostDates) return []
    const { tokens } = sentence.paragraph.annotated
    return dates.flatMap((later, at) => {
      const first = dates[at - 1]
      if (!first || !isReversed(first, later)) return []
      const lead = tokens.slice(sentence.sentence.first, first.expression.first)
      const middle = tokens.slice(first.expression.next, later.expression.first)
      if (lead.some(isRelative) || [...lead, ...middle].some(isAside)) return []
      if (!isNextAct(middle) || !isInAct(lead)) return []
      return [{ first, later, because: 'the sentence tells one after the other', severity: 'check' as const }]
    })
  })
}

/** "The manager, who took over in 2012, …": a date of an aside. */
function isRelative({ lower }: Token): boolean {
  return /^(who|which|whose|whom)$/.test(lower)
}

/** With more dates than this a sentence is a list. */
const mostDates = 4

/** ", and left it to", "; then the senate passed it", ", who sold it": another act, of the same subject or upon the same thing. */
function isNextAct(all: readonly Token[]): boolean {
  // "bought a mill built in 1871": the date is that of the last verb.
  const last = all.findLastIndex(
    ({ lower, capital }) => !capital && isPastVerb(lower) && !/^(found|led|lit|set)$/.test(lower),
  )
  const middle = all.slice(0, last + 1)
  return middle.some(({ lower }, at) => {
    const next = middle[at + 1]
    if (!next) return false
    if (lower === 'and' || lower === 'but') {
      const skip = /ly$|^(then|later|finally|eventually|subsequently)$/.test(next.lower) ? 2 : 1
      return at + skip === last && isAct(middle[at + skip])
    }
    // "succeeded in 1721, pulled down the stables in"
    if (lower === ',' && at === 0) return last === 1 && isAct(next)
    if (lower === 'who' || lower === 'which')
      return at + 1 === last && isAct(next) && /^(it|them|the|its)$/.test(all[at + 2]?.lower ?? '')
    return false
  })
}

/** How many dates the sentence before may tell, one after the other. */
const mostTold = 2

/** How many sentences the story may go on in without a date. */
const reach = 2

/**
 * "He left Prague in the summer of 1938. … He was met in New York in February 1937.": a story of one person or thing goes back in
 * time without a word that says so.
 */
export function reversedStories(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const [later, ...others] = storyDates(section, sentence)
    if (!later || others.some((date) => isReversed(later, date)) || !isContinued(sentence, later)) return []
    if (datesOfSentence(section, sentence).find(isCalendarDate) !== later) return []
    const before = sentences
      .slice(Math.max(0, index - reach), index)
      .findLast((one) => datesOfSentence(section, one).length > 0)
    if (!before || before.paragraph !== sentence.paragraph) return []
    const told = storyDates(section, before)
    const first = told.at(-1)
    const isRising = told.every((date, at) => at === 0 || !isReversed(told[at - 1] ?? date, date))
    if (!first || !isRising || told.length > mostTold || !isReversed(first, later)) return []
    if ((first.interval?.lo ?? 0) - (later.interval?.hi ?? 0) > longestSlip) return []
    if (datesOfSentence(section, before).filter(isCalendarDate).length > told.length) return []
    if (isKnownCourse(sentence, before)) return []
    const { tokens } = before.paragraph.annotated
    const words = tokens.slice(before.sentence.first, before.sentence.next)
    if (words.some(isAside) || !isInAct(words)) return []
    return [{ first, later, because: 'the story goes on from one to the other', severity: 'check' as const }]
  })
}

/** "He sailed …": a pronoun, a verb in the past that is done once, and nothing that looks back. */
function isContinued(placed: PlacedSentence, date: DateMention): boolean {
  const { paragraph, sentence } = placed
  const { tokens } = paragraph.annotated
  const words = clauseWith(placed, date)
  const lead = tokens.slice(sentence.first, date.expression.first)
  if (words.some(isAside)) return false
  if (pronouns.test(words[0]?.lower ?? '')) return isInAct(lead)
  // "After leaving government in 1981 she chaired …"
  const isAfter =
    /^(after|on|upon|having)$/.test(words[0]?.lower ?? '') &&
    words[words[0]?.lower === 'having' ? 0 : 1]?.lower.endsWith('ing') === true
  if (isAfter && words.slice(2).some(({ lower }) => pronouns.test(lower))) return true
  // "In January 1949 he was elected …"
  const { first, next } = date.expression
  const comma = tokens[next]?.lower === ',' ? 1 : 0
  const opens = first - sentence.first <= 1 && pronouns.test(tokens[next + comma]?.lower ?? '')
  return opens && tokens.slice(next + comma, next + comma + 4).some((token) => isAct(token))
}

const pronouns = /^(he|she|they|it)$/

/** How far back a story may go in one of its sentences and come forward again, in days. */
const longestSlip = 15 * 366

/**
 * "Goods trains ran from November 1908. Passengers had to wait: the first train left in May 1907. In 1913 the state took the line
 * over.": the one date of a paragraph that stands before the others although it is told between them.
 */
export function reversedOutliers(section: SectionView): OrderClaim[] {
  const told = proseSentences(section).flatMap((sentence) => {
    const [date] = storyDates(section, sentence)
    const isFirst = date && datesOfSentence(section, sentence).find(isCalendarDate) === date
    return date ? [{ date, sentence, inTurn: isFirst === true && isToldInTurn(sentence, date) }] : []
  })
  return told.flatMap(({ date: later, sentence, inTurn }, at) => {
    const [first, next] = [told[at - 1], told[at + 1]]
    if (
      !inTurn ||
      !first?.inTurn ||
      !next ||
      [first, next].some((one) => one.sentence.paragraph !== sentence.paragraph)
    )
      return []
    if (sentence.index - first.sentence.index > reach || !isReversed(first.date, later)) return []
    const [a, b, c] = [first.date, later, next.date].map(({ interval }) => interval)
    if (!a || !b || !c || c.lo < a.lo || a.lo - b.hi > longestSlip) return []
    if (
      told
        .slice(0, at)
        .some(
          ({ date, sentence: { paragraph } }) => paragraph === sentence.paragraph && !isReversed(date, later),
        )
    )
      return []
    if (isKnownCourse(sentence, first.sentence)) return []
    const because = 'every other date of the paragraph is told in the order of time'
    return [{ first: first.date, later, because, severity: 'check' as const }]
  })
}

/** A clause in the past that nothing turns back, and whose date no relative clause or other subject of its own has. */
function isToldInTurn(placed: PlacedSentence, date: DateMention): boolean {
  const { paragraph, sentence } = placed
  const { tokens } = paragraph.annotated
  const words = clauseWith(placed, date)
  const lead = tokens.slice(sentence.first, date.expression.first)
  if (
    words.some(isAside) ||
    lead.some(({ lower }) => /^(who|which|whose|that|whom|born|built|designed|its|their)$/.test(lower))
  )
    return false
  const opens = date.expression.first - sentence.first <= 1
  return opens ? words.some((token) => isAct(token)) : isInAct(lead)
}
