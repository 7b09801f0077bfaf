import { inSentence, type PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { changeNouns } from './change.js'
import { falls, isOneDigitOff, rises, shareSlip, type Slip, tokensOf, toleranceFor } from './slip.js'

/** How many tokens may stand between the two ways in which a change is told. */
const reach = 4

/**
 * "The country produced 5.4 million tonnes, and the board expects a rise of 3.7 per cent, or 400,000 tonnes": a change told in
 * percent and as an amount. What it changed from, or came to, is the only other figure of its kind; where that stands in a
 * sentence before, one digit must make the three agree.
 */
export function changeBothWays(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly PlacedSentence[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const [share, ...others] = quantities.filter(({ unit }) => unit === '%')
  if (!share || others.length > 0) return []
  const at = quantities.indexOf(share)
  const amount = [quantities[at - 1], quantities[at + 1]].find((one) => one && isReworded(tokens, share, one))
  if (!amount || amount.noun === 'point' || !isChange(tokens, share.first < amount.first ? share : amount))
    return []
  const told = before
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .flatMap(({ paragraph, sentence: one }) => inSentence(paragraph.annotated.quantities, one))
  const own = quantities.filter((one) => one !== amount)
  const beside = own.filter((one) => isBaseOf(one, amount))
  const earlier = told.filter((one) => isBaseOf(one, amount) && !isAmountItself(tokens, one))
  const bases = beside.length > 0 ? beside : earlier
  const holds = (said: number, part: number, whole: number): boolean =>
    [whole, whole - part, whole + part].some(
      (base) =>
        base > 0 &&
        Math.abs((100 * part) / base - said) <= toleranceFor({ ...share, value: said }, []) / 2 + 0.05,
    )
  const agreeing = bases.find(({ value }) => holds(share.value, amount.value, value))
  const [base] = bases
  if (agreeing) return [shareSlip(share, amount, agreeing, share.value)]
  if (
    !base ||
    new Set(bases.map(({ value }) => value)).size > 1 ||
    bases.some(({ bound }) => bound !== 'exact')
  )
    return []
  const values: [number, number, number] = [
    share.value,
    amount.value / amount.factor,
    base.value / amount.factor,
  ]
  return isOneDigitOff(values, holds)
    ? [shareSlip(share, amount, base, (100 * amount.value) / base.value)]
    : []
}

/** "3.7 per cent, or 400,000 tonnes", "400,000 tonnes, or 3.7 per cent", "400,000 tonnes (3.7 per cent)". */
function isReworded(tokens: readonly Token[], share: Quantity, amount: Quantity): boolean {
  if (amount.unit === '%') return false
  const [first, second] = share.first < amount.first ? [share, amount] : [amount, share]
  const gap = tokens.slice(first.next, second.first).map(({ lower }) => lower)
  return gap.length <= reach && (gap.at(-1) === '(' || (gap.at(-1) === 'or' && gap.length > 0))
}

/** "a rise of", "fell by", "up": the figure is what something changed by. */
function isChange(tokens: readonly Token[], { first }: Quantity): boolean {
  const [one, two, three] = [1, 2, 3].map((step) => tokens[first - step]?.lower ?? '') as [
    string,
    string,
    string,
  ]
  if (one === 'of') return changeNouns.has(two)
  if (one === 'by') return rises.test(two) || falls.test(two) || rises.test(three) || falls.test(three)
  return rises.test(one) || falls.test(one)
}

/** "fell by 3.4 per cent, or 251 points", "rose by 300": another change, and nothing that this one is of. */
function isAmountItself(tokens: readonly Token[], { first }: Quantity): boolean {
  return /^(or|by|\()$/.test(tokens[first - 1]?.lower ?? '')
}

function isBaseOf(one: Quantity, amount: Quantity): boolean {
  if (one.unit !== amount.unit || one.value <= amount.value) return false
  return (
    amount.unit !== '' ||
    one.noun === amount.noun ||
    amount.noun === '' ||
    /^(fewer|mor|les)/.test(amount.noun)
  )
}

const rates =
  /^(turnout|rate|share|proportion|percentage|participation|attendance|response|majority|occupancy|coverage)$/

/**
 * "Turnout fell to 52.3 per cent. Of the 1,240,000 voters 648,520 cast a ballot": a rate, and behind it the part and the whole
 * that it was made of. One digit must make the three agree.
 */
export function rateBefore(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  told: readonly Quantity[],
  previous: PlacedSentence,
): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = told.filter(({ unit }) => unit === '%')
  const [share] = shares
  if (!share || shares.length > 1 || quantities.length !== 2 || share.bound !== 'exact') return []
  const pair = partAndWhole(tokens, sentence, quantities)
  const words = tokensOf(previous).slice(previous.sentence.first, previous.sentence.next)
  if (!pair || !words.some(({ lower }) => rates.test(lower))) return []
  const [part, whole] = pair
  const tolerance = toleranceFor(share, []) / (Number.isInteger(share.value) ? 1 : 4)
  const holds = (said: number, some: number, all: number): boolean =>
    all > 0 && Math.abs((100 * some) / all - said) <= tolerance
  const real = (100 * part.value) / whole.value
  if (holds(share.value, part.value, whole.value)) return [shareSlip(share, part, whole, share.value)]
  return isOneDigitOff([share.value, part.value, whole.value], holds)
    ? [{ ...shareSlip(share, part, whole, real), holds: false }]
    : []
}

/** "Of the 1,240,000 registered voters 648,520", "648,520 of the 1,240,000 registered voters". */
function partAndWhole(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  [one, other]: readonly Quantity[],
): [Quantity, Quantity] | null {
  if (!one || !other || one.unit !== other.unit || one.unit === '%') return null
  if ([one, other].some(({ bound }) => bound !== 'exact') || one.value === other.value) return null
  const lead = tokens.slice(sentence.first, one.first).map(({ lower }) => lower)
  if (/^(of|out of)( the| its| some| all)*$/.test(lead.join(' ')) && other.value < one.value)
    return [other, one]
  const gap = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  const isPart = gap.includes('of') && gap.length <= 5 && !gap.includes(',')
  return isPart && one.value < other.value ? [one, other] : null
}
