import { inSentence, type PlacedSentence } from '../check-context.js'
import { cardinalAt } from '../extract/en/counts.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { fractionAt } from './odds.js'
import { round, shareSlip, type Slip, tokensOf } from './slip.js'

/** A fraction of a noun that opens a sentence, with how it is bounded. */
interface Opening {
  first: number
  next: number
  /** In percent. */
  real: number
  bound: 'exact' | 'least' | 'most'
  noun: string
}

/** How far from a fraction told in words the real share may be, in points. */
const tolerance = 4

/** How many tokens may stand behind a fraction before its noun: "half of the country's". */
const nounReach = 5

/**
 * "More than half of the pharmacies ran short, a survey has found. Of the 812 pharmacies that replied, 490 told of it.": a fraction
 * of some noun, and behind it the figures for the same noun.
 */
export function fractionBefore(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  _: readonly Quantity[],
  previous: PlacedSentence,
): Slip[] {
  const tokens = tokensOf(sentence)
  const [one, other, third] = quantities
  if (!one || !other || third || one.unit !== '' || other.unit !== '') return []
  const pair = partAndWhole(tokens, sentence, one, other)
  const opening = pair && openingFraction(tokens, previous)
  if (!pair || !opening || opening.noun !== pair[1].noun) return []
  if (inSentence(previous.paragraph.annotated.quantities, previous.sentence).some(({ unit }) => unit === '%'))
    return []
  const [part, whole] = pair
  if (!areToldAlike(tokens, sentence, previous, whole.noun)) return []
  const real = (100 * part.value) / whole.value
  const share = {
    ...part,
    first: opening.first,
    next: opening.next,
    value: round(opening.real),
    unit: '%',
    noun: '',
    factor: 1,
  }
  return [{ ...shareSlip(share, part, whole, real), holds: agrees(opening, real) }]
}

/**
 * "In June 3,870 people were out of work, 1,240 of them for more than a year. That is roughly one in three.": odds or a fraction, of
 * the part and the whole that the sentence before tells.
 */
export function thatIsOdds(
  sentence: PlacedSentence,
  _: readonly Quantity[],
  told: readonly Quantity[],
  previous: PlacedSentence,
): Slip[] {
  const tokens = tokensOf(sentence)
  const { first, next } = sentence.sentence
  const [that, is] = [first, first + 1].map((at) => tokens[at]?.lower ?? '')
  if (!/^(that|this)$/.test(that ?? '') || !/^(is|was|makes|made|means)$/.test(is ?? '')) return []
  const [whole, part, third] = told
  if (!whole || !part || third || whole.unit !== part.unit || part.value >= whole.value) return []
  const isOfThem =
    tokensOf(previous)[part.next]?.lower === 'of' &&
    /^(them|whom|which|these)$/.test(tokensOf(previous)[part.next + 1]?.lower ?? '')
  if (!isOfThem) return []
  for (let at = first + 2; at < Math.min(next, first + 6); at++) {
    const odds = fractionAt(tokens, at, true) ?? oddsAt(tokens, at)
    if (!odds || !/^[.,;]$/.test(tokens[odds.next]?.lower ?? '.')) continue
    const real = (100 * part.value) / whole.value
    const share = { ...part, ...odds, value: round(odds.real), unit: '%', noun: '', factor: 1 }
    return [{ ...shareSlip(share, part, whole, real), holds: Math.abs(real - odds.real) <= tolerance + 2 }]
  }
  return []
}

/** "one in three". */
function oddsAt(tokens: readonly Token[], at: number): { first: number; next: number; real: number } | null {
  const [part, whole] = [cardinalAt(tokens, at), cardinalAt(tokens, at + 2)]
  if (!part || !whole || tokens[at + 1]?.lower !== 'in' || part.value >= whole.value) return null
  return { first: at, next: whole.next, real: (100 * part.value) / whole.value }
}

/** How many letters two words begin with that are of one stem: "ran short", "shortages". */
const sameLetters = 5

/** Whether the figures are told of what the fraction was told of: a word of matter beside the noun stands in both. */
function areToldAlike(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { sentence: before }: PlacedSentence,
  noun: string,
): boolean {
  const [own, told] = [sentence, before].map(({ first, next }) =>
    tokens
      .slice(first, next)
      .filter(
        ({ kind, lower }) => kind === 'word' && lower.length >= sameLetters - 1 && !functionWords.has(lower),
      )
      .map(({ lower }) => stemOf(lower))
      .filter((stem) => stem !== noun),
  )
  return (own ?? []).some((stem) =>
    (told ?? []).some(
      (other) =>
        stem === other ||
        (stem.length >= sameLetters && stem.slice(0, sameLetters) === other.slice(0, sameLetters)),
    ),
  )
}

function agrees({ real: told, bound }: Opening, real: number): boolean {
  if (bound === 'least') return real >= told - 1
  return bound === 'most' ? real <= told + 1 : Math.abs(real - told) <= tolerance
}

/** "Of the 812 pharmacies that replied, 490", "490 of the 812 pharmacies". */
function partAndWhole(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  one: Quantity,
  other: Quantity,
): [part: Quantity, whole: Quantity] | null {
  if ([one, other].some(({ bound }) => bound !== 'exact')) return null
  const lead = tokens.slice(sentence.first, one.first).map(({ lower }) => lower)
  if (/^(of|out of|among)( the| its| some| all)*$/.test(lead.join(' ')))
    return other.value < one.value ? [other, one] : null
  const gap = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  return gap[0] === 'of' && gap.length <= 3 && one.value < other.value ? [one, other] : null
}

/** "More than half of the pharmacies", "Two thirds of farmers". */
function openingFraction(tokens: readonly Token[], { sentence }: PlacedSentence): Opening | null {
  const from = sentence.first
  for (let at = from; at < Math.min(sentence.next, from + 5); at++) {
    const shade = tokens[at - 1]?.lower === 'than' ? (tokens[at - 2]?.lower ?? '') : ''
    const isOver = shade === 'more'
    const isUnder = /^(less|fewer)$/.test(shade)
    const half =
      (isOver || isUnder) && tokens[at]?.lower === 'half' ? { first: at, next: at + 1, real: 50 } : null
    const fraction = half ?? fractionAt(tokens, at)
    if (!fraction || tokens[fraction.next]?.lower !== 'of') continue
    const noun = nounBehind(tokens, fraction.next + 1, sentence.next)
    return noun ? { ...fraction, bound: isOver ? 'least' : isUnder ? 'most' : 'exact', noun } : null
  }
  return null
}

/** The stem of the first plural behind "of". */
function nounBehind(tokens: readonly Token[], from: number, end: number): string {
  for (let at = from; at < Math.min(end, from + nounReach); at++) {
    const word = tokens[at]?.lower ?? ''
    if (tokens[at]?.kind !== 'word') return ''
    const isPlural =
      word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !/^(this|those|these|'s)$/.test(word)
    if (isPlural || word === 'people') return stemOf(word)
  }
  return ''
}
