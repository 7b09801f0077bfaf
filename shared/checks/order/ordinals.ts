import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { ordinalAt } from '../extract/en/counts.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import { mayBeVerb } from '../extract/en/verb-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** "her first book … in 1962": one of a series with the date it is told of. `noun` is '' where it is left out: "the second". */
interface Numbered {
  number: number
  /** The word before the ordinal: "the" or whose series it is. */
  owner: string
  noun: string
  date: DateMention
  sentence: PlacedSentence
  /** The token of the ordinal. */
  at: number
}

/** How many sentences may lie between two of a series. */
const reach = 2

/** "Her first book came out in 1962. The second, which appeared in 1958, …": a later one of a series with an earlier date. */
export function reversedOrdinals(section: SectionView): OrderClaim[] {
  const told = proseSentences(section).map((sentence) => numberedIn(section, sentence))
  return told.flatMap((own, index) =>
    own.flatMap((later, at) => {
      const before = [...told.slice(Math.max(0, index - reach), index).flat(), ...own.slice(0, at)]
      const first = before.findLast((one) => isOfOneSeries(one, later))
      if (!first || !isReversed(first.date, later.date) || isDatedTwice(section, first, later)) return []
      const because = `number ${later.number} of a series comes after number ${first.number}`
      return [{ first: first.date, later: later.date, because, severity: 'likely' as const }]
    }),
  )
}

/** "Her first novel appeared in 1934 but was written in 1929; the second …": which of its dates counts is not clear. */
function isDatedTwice(section: SectionView, { sentence, date }: Numbered, { at }: Numbered): boolean {
  return datesOfSentence(section, sentence).some(
    (other) => other.start > date.start && other.expression.first < at && isCalendarDate(other),
  )
}

function isOfOneSeries(first: Numbered, later: Numbered): boolean {
  if (first.sentence.paragraph !== later.sentence.paragraph || first.number >= later.number) return false
  if (later.noun === '')
    return (later.owner === 'the' || isJoined(first, later)) && later.number === first.number + 1
  if (first.noun === debutNoun) return later.number === lastOf && appearances.has(later.noun)
  return (
    first.noun === later.noun && (first.owner === later.owner || later.owner === 'the' || later.owner === 'a')
  )
}

/** "her first Grand Prix in 1983 and her second in 1986" */
function isJoined(first: Numbered, later: Numbered): boolean {
  const { tokens } = later.sentence.paragraph.annotated
  const gap = tokens.slice(first.date.expression.next, later.at)
  return (
    first.owner === later.owner &&
    gap.length === 2 &&
    gap[0]?.lower === 'and' &&
    /^(in|on|at)$/.test(tokens[later.at + 1]?.lower ?? '')
  )
}

const owners = new Set('the his her its their a'.split(' '))

function numberedIn(section: SectionView, sentence: PlacedSentence): Numbered[] {
  const { tokens } = sentence.paragraph.annotated
  const dates = datesOfSentence(section, sentence).filter(
    (date) => isCalendarDate(date) && isExplicit(date) && !date.quoted && !date.expression.ahead,
  )
  if (dates.length === 0) return []
  const found: Numbered[] = []
  const { first, next } = sentence.sentence
  for (let at = first + 1; at < next; at++) {
    const owner = tokens[at - 1]?.lower ?? ''
    const ordinal = owners.has(owner) || owner === "'s" ? placeAt(tokens, at) : null
    if (!ordinal || ordinal.suffix !== '' || dates.some((date) => holds(date, at))) continue
    const noun = ordinal.next === at ? debutNoun : nounOf(tokens, ordinal.next)
    const date = dates.find(({ expression }) => expression.first >= ordinal.next)
    const isNext = date && !tokens.slice(ordinal.next, date.expression.first).some(turns)
    if (noun !== null && date && isNext)
      found.push({ number: ordinal.value, owner, noun, date, sentence, at })
  }
  return found
}

/** The number of whatever is the last of its series. */
const lastOf = 1000

/** Stands for the noun of "debut", which is the first of several things. */
const debutNoun = '*'

const appearances = new Set(
  'appearance match game cap performance race fight concert role film'.split(' ').map(stemOf),
)

/** "first", "second", "last", "final"; "debut" is the first and its own noun. */
function placeAt(tokens: readonly Token[], at: number): ReturnType<typeof ordinalAt> {
  const word = tokens[at]?.lower ?? ''
  if (word === 'debut') return { value: 1, next: at, suffix: '' }
  if (word === 'last' || word === 'final') return { value: lastOf, next: at + 1, suffix: '' }
  return ordinalAt(tokens, at)
}

function holds({ expression }: DateMention, at: number): boolean {
  return expression.first <= at && at < expression.next
}

/** What is counted: '' for "the second, which" and "the second was"; null where the ordinal tells of something else. */
function nounOf(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (!token) return null
  if (/^[,.]$/.test(token.lower) || /^(in|on|at|was|came|appeared|followed|opened|died)$/.test(token.lower))
    return ''
  if (token.kind !== 'word' || functionWords.has(token.lower) || notThings.has(token.lower)) return null
  const next = tokens[at + 1]
  const isLonger = next?.kind === 'word' && !functionWords.has(next.lower) && !mayBeVerb(next.lower)
  return stemOf(isLonger ? next.lower : token.lower)
}

/** What the first and the second of are no events in their order. */
const notThings = new Set(
  'time half world floor place class prize division team day week month year century quarter part act name place wife husband'.split(
    ' ',
  ),
)

/** Another ordinal, or a new clause, takes the date. */
function turns({ lower }: Token, index: number, gap: readonly Token[]): boolean {
  return (
    lower === ';' ||
    lower === 'when' ||
    lower === 'after' ||
    lower === 'before' ||
    lower === 'since' ||
    lower === 'had' ||
    (lower === 'the' && ordinalAt(gap, index + 1) !== null)
  )
}
