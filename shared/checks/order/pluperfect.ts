import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { irregularParticiples, irregularVerbs } from '../extract/en/verb-words.js'
import { months } from '../extract/en/calendar-words.js'
import { speechVerbs } from '../extract/en/title-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** Words that look back from the present of the story rather than from the sentence before. */
const elsewhen = new Set('once before again already earlier previously twice since until by'.split(' '))

const because = '“had” tells of what came before'

/**
 * "The reactor started on 3 June 1954. It had been commissioned on 27 June 1955.": the pluperfect looks back from the
 * sentence before, and then gives a later date. "By then" says so itself.
 */
export function reversedPluperfect(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = lastDated(section, sentences, index)
    if (!before || before.paragraph !== sentence.paragraph || hasPluperfect(before)) return []
    const words = tokensOf(sentence)
    if (words.some(({ lower }) => lower === 'is' || lower === 'are')) return []
    const opens = opensWithThen(words)
    if (words.slice(opens ? 2 : 0).some((token, at, all) => elsewhen.has(token.lower) && !isAgent(all, at)))
      return []
    const told = calendarDates(section, before)
    const later = told.reduce<DateMention | undefined>(
      (last, date) => (last && endOf(last) >= endOf(date) ? last : date),
      undefined,
    )
    const looked = calendarDates(section, sentence)
    const [first] = looked
    if (!later || !first || looked.slice(1).some((date) => isLookedBackTo(sentence, date))) return []
    if (!isLookedBackTo(sentence, first)) return []
    // "the fourth since 2015": no day that the story stands on.
    const lead = before.paragraph.annotated.tokens[later.expression.first - 1]?.lower ?? ''
    if (elsewhen.has(lead) || lead === 'from') return []
    if (!isNearEnough(first, later) || !isExplicit(later) || !isReversed(first, later)) return []
    return [{ first, later, because, severity: opens ? 'likely' : 'check' }]
  })
}

/** How many sentences back the story may have been dated that "had" looks back from. */
const storyReach = 3

function lastDated(
  section: SectionView,
  sentences: readonly PlacedSentence[],
  index: number,
): PlacedSentence | undefined {
  const before = sentences.slice(Math.max(0, index - storyReach), index)
  return before.findLast((one) => calendarDates(section, one).length > 0)
}

function endOf({ interval }: DateMention): number {
  return interval?.hi ?? Number.NEGATIVE_INFINITY
}

/** "had been laid by his predecessor": who did it, and no day by which it was done. */
function isAgent(words: readonly Token[], at: number): boolean {
  const next = words[at + 1]
  return (
    words[at]?.lower === 'by' &&
    next?.kind === 'word' &&
    !/^(then|that|this|the|now|next)$/.test(next.lower) &&
    !months.has(next.lower)
  )
}

/** How many days behind the story a day may lie whose year is taken from it. */
const nearDays = 60

/** "It had been announced on 17 June": the year is that of the story where the day lies close. */
function isNearEnough(first: DateMention, later: DateMention): boolean {
  if (isExplicit(first)) return true
  const isOfStory = first.inferred.every(({ part, from }) => part === 'year' && from === 'focus')
  return isOfStory && (first.interval?.lo ?? 0) - endOf(later) <= nearDays
}

/** "By then", "By that time". */
function opensWithThen([first, second]: readonly Token[]): boolean {
  return first?.lower === 'by' && /^(then|that|this)$/.test(second?.lower ?? '')
}

/** "In 1950 he went back to the village, which had been burned in 1954": both in one sentence of two dates. */
export function reversedWithin(section: SectionView): OrderClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    if (!hasPluperfect(sentence) || isToldByAnother(sentence)) return []
    const dates = calendarDates(section, sentence)
    const [a, b] = dates
    if (!a || !b || dates.length !== 2 || b.expression.closesRange || !isExplicit(a) || !isExplicit(b))
      return []
    const [isFirst, isSecond] = [isLookedBackTo(sentence, a), isLookedBackTo(sentence, b)]
    if (isFirst === isSecond || isAlsoDone(sentence, a, b)) return []
    const [first, later] = isFirst ? [a, b] : [b, a]
    const { tokens } = sentence.paragraph.annotated
    if (elsewhen.has(tokens[first.expression.first - 1]?.lower ?? '') && !isSincePluperfect(tokens, first))
      return []
    if (elsewhen.has(tokens[later.expression.first - 1]?.lower ?? '')) return []
    return isReversed(first, later) ? [{ first, later, because, severity: 'likely' as const }] : []
  })
}

/** "He liked to say that he had …", "Born on …, he had …": what is told is no story of its own, or has no main verb at the date. */
function isToldByAnother(sentence: PlacedSentence): boolean {
  const words = tokensOf(sentence)
  return (
    words.some(({ lower }) => lower === 'is' || lower === 'are') ||
    words.some(
      ({ lower }, at) =>
        lower === 'that' && (speechVerbs.has(words[at - 1]?.lower ?? '') || words[at - 1]?.lower === 'say'),
    ) ||
    /^(born|aged)$/.test(words[0]?.lower ?? '')
  )
}

