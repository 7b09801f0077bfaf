import type { PlacedSentence } from '../check-context.js'
import { cardinalAt } from '../extract/en/counts.js'
import { units } from '../extract/en/unit-words.js'
import type { Quantity } from '../extract/quantities.js'
import { numberOf, type Token } from '../extract/tokens.js'
import type { Product } from './product.js'

/** How far the mean of a period may be from the real one, as a share of it. */
const slack = { exact: 0.06, about: 0.2 }

/** How many tokens may stand between what came in all, the time that it took, and the mean. */
const reach = 5

/** "drew 80,000 visitors in ten weeks, about 8,000 a week": what came in all, in how many periods, and how many in each. */
export function meanOfPeriod(
  { paragraph, sentence }: PlacedSentence,
  quantities: readonly Quantity[],
): Product | null {
  const { tokens } = paragraph.annotated
  for (const [index, product] of quantities.entries()) {
    const each = quantities[index + 1]
    if (!each || product.unit !== each.unit || product.unit === '%' || each.value > product.value) continue
    const unit = /^(a|an|per|each|every)$/.test(tokens[each.next]?.lower ?? '')
      ? units.get(tokens[each.next + 1]?.lower ?? '')
      : undefined
    // "one a year at first": not the mean of all the time.
    const isMean = /^[,.;:)]$/.test(tokens[each.next + 2]?.lower ?? '.')
    const span = unit && isMean && spanBetween(tokens, product, each, unit)
    if (!span || each.first >= sentence.next) continue
    const count: Quantity = { ...each, ...span, unit: '', factor: 1, noun: '', bound: 'exact' }
    const off = Math.abs(product.value / count.value - each.value) / each.value
    const isLoose = [product, each].some(({ bound }) => bound !== 'exact')
    return { count, each, product, holds: off <= (isLoose ? slack.about : slack.exact) }
  }
  return null
}

/** "in ten weeks, about": how many periods stand between the two figures. */
function spanBetween(
  tokens: readonly Token[],
  product: Quantity,
  each: Quantity,
  unit: string,
): Pick<Quantity, 'first' | 'next' | 'value'> | null {
  for (let at = product.next; at < Math.min(each.first, product.next + reach); at++) {
    const lead = tokens[at - 1]?.lower ?? ''
    const word = tokens[at]
    const count = word?.kind === 'number' ? { value: numberOf(word), next: at + 1 } : cardinalAt(tokens, at)
    if (!count || !/^(in|over|within|for)$/.test(lead) || count.value < 2) continue
    if (units.get(tokens[count.next]?.lower ?? '') !== unit) continue
    const gap = tokens.slice(count.next + 1, each.first).map(({ lower }) => lower)
    return gap[0] === ',' && gap.length <= 3 ? { first: at, next: count.next, value: count.value } : null
  }
  return null
}
