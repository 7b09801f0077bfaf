import type { PlacedSentence } from '../check-context.js'
import { countAt } from '../extract/en/counts.js'
import { stemOf } from '../extract/en/stem.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { fractionAt } from './odds.js'
import { round, shareSlip, type Slip, tokensOf } from './slip.js'

/** How far from a fraction told in words the real share may be, in points. */
const tolerance = 3

/** How many tokens may stand between a figure and the fraction that is said of it. */
const reach = 5

/**
 * "£1.2 million, three fifths of the £2 million that is wanted", "$160,000, or a quarter of the $640,000": a figure told again as a
 * fraction of another one behind it.
 */
export function fractionOfNext(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  if (quantities.length < 2) return []
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const fraction = fractionAt(tokens, at)
    const lead = fraction ? tokens[fraction.first - 1]?.lower : undefined
    if (
      !fraction ||
      !(lead === ',' || lead === '(' || (lead === 'or' && tokens[fraction.first - 2]?.lower === ','))
    )
      continue
    const part = quantities.findLast(({ next }) => next <= fraction.first)
    const whole = quantities.find(({ first }) => first >= fraction.next)
    if (!part || !whole || fraction.first - part.next > reach || !isOfThe(tokens, fraction.next, whole))
      continue
    if (!isOneKind(part, whole) || part.value >= whole.value) continue
    slips.push(fractionSlip(fraction, part, whole))
  }
  return slips
}

/**
 * "The dam will cost 1.8 billion dollars. China lends 1.2 billion, or two thirds;": the whole is the only larger figure that the
 * sentence before tells.
 */
export function fractionOfTold(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  told: readonly Quantity[],
): Slip[] {
  if (quantities.length === 0) return []
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const fraction = fractionAt(tokens, at)
    if (!fraction) continue
    const isOfIt = tokens[fraction.first - 1]?.lower === ',' && isOfItsOwn(tokens, fraction.next)
    const isReworded = tokens[fraction.first - 1]?.lower === 'or' && tokens[fraction.first - 2]?.lower === ','
    const isClosed = /^[.,;)]$/.test(tokens[fraction.next]?.lower ?? '.')
    if (!isOfIt && !(isReworded && isClosed)) continue
    const before = quantities.filter(({ next }) => next <= fraction.first)
    const part = before.at(-1)
    const isOfPart = ({ unit, value }: Quantity): boolean =>
      unit !== '' && unit === part?.unit && value > part.value
    // "Entry costs €14, or €7, half of the price": the whole may stand before the part.
    const own = isOfIt ? before.slice(0, -1).filter(isOfPart) : []
    const wholes = own.length > 0 ? own : told.length === 1 ? told : told.filter(isOfPart)
    const [whole] = wholes
    if (
      !part ||
      !whole ||
      wholes.length !== 1 ||
      before.length !== 1 + own.length ||
      part.next !== fraction.first - (isOfIt ? 1 : 2)
    )
      continue
    // "Profit rose by 6 million, or a third": a share of what it was before.
    if (/^(by|up|down)$/.test(tokens[part.first - 1]?.lower ?? '')) continue
    // "1.2 billion" is in the money of the figure before.
    const bare = part.unit === '' && part.noun === ''
    if (!bare && (part.unit !== whole.unit || part.unit === '%')) continue
    if (whole.bound !== 'exact' || whole.unit === '%' || part.value >= whole.value) continue
    slips.push(fractionSlip(fraction, part, whole))
  }
  return slips
}

/**
 * "It holds 212 oils. He left half of the oils, 106, to the nation": a fraction of a noun that the sentence before counts, and the
 * part between commas.
 */
export function fractionOfNoun(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  told: readonly Quantity[],
): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((part) => {
    const [mark, word] = [tokens[part.first - 1]?.lower, tokens[part.first - 2]?.lower ?? '']
    if (mark !== ',' || !/^[,.;)]$/.test(tokens[part.next]?.lower ?? '.') || part.bound !== 'exact') return []
    const isOfThem =
      tokens[part.first - 4]?.lower === 'of' &&
      /^(the|its|their|his|her|these)$/.test(tokens[part.first - 3]?.lower ?? '')
    const fraction = isOfThem ? fractionAt(tokens, part.first - 5) : null
    const wholes = told.filter(({ noun, unit }) => noun === stemOf(word) && unit === part.unit)
    const [whole] = wholes
    if (!fraction || !whole || wholes.length > 1 || whole.bound !== 'exact' || part.value >= whole.value)
      return []
    return [fractionSlip(fraction, part, whole)]
  })
}

