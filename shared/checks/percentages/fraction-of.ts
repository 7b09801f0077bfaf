import type { PlacedSentence } from '../check-context.js'
import { approximators } from '../extract/en/quantity-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { changeSlip } from './change.js'
import { fractionAt } from './odds.js'
import { round, shareSlip, type Slip, tokensOf } from './slip.js'

/** How far a part that is told roughly may be from its fraction, as a share of it. */
const looseShare = 0.2

/** How far from a fraction told in words the real share may be, in points. */
const tolerance = 3

/** "A quarter of the 96 shops, 24, will close", "two thirds of the 90 seats, or 60": a fraction, its whole and its part. */
export function fractionOf(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((whole, index) => {
    const part = quantities[index + 1]
    const fraction = fractionBefore(tokens, whole)
    if (!part || !fraction || whole.unit !== part.unit || whole.unit === '%') return []
    if (part.value >= whole.value || whole.bound !== 'exact' || !isRestated(tokens, whole, part)) return []
    const told: Quantity = { ...part, ...fraction, unit: '%', noun: '', factor: 1, bound: 'about' }
    const real = (100 * part.value) / whole.value
    const isLoose = part.bound === 'about' && Math.abs(real - fraction.value) <= fraction.value * looseShare
    const isShort = Math.abs(part.value - (fraction.value * whole.value) / 100) <= 1
    return [
      {
        ...shareSlip(told, part, whole, real),
        holds: isShort || isLoose || (part.bound !== 'about' && Math.abs(real - fraction.value) <= tolerance),
      },
    ]
  })
}

/** "2.4 million people used them, a third of them children: 800,000": a fraction of the only figure before it, and the part. */
export function fractionOfThem(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((part, index) => {
    const whole = quantities[index - 1]
    const mark = tokens[part.first - 1]?.lower ?? ''
    if (!whole || !/^[:(]$/.test(mark) || whole.unit !== part.unit || whole.unit === '%') return []
    if (part.value >= whole.value || whole.bound !== 'exact' || part.bound !== 'exact') return []
    for (let at = part.first - 2; at > Math.max(whole.next, part.first - themReach); at--) {
      const fraction = fractionAt(tokens, at)
      const [of, them] = [tokens[at + 1]?.lower, tokens[at + 2]?.lower ?? '']
      if (!fraction || of !== 'of' || !/^(them|whom|these|those|which)$/.test(them)) continue
      const told: Quantity = {
        ...part,
        ...fraction,
        value: round(fraction.real),
        unit: '%',
        noun: '',
        factor: 1,
      }
      const real = (100 * part.value) / whole.value
      return [{ ...shareSlip(told, part, whole, real), holds: Math.abs(real - fraction.real) <= tolerance }]
    }
    return []
  })
}

/** How far before the part its fraction may stand, in tokens: "a third of them young children:". */
const themReach = 9

/** "81,000 vacancies, a tenth less than the 90,000 of a year earlier": a change told as a fraction, with both its ends. */
export function fractionMoreThan(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((after, index) => {
    const before = quantities[index + 1]
    if (!before || after.unit !== before.unit || after.unit === '%' || before.value === 0) return []
    const gap = tokens.slice(after.next, before.first)
    const than = gap.findIndex(({ lower }) => lower === 'than')
    const word = gap[than - 1]?.lower ?? ''
    const fraction = fractionAt(tokens, after.next + than - 2)
    const isTied = gap.length <= changeReach && gap.length - than <= 3 && fraction !== null
    if (!isTied || !/^(more|less|fewer|higher|lower)$/.test(word)) return []
    if (tokens[fraction.first - 1]?.lower !== ',') return []
    const sign = /^(more|higher)$/.test(word) ? 1 : -1
    const told: Quantity = {
      ...after,
      first: fraction.first,
      next: fraction.next,
      value: fraction.real,
      unit: '%',
      factor: 1,
      bound: 'about',
    }
    return changeSlip({ before, after, direction: sign }, told)
  })
}

/** How many tokens may stand between the two ends of such a change. */
const changeReach = 9

/** The fraction of "a quarter of the" right before a figure. */
function fractionBefore(
  tokens: readonly Token[],
  { first }: Quantity,
): { first: number; next: number; value: number } | null {
  const isOwned = /^(the|its|their|his|her|our|all)$/.test(tokens[first - 1]?.lower ?? '')
  const of = isOwned ? first - 2 : first - 1
  const found = tokens[of]?.lower === 'of' ? fractionAt(tokens, of - 1) : null
  return found && { first: found.first, next: found.next, value: round(found.real) }
}

/** How many tokens may stand before a figure that ends the sentence. */
const lastReach = 14

/** How many tokens a clause on the whole may fill: "that it covered in 1963,". */
const clauseReach = 10

/** ", 24," and ", or 60": the same told again between marks, right behind the noun of the whole. */
function isRestated(tokens: readonly Token[], whole: Quantity, part: Quantity): boolean {
  const between = tokens.slice(whole.next, part.first).map(({ lower }) => lower)
  const gap = approximators.has(between.at(-1) ?? '') ? between.slice(0, -1) : between
  const isClause = /^(that|which)$/.test(between.find((word) => word !== 'square' && word.length > 0) ?? '')
  const isMarked = /^[,(]$/.test(gap.at(-1) ?? '') || (gap.at(-1) === 'or' && gap.at(-2) === ',')
  const isClosed = /^[,.;)]$/.test(tokens[part.next]?.lower ?? '.') && part.noun === ''
  // "Half of the 1.2 million people who were asked did so, about 600,000.": nothing else is told of behind the clause.
  const isLast = tokens[part.next]?.lower === '.' && gap.length < between.length
  return (
    isMarked &&
    isClosed &&
    gap.length <= (isLast ? lastReach : isClause ? clauseReach : 5) &&
    gap.filter((word) => /^[,(]$/.test(word)).length === 1
  )
}