/** How far behind "had" the date of its verb may stand, in tokens. */
const dateReach = 12

/** Whether "had" with a participle stands before a date, and no other verb takes the date from it. */
function isLookedBackTo(sentence: PlacedSentence, { expression }: DateMention): boolean {
  const { tokens } = sentence.paragraph.annotated
  const floor = Math.max(sentence.sentence.first, expression.first - dateReach)
  for (let at = expression.first - 1; at >= floor; at--) {
    const token = tokens[at] as Token
    const aside = startOfAside(tokens, at, expression.first)
    if (aside !== null) {
      at = aside
      continue
    }
    if (token.lower === 'since' && at === expression.first - 1) continue
    if (/^[;:()]$/.test(token.lower) || turns.has(token.lower))
      return opensWithDate(sentence, expression.next)
    if (isPluperfectAt(tokens, at)) return !tokens.slice(at + 2, expression.first).some(opensPredicate)
  }
  return opensWithDate(sentence, expression.next)
}

/** "was built in 1987 and had been inspected in 2018": two things that are told of it, and neither looks back from the other. */
function isAlsoDone({ paragraph }: PlacedSentence, a: DateMention, b: DateMention): boolean {
  const gap = paragraph.annotated.tokens
    .slice(a.expression.next, b.expression.first)
    .map(({ lower }) => lower)
  return gap.some((word, at) => word === 'and' && gap[at + 1] === 'had')
}

/** "had been held since Monday": the beginning of what ended at the other date. */
function isSincePluperfect(tokens: readonly Token[], { expression: { first } }: DateMention): boolean {
  return tokens[first - 1]?.lower === 'since' && isPluperfectAt(tokens, first - 4)
}

/** How many tokens an aside may fill. */
const asideReach = 6

/** ", after long delays,": the comma that opens what the comma at `at` closes right before a date; null elsewhere. */
function startOfAside(tokens: readonly Token[], at: number, date: number): number | null {
  if (tokens[at]?.lower !== ',' || date - at > 2) return null
  for (let start = at - 1; start >= at - asideReach; start--) {
    if (tokens[start]?.lower === ',') return start
    if (isPluperfectAt(tokens, start)) return null
  }
  return null
}

/** "In 1956 she had given …": the verb right behind the date that opens the sentence. */
function opensWithDate({ paragraph, sentence }: PlacedSentence, next: number): boolean {
  const { tokens } = paragraph.annotated
  if (next - sentence.first > 5) return false
  const comma = tokens[next]?.lower === ',' ? 1 : 0
  return [1, 2, 3].some((step) => isPluperfectAt(tokens, next + comma + step))
}

const turns = new Set(
  'when after before until since while because although if whether than that as'.split(' '),
)

/** "and was", "but came": a verb of its own. */
function opensPredicate({ lower }: Token, index: number, words: readonly Token[]): boolean {
  const next = words[index + 1]?.lower ?? ''
  return (lower === 'and' || lower === 'but' || lower === ',') && isPastVerb(next)
}

function isPastVerb(word: string): boolean {
  return word === 'was' || word === 'were' || irregularVerbs.has(word)
}

function hasPluperfect({ paragraph, sentence }: PlacedSentence): boolean {
  const { tokens } = paragraph.annotated
  for (let at = sentence.first; at < sentence.next; at++) if (isPluperfectAt(tokens, at)) return true
  return false
}

/** What had been hoped or planned lies ahead. */
const aheadVerbs =
  /^(hoped|planned|intended|expected|meant|wanted|agreed|promised|decided|predicted|forecast|set|scheduled|due|asked|proposed|ordered|better|to)$/

function isPluperfectAt(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'had') return false
  const verb =
    [1, 2, 3].map((step) => tokens[at + step]?.lower ?? '').find((word) => !adverbs.test(word)) ?? ''
  if (aheadVerbs.test(verb)) return false
  return (
    /(ed|en)$/.test(verb) ||
    [irregularParticiples, irregularVerbs, pastParticiples].some((verbs) => verbs.has(verb))
  )
}

const adverbs = /^(been|not|never|also|only|just|first|finally|always|themselves|himself|herself|\w+ly)$/

/** Participles that `irregularParticiples` leaves out, as they are no words to open a sentence with. */
const pastParticiples = new Set('become come gone begun run'.split(' '))

function calendarDates(section: SectionView, sentence: PlacedSentence): DateMention[] {
  const { tokens } = sentence.paragraph.annotated
  return datesOfSentence(section, sentence).filter(
    (date) => !isOfName(tokens, date) && !date.quoted && !date.expression.ahead && isCalendarDate(date),
  )
}

/** "the flood of 12 August 1948": a date that says which one is meant; "the night of 3 May" is none. */
function isOfName(tokens: readonly Token[], { expression: { first } }: DateMention): boolean {
  const noun = tokens[first - 2]?.lower ?? ''
  return (
    tokens[first - 1]?.lower === 'of' && !/^(night|morning|evening|afternoon|day|hours|eve|month)$/.test(noun)
  )
}

function tokensOf({ paragraph, sentence }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens.slice(sentence.first, sentence.next)
}