/** "a quarter of its capacity", "half of the total": the whole is the one that was told. */
function isOfItsOwn(tokens: readonly Token[], next: number): boolean {
  const [of, whose, noun] = [0, 1, 2].map((step) => tokens[next + step]?.lower ?? '')
  return (
    of === 'of' &&
    /^(its|the|their)$/.test(whose ?? '') &&
    /^(capacity|total|volume|sum|whole|price|cost|budget|money)$/.test(noun ?? '')
  )
}

/** What a fraction in words says of a part and its whole, beside what it is. */
function fractionSlip(
  fraction: NonNullable<ReturnType<typeof fractionAt>>,
  part: Quantity,
  whole: Quantity,
): Slip {
  const real = (100 * part.value) / whole.value
  const share = { ...part, ...fraction, value: round(fraction.real), unit: '%', noun: '', factor: 1 }
  return { ...shareSlip(share, part, whole, real), holds: Math.abs(real - fraction.real) <= tolerance }
}

/** "of the", "of its": right before the figure of the whole. */
function isOfThe(tokens: readonly Token[], next: number, { first }: Quantity): boolean {
  const words = tokens.slice(next, first).map(({ lower }) => lower)
  const isOfWhat =
    words[0] === 'of' && words[1] === 'what' && words.length <= 9 && /^[:,(]$/.test(words.at(-1) ?? '')
  return (
    isOfWhat || /^of (the|its|their|his|her|all|all the)?$/.test(words.join(' ')) || words.join(' ') === 'of'
  )
}

function isOneKind(a: Quantity, b: Quantity): boolean {
  // "1.2 million euros, three fifths of the two million": a bare number is in the unit of the one before.
  if (a.unit !== '' && b.unit === '' && b.noun === '') return b.bound === 'exact' && a.factor === 1
  if (a.unit !== b.unit || a.unit === '%' || a.bound !== 'exact' || b.bound !== 'exact') return false
  return a.unit !== '' || a.noun === b.noun || b.noun === ''
}

/** "Four in ten of the houses stand empty, a survey has found: 250 of 620": odds with the counts behind a colon or in brackets. */
export function countsBehindOdds(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((part, index) => {
    const whole = quantities[index + 1]
    const link = whole ? tokens.slice(part.next, whole.first).map(({ lower }) => lower) : []
    const lead = tokens[part.first - 1]?.lower ?? ''
    if (!whole || !/^[:(]$/.test(lead) || !/^(out )?of( the| its| all)?$/.test(link.join(' '))) return []
    if (part.unit !== '' || whole.unit !== '' || part.value >= whole.value) return []
    const odds = oddsFrom(tokens, sentence.sentence.first, part.first)
    if (!odds) return []
    const real = (100 * part.value) / whole.value
    const told: Quantity = { ...part, ...odds, value: round(odds.real), unit: '%', noun: '', factor: 1 }
    return [{ ...shareSlip(told, part, whole, real), holds: Math.abs(real - odds.real) <= tolerance + 1 }]
  })
}

/** The only odds or fraction between two tokens: "Four in ten of", "two thirds of". */
function oddsFrom(
  tokens: readonly Token[],
  from: number,
  to: number,
): { first: number; next: number; real: number } | null {
  const found: { first: number; next: number; real: number }[] = []
  for (let at = from; at < to; at++) {
    const fraction = fractionAt(tokens, at)
    if (fraction && tokens[fraction.next]?.lower === 'of') found.push(fraction)
    if (tokens[at + 1]?.lower !== 'in') continue
    const [part, whole] = [countAt(tokens, at), countAt(tokens, at + 2)]
    const isOdds =
      part?.value && whole?.value && part.next === at + 1 && part.value < whole.value && whole.value <= 20
    const isShaded = /^(about|nearly|almost|some|than|around|roughly|over)$/.test(tokens[at - 1]?.lower ?? '')
    if (isOdds && !isShaded && part.value && whole.value)
      found.push({ first: at, next: whole.next, real: (100 * part.value) / whole.value })
  }
  const [one] = found
  return one && found.length === 1 ? one : null
}
