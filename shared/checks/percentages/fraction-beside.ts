import type { PlacedSentence } from '../check-context.js'
import { countAt } from '../extract/en/counts.js'
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
  if (quantities.length === 0 || told.length !== 1) return []
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const fraction = fractionAt(tokens, at)
    const isReworded =
      fraction && tokens[fraction.first - 1]?.lower === 'or' && tokens[fraction.first - 2]?.lower === ','
    if (!fraction || !isReworded || !/^[.,;)]$/.test(tokens[fraction.next]?.lower ?? '.')) continue
    const before = quantities.filter(({ next }) => next <= fraction.first)
    const [part] = before
    const [whole] = told
    if (!part || !whole || before.length !== 1 || part.next !== fraction.first - 2) continue
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
  return /^of (the|its|their|his|her|all|all the)?$/.test(words.join(' ')) || words.join(' ') === 'of'
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
