import type { PlacedSentence } from '../check-context.js'
import { isOfPeople } from '../extract/en/people-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'

/** So many at so much each, and what they come to: `product` is what the text tells as the other two multiplied. */
export interface Product {
  count: Quantity
  each: Quantity
  product: Quantity
  holds: boolean
}

/** How many tokens may stand between the three figures. */
const reach = 16

/**
 * "131 members at £24 brought in £3,144", "£45,000 for 31 dogs, £1,450 each", "the nine have 214 pupils, an average of 24": the
 * three figures of a product. They are told as one only where they agree, or would with one digit right, and not where the
 * sentence has two prices: "200 seats at £15 and 50 at £30".
 */
export function productIn(
  { paragraph, sentence }: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[] = [],
): Product | null {
  const { tokens } = paragraph.annotated
  const figures = quantities.filter(
    ({ unit, bound }) => unit !== '%' && bound !== 'least' && bound !== 'most',
  )
  if (figures.length < 2) return null
  const [each, ...others] = quantities.filter((quantity) => isEach(tokens, quantity))
  if (others.length > 0) return null
  const product = each && figures.includes(each) ? timesEach(tokens, figures, each, sentence.next) : null
  return product ?? (each ? eachOfThem(tokens, figures, each, before) : null) ?? perPeriod(tokens, figures)
}

/** "The five musicians … It owes each of them €14,000, €70,000 in all": the only number of people that the sentence before tells. */
function eachOfThem(
  tokens: readonly Token[],
  figures: readonly Quantity[],
  each: Quantity,
  before: readonly Quantity[],
): Product | null {
  const [one, other] = figures
  if (!one || !other || figures.length !== 2 || each.unit === '' || one.unit !== other.unit) return null
  const product = one === each ? other : one
  const gap = tokens.slice(Math.min(one.next, other.next), Math.max(one.first, other.first))
  const counts = before.filter(
    ({ unit, noun, bound }) => unit === '' && isOfPeople(noun) && bound === 'exact',
  )
  const [count] = counts
  if (!count || counts.length !== 1 || !isOfThem(tokens, each) || gap.length > reach) return null
  const behind = tokens.slice(product.next, product.next + 2).map(({ lower }) => lower)
  if (behind[0] !== 'altogether' && !(behind[0] === 'in' && /^(all|total)$/.test(behind[1] ?? '')))
    return null
  return isWhole(count, product, each) ? { count, each, product, holds: agrees(count, each, product) } : null
}

/** "each of them €14,000", "€14,000 each". */
function isOfThem(tokens: readonly Token[], { first, next }: Quantity): boolean {
  const lead = [3, 2, 1].map((step) => tokens[first - step]?.lower ?? '').join(' ')
  return lead === 'each of them' || tokens[next]?.lower === 'each'
}

/** The number and the product that stand beside what each comes to. */
function timesEach(
  tokens: readonly Token[],
  figures: readonly Quantity[],
  each: Quantity,
  end: number,
): Product | null {
  if (each.value <= 0 || !isApart(tokens, figures[figures.indexOf(each) - 1], each)) return null
  const others = figures.filter((other) => other !== each && isNear(other, each, end))
  for (const [count, product] of pairsOf(others)) {
    if (count.unit !== '' || product.unit !== each.unit || !isWhole(count, product, each)) continue
    if (figures.some((one) => one !== product && one.unit === '' && isBetween(one, count, each))) continue
    return { count, each, product, holds: agrees(count, each, product) }
  }
  return null
}

/** "134 members and 6 guests at £12": a figure between two others, of which the second may be told of. */
function isBetween({ first }: Quantity, a: Quantity, b: Quantity): boolean {
  return Math.min(a.first, b.first) < first && first < Math.max(a.first, b.first)
}

/** How many of a period a year has. Days are left out: a year has as many working days as the writer likes. */
const inYear: ReadonlyMap<string, number> = new Map([
  ['week', 52],
  ['month', 12],
  ['quarter', 4],
  ['year', 1],
])

/** How far what comes to a year may be from so many weeks or months, as a share of it. */
const periodSlack = 0.1

/**
 * "£500 a week, or £26,000 a year": one sum for two periods. Who pays for longer may pay less, so that a longer period that
 * costs less is a price of its own, and one that costs more is a slip only where one digit makes it right.
 */
