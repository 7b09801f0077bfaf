import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { units } from '../extract/en/unit-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** Words that open a sentence and say that what follows came next. */
const openers = new Set([
  'after',
  'afterwards',
  'afterward',
  'later',
  'then',
  'subsequently',
  'following',
  'thereafter',
  'eventually',
  'finally',
  'next',
  'sometime',
])
/** Openers whose clause may name an earlier date before its comma. */
const clauseOpeners = new Set(['after', 'following'])
/** Verbs that put what follows at the end of a development. */
const outcomes = new Set(['culminating', 'culminated'])

/** Words of a look back. */
const backward = new Set(
  "had 'd earlier previously before since founded born originally first ago anniversary began begun started until history once former".split(
    ' ',
  ),
)

/** How many sentences back the date told before may stand. */
const reach = 3

/**
 * A story that says "after that" and then gives an earlier date. Stories do go back in time, so this is only worth a
 * look, never more.
 */
export function reversedNarration(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const date = dateToldNext(section, sentence)
    if (!date) return []
    const told = sentences.slice(Math.max(0, index - reach), index).reverse()
    const before = told.map((other) => latestDate(section, other)).find((found) => found !== null)
    if (!before || !isReversed(before, date)) return []
    return [
      { first: before, later: date, because: 'the text tells it as what came afterwards', severity: 'check' },
    ]
  })
}

/**
 * "It was electrified in 1936. Before that, in 1928, it had been doubled.": what came before that must not lie after it.
 */
export function reversedLookBack(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1]
    const [first, second] = tokensOf(sentence).map(({ lower }) => lower)
    if (!before || before.paragraph !== sentence.paragraph) return []
    if (first !== 'before' || (second !== 'that' && second !== 'this' && second !== 'then')) return []
    const [later, ...others] = calendarDates(section, before)
    const [told, ...more] = calendarDates(section, sentence)
    if (!later || !told || others.length > 0 || more.length > 0) return []
    if (!isExplicit(later) || !isExplicit(told) || !isReversed(told, later)) return []
    return [{ first: told, later, because: '“before that” puts it first', severity: 'likely' }]
  })
}

/** "In 1941 she joined the railway, and in 1943 she was given a box": two clauses of one subject, told one after the other. */
export function reversedClauses(section: SectionView): OrderClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const tokens = tokensOf(sentence)
    const [first, second, other] = calendarDates(section, sentence)
    if (!first || !second || other || !isExplicit(first) || !isExplicit(second)) return []
    const {
      sentence: { first: start },
    } = sentence
    const lead = tokens.slice(0, first.expression.first - start).map(({ lower }) => lower)
    const middle = tokens.slice(first.expression.next - start, second.expression.first - start)
    const words = middle.map(({ lower }) => lower)
    const behind = tokens[second.expression.next - start]?.lower ?? ''
    const who = words[0] === ',' ? words[1] : words[0]
    const isNamed = /^(the|a)$/.test(who ?? '') && /^(he|she|it|they)$/.test(behind)
    const isOne = isNamed || (/^(he|she|it|they)$/.test(who ?? '') && behind === who)
    const isJoined =
      /^, and (in|on)$/.test(words.slice(-3).join(' ')) || /^; (in|on)$/.test(words.slice(-2).join(' '))
    if (!/^(in|on)$/.test(lead.join(' ')) || !isOne || !isJoined) return []
    if (tokens.some(({ lower }) => backward.has(lower)) || !isReversed(first, second)) return []
    return [
      { first, later: second, because: 'the sentence tells one after the other', severity: 'check' as const },
    ]
  })
}

/** "Two weeks later he was a suspect; on …" */
function opensLater([, unit, later]: readonly Token[]): boolean {
  return units.has(unit?.lower ?? '') && later?.lower === 'later'
}

function dateToldNext(section: SectionView, sentence: PlacedSentence): DateMention | null {
  const tokens = tokensOf(sentence)
  const first = tokens[0]?.lower ?? ''
  const outcome = tokens.findIndex(({ lower }) => outcomes.has(lower))
  if (!openers.has(first) && !opensLater(tokens) && outcome < 0) return null
  if (tokens.some(({ lower }) => backward.has(lower))) return null
  const comma = tokens.findIndex(({ lower }) => lower === ',')
  const from = outcome >= 0 ? outcome : clauseOpeners.has(first) ? comma : 0
  if (from < 0) return null
  const least = sentence.sentence.first + from
  return datesOf(section, sentence).find(({ expression }) => expression.first >= least) ?? null
}

function tokensOf({ paragraph, sentence }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens.slice(sentence.first, sentence.next)
}

function calendarDates(section: SectionView, sentence: PlacedSentence): DateMention[] {
  return datesOfSentence(section, sentence).filter(
    (date) => !date.quoted && !date.expression.ahead && isCalendarDate(date),
  )
}

function datesOf(section: SectionView, sentence: PlacedSentence): DateMention[] {
  return calendarDates(section, sentence).filter(
    ({ granularity }) => granularity === 'day' || granularity === 'month',
  )
}

function latestDate(section: SectionView, sentence: PlacedSentence): DateMention | null {
  const latest = datesOf(section, sentence).reduce<DateMention | null>(
    (best, date) => (!best || (date.interval?.lo ?? 0) > (best.interval?.lo ?? 0) ? date : best),
    null,
  )
  return latest
}