function perPeriod(tokens: readonly Token[], figures: readonly Quantity[]): Product | null {
  for (const [index, each] of figures.entries()) {
    const product = figures[index + 1]
    const [short, long] = [each, product].map((one) => one && periodBehind(tokens, one))
    if (!product || !short || !long || short.times <= long.times || each.unit !== product.unit) continue
    const link = tokens.slice(short.next, product.first).map(({ lower }) => lower)
    if (link[0] !== ',' || link[1] !== 'or' || link.length > 3) continue
    const value = short.times / long.times
    const total = value * each.value
    const holds = Math.abs(product.value - total) <= periodSlack * product.value
    const isSlip = areSlipsOfEachOther(total / product.factor, product.value / product.factor)
    if (!holds && (product.value < total || !isSlip)) continue
    const count: Quantity = {
      ...each,
      first: short.next - 1,
      next: short.next,
      value,
      factor: 1,
      unit: '',
      noun: '',
    }
    return { count, each, product, holds }
  }
  return null
}

/** "a week", "per month": how many a year has, and the token behind the word. */
function periodBehind(tokens: readonly Token[], { next }: Quantity): { times: number; next: number } | null {
  const times = inYear.get(tokens[next + 1]?.lower ?? '')
  return times !== undefined && /^(a|per|each|every)$/.test(tokens[next]?.lower ?? '')
    ? { times, next: next + 2 }
    : null
}

/** "at £24", "£1,450 each", "an average of 24", "£24 a head". */
function isEach(tokens: readonly Token[], { first, next, unit }: Quantity): boolean {
  const word = (at: number): string => tokens[at]?.lower ?? ''
  if (
    /^(each|apiece)$/.test(word(next)) ||
    (word(next) === 'a' && /^(head|piece|time)$/.test(word(next + 1)))
  )
    return true
  // "about 200 on each"
  if (
    /^(on|in|to|at|for)$/.test(word(next)) &&
    /^(each|every)$/.test(word(next + 1)) &&
    /^[,.;:)]?$/.test(word(next + 2))
  )
    return true
  if (unit !== '' && word(first - 1) === 'them' && word(first - 2) === 'of' && word(first - 3) === 'each')
    return true
  // "an average of 24 a class": by something that is not counted here.
  if (word(first - 1) === 'of' && word(first - 2) === 'average') return !/^(an?|per|to)$/.test(word(next))
  return unit !== '' && word(first - 1) === 'at'
}

/** "her two nieces £150,000 each" says what each has and not what they all have: a mark must stand before the figure for each. */
function isApart(tokens: readonly Token[], before: Quantity | undefined, { first }: Quantity): boolean {
  if (tokens[first - 1]?.lower === 'at') return true
  return (
    before !== undefined && tokens.slice(before.next, first).some(({ lower }) => /^[,(–—:;]$/.test(lower))
  )
}

function isNear({ first, next }: Quantity, each: Quantity, end: number): boolean {
  return next <= end && (next <= each.first ? each.first - next : first - each.next) <= reach
}

function pairsOf(others: readonly Quantity[]): [Quantity, Quantity][] {
  return others.flatMap((a) => others.flatMap((b): [Quantity, Quantity][] => (a === b ? [] : [[a, b]])))
}

/** Whether the three figures are near enough to a product to have been meant as one. */
function isWhole(count: Quantity, product: Quantity, each: Quantity): boolean {
  if (count.value < 3 || product.value <= each.value || product.value <= count.value) return false
  if (agrees(count, each, product)) return true
  const [total, share] = [count.value * each.value, product.value / count.value]
  return (
    areSlipsOfEachOther(total / product.factor, product.value / product.factor) ||
    areSlipsOfEachOther(inDigitsOf(each.value / each.factor, share / each.factor), each.value / each.factor)
  )
}

/** A number rounded as another one is: 1,452 beside 2,450 is 1,450. */
function inDigitsOf(shown: number, value: number): number {
  const zeros = /0*$/.exec(String(shown))?.[0].length ?? 0
  const size = Number.isInteger(shown) ? 10 ** zeros : 0.1
  return Math.round(value / size) * size
}

/** A mean is rounded to the digits that it shows. */
function agrees(count: Quantity, each: Quantity, product: Quantity): boolean {
  const shown = each.value / each.factor
  const digit = Number.isInteger(shown) ? (shown >= 1000 ? 50 : 1) : 0.1
  const isLoose = [count, each, product].some(({ bound }) => bound !== 'exact')
  const tolerance = Math.max(digit * each.factor, (isLoose ? 0.1 : 0.01) * each.value)
  return Math.abs(product.value / count.value - each.value) <= tolerance
}
